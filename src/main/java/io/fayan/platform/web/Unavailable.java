package io.fayan.platform.web;

import io.fayan.platform.security.StatusProblems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Locale;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A database that is gone is answered with 503, from wherever it was noticed. Spring takes the connection's end for a browser
 * that went away and would answer 200 to somebody whose act was lost; and sessions are rows, so the frame around Spring MVC
 * meets it too.
 */
@Component
class Unavailable implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(Unavailable.class);
    private static final int RETRY_AFTER_SECONDS = 30;

    private final ITemplateEngine templates;
    private final StatusProblems problems;
    private final Languages languages;
    private final Faults faults;

    Unavailable(ITemplateEngine templates, StatusProblems problems, Languages languages, Faults faults) {
        this.templates = templates;
        this.problems = problems;
        this.languages = languages;
        this.faults = faults;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!isMissingDatabase(failure) || response.isCommitted()) {
            return null;
        }
        try {
            answer(request, response, failure);
        } catch (IOException e) {
            LOG.debug("The browser went away", e);
        }
        return new ModelAndView();
    }

    /**
     * Outside sessions and security, which read rows themselves; also the last resort for an error page that fails, and where
     * everything that nobody caught is told to the log.
     */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> unavailableFilter() {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
            @Override
            protected boolean shouldNotFilterErrorDispatch() {
                return false;
            }

            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                try {
                    chain.doFilter(request, response);
                } catch (ServletException | IOException | RuntimeException | Error e) {
                    var errorPageFailed = request.getDispatcherType() == DispatcherType.ERROR;
                    if (response.isCommitted() || !(isMissingDatabase(e) || errorPageFailed)) {
                        faults.tell(request, e);
                        throw e;
                    }
                    answer(request, response, e);
                }
            }
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    static boolean isMissingDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransactionException
                    || cause instanceof OptimisticLockingException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof NonTransientDataAccessResourceException
                    || (cause instanceof DataAccessException && !(cause instanceof NonTransientDataAccessException))
                    || (cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && sql.getSQLState().startsWith("08"))) {
                return true;
            }
        }
        return false;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Throwable failure)
            throws IOException {
        var status = isMissingDatabase(failure) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
        faults.tell(request, status.value(), failure);
        answer(request, response, status);
    }

    /** Also for what the server refuses before any filter sees it. */
    void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        response.reset();
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // Null when the server could not read the request's first line.
        if (!ErrorPages.isPage(request, String.valueOf(request.getRequestURI()))) {
            problems.answer(request, response, status.value());
            return;
        }
        var language = languages.resolveLocale(request);
        response.setStatus(status.value());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'");
        templates.process("portal/unavailable", context(request, language, status), response.getWriter());
    }

    private static Context context(HttpServletRequest request, Locale language, HttpStatus status) {
        var context = new Context(language);
        context.setVariable("tag", language.toLanguageTag());
        context.setVariable("status", status.value());
        context.setVariable("reference", request.getAttribute(StatusProblems.REFERENCE));
        context.setVariable("theme", Shell.chosenTheme(request));
        context.setVariable("root", request.getContextPath());
        return context;
    }
}
