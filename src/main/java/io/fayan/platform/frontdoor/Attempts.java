package io.fayan.platform.frontdoor;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.aopalliance.intercept.MethodInterceptor;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * When two transactions meet on the same rows the database lets one of them win. The loser begins again, unseen by the
 * person: whatever opens a transaction by {@link Transactional}, and each submission.
 *
 * <p>Only the outermost transaction is repeated; what takes part in one fails with it.
 */
@Configuration(proxyBeanMethods = false)
class Attempts {

    private static final int MOST = 5;
    private static final Duration PAUSE = Duration.ofMillis(40);

    interface Attempt<T, E extends Throwable> {
        T make() throws E;
    }

    /** @throws E what the last attempt threw, when none went through */
    static <T, E extends Throwable> T repeat(Attempt<T, E> attempt) throws E {
        for (var number = 1; ; number++) {
            try {
                return attempt.make();
            } catch (ConcurrencyFailureException | OptimisticLockingException | DataIntegrityViolationException e) {
                // A duplicate key is a twin that was faster: the next attempt finds what it wrote.
                if (number == MOST) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.multipliedBy(number).toNanos()
                        * ThreadLocalRandom.current().nextInt(50, 150)
                        / 100);
            }
        }
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor attemptsAroundTransactions() {
        var onClass = new AnnotationMatchingPointcut(Transactional.class, true);
        var onMethod = new AnnotationMatchingPointcut(null, Transactional.class, true);
        MethodInterceptor repeating = call -> TransactionSynchronizationManager.isActualTransactionActive()
                ? call.proceed()
                : repeat(() -> ((ProxyMethodInvocation) call).invocableClone().proceed());
        var advisor = new DefaultPointcutAdvisor(
                new ComposablePointcut(onClass.getClassFilter(), onClass.getMethodMatcher()).union(onMethod),
                repeating);
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 1); // outside Spring's own, which begins the transaction
        return advisor;
    }
}
