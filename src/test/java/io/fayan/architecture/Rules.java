package io.fayan.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchRule;
import io.fayan.kernel.DomainEvent;
import io.fayan.platform.calendar.MovableClock;
import io.fayan.platform.frontdoor.MatterAction;
import io.fayan.platform.frontdoor.StartForm;
import io.fayan.platform.frontdoor.TaskAction;
import io.fayan.platform.frontdoor.TaskForm;
import jakarta.persistence.Lob;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.event.TransactionalEventListener;

/** What fails the build, and why. {@code RulesTest} proves that each rule can fail. */
final class Rules {

    private static final String PLATFORM = "io.fayan.platform..";

    static final ArchRule THE_ENGINE_STAYS_BEHIND_ADAPTERS = noClasses()
            .that()
            .resideOutsideOfPackages("..engine..", PLATFORM)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("the engine is an adapter; the way out to a maintained fork leads through these packages only");

    static final ArchRule THE_DOMAIN_IS_PLAIN = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "jakarta.persistence..",
                    "org.jspecify..",
                    "io.fayan..",
                    "counterexample..")
            .because("rules are read, tested and kept longer than any framework");

    static final ArchRule THE_DOMAIN_KNOWS_NO_OUTER_RING = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat(ours("..application..", "..engine..", "..persistence..", "..web.."))
            .because("the domain is told what it needs, time and people included");

    static final ArchRule USE_CASES_KNOW_NO_SCREEN_AND_NO_ENGINE = noClasses()
            .that()
            .resideInAnyPackage("..application..", "..persistence..")
            .and()
            .resideOutsideOfPackage(PLATFORM)
            .should()
            .dependOnClassesThat(ours("..web..", "..engine.."))
            .because("a use case is the same whoever calls it: a task form, the portal, a test");

    static final ArchRule THE_KERNEL_IS_JAVA = classes()
            .that()
            .resideInAnyPackage("io.fayan.kernel..", "counterexample.kernel..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify..", "org.springframework.modulith", "io.fayan.kernel..", "counterexample..")
            .because("everybody knows the kernel, so whatever it knew everybody would know");

    static final ArchRule NOBODY_KNOWS_THE_LISTENERS = noClasses()
            .that()
            .resideOutsideOfPackages("io.fayan", "io.fayan.audit..", "io.fayan.insight..", "io.fayan.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fayan.audit..", "io.fayan.insight..", "io.fayan.demo..")
            .because("audit, insight and demo follow what the others do and can be taken away");

    static final ArchRule EVENTS_ARE_HANDLED_IN_THE_COMMANDS_TRANSACTION = noMethods()
            .should()
            .beAnnotatedWith(listenerOutsideTheTransaction())
            .because("audit, read models and outbox are written in the command's transaction or not at all");

    static final ArchRule NOTHING_IS_ASYNCHRONOUS_BY_ANNOTATION = noClasses()
            .should()
            .beAnnotatedWith(listenerOutsideTheTransaction())
            .because("work that nobody waits for is a db-scheduler task: it is committed with the command and retried");

    static final ArchRule LISTENERS_LISTEN_PLAINLY = methods()
            .that()
            .areMetaAnnotatedWith(EventListener.class)
            .should()
            .beAnnotatedWith(EventListener.class)
            .because("the plain annotation is the one whose transaction everybody knows");

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that(not(assignableTo(MovableClock.class)).and(notThe("io.fayan.platform.PlatformConfiguration")))
            .should()
            .callCodeUnitWhere(readsTheMachinesTime())
            .because("a test or the demo moves the clock, and everything has to move with it");

    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .callCodeUnitWhere(callTo("sleeps", Thread.class, "sleep").or(callTo("sleeps", TimeUnit.class, "sleep")))
            .because("waiting is a timer, a task or a poll with a limit");

    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses()
            .should()
            .haveNameMatching(".*[.$](Base|Abstract)[A-Z]\\w*")
            .orShould()
            .haveNameMatching(".*\\w(Impl|Helper|Helpers|Util|Utils|Manager)")
            .because("such a name tells nothing of the thing");

    static final ArchRule HUMAN_STEPS_AND_DELEGATES_LIVE_IN_ENGINE = classes()
            .that(humanStepOrDelegate())
            .should()
            .resideInAPackage("..engine..")
            .allowEmptyShould(true)
            .because("what the model names is found in one place");

    static final ArchRule HUMAN_STEPS_AND_DELEGATES_ARE_PACKAGE_PRIVATE = classes()
            .that(humanStepOrDelegate())
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true)
            .because("only the front door and the engine call them, by interface");

    static final ArchRule CONTROLLERS_ARE_PACKAGE_PRIVATE = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .notBePublic()
            .allowEmptyShould(true)
            .because("a controller is called over HTTP and by nobody else");

    static final ArchRule CONTROLLERS_LIVE_IN_WEB = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .and()
            .resideOutsideOfPackage(PLATFORM)
            .should()
            .resideInAPackage("..web..")
            .allowEmptyShould(true)
            .because("screens are found in one place");

    static final ArchRule DEPENDENCIES_COME_THROUGH_THE_CONSTRUCTOR = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .because("what is made whole by its constructor can be made in a test");

    static final ArchRule TEXT_COLUMNS_ARE_NO_LOBS = noFields()
            .should()
            .beAnnotatedWith(Lob.class)
            .because("one script set serves both databases: longtext with a length, see docs/architecture.md");

    static final ArchRule EVENTS_ARE_RECORDS = classes()
            .that()
            .implement(DomainEvent.class)
            .should()
            .beRecords()
            .allowEmptyShould(true)
            .because("a fact does not change");

    static final ArchRule EVENT_PARTS_ARE_IDS_AND_CODES = fields().that()
            .areDeclaredInClassesThat(assignableTo(DomainEvent.class))
            .and()
            .areNotStatic()
            .should()
            .notHaveRawType(Object.class)
            .andShould()
            .notHaveRawType(DescribedPredicate.describe("a domain object", Rules::isEntity))
            .allowEmptyShould(true)
            .because("events are chained for ever: ids, codes and digests, no person's text");

    static final ArchRule VARIABLES_ARE_SCALARS = noClasses()
            .should()
            .callCodeUnitWhere(call("makes an object variable", call -> {
                var owner = call.getTargetOwner().getName();
                return owner.equals("org.camunda.bpm.engine.variable.Variables")
                        && Set.of("objectValue", "serializedObjectValue", "fileValue")
                                .contains(call.getName());
            }))
            .because("the engine holds ids and routing facts: String, Boolean, Integer, Long");

    static final ArchRule NOBODY_PRINTS = noClasses()
            .that(notThe("io.fayan.FayanApplication"))
            .should()
            .accessFieldWhere(DescribedPredicate.<JavaFieldAccess>describe(
                    "prints", access -> access.getTarget().getOwner().isEquivalentTo(System.class)))
            .because("what is worth saying is a log line without names, or a command's result printed where main says");

    private Rules() {}

    private static DescribedPredicate<JavaClass> humanStepOrDelegate() {
        return assignableTo(TaskForm.class)
                .or(assignableTo(StartForm.class))
                .or(assignableTo(TaskAction.class))
                .or(assignableTo(MatterAction.class))
                .or(assignableTo(JavaDelegate.class))
                .and(DescribedPredicate.describe("a class of ours", c -> !c.isInterface()));
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaAnnotation<?>>
            listenerOutsideTheTransaction() {
        var forbidden = Set.of(
                Async.class.getName(),
                Scheduled.class.getName(),
                TransactionalEventListener.class.getName(),
                "org.springframework.modulith.events.ApplicationModuleListener");
        return DescribedPredicate.describe(
                "an asynchronous or later listener",
                annotation -> forbidden.contains(annotation.getRawType().getName()));
    }

    private static DescribedPredicate<JavaCall<?>> readsTheMachinesTime() {
        return call("reads the machine's time", call -> {
            var owner = call.getTargetOwner();
            var parameters = call.getTarget().getRawParameterTypes();
            var withClock = parameters.stream().anyMatch(type -> type.isAssignableTo(Clock.class));
            return owner.getPackageName().equals("java.time") && call.getName().equals("now") && !withClock
                    || owner.isEquivalentTo(Clock.class)
                            && (call.getName().startsWith("system")
                                    || call.getName().startsWith("tick") && !withClock)
                    || owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis")
                    || owner.isEquivalentTo(Date.class) && call.getName().equals("<init>") && parameters.isEmpty()
                    || owner.getName().equals("java.util.Calendar")
                            && call.getName().equals("getInstance");
        });
    }

    private static DescribedPredicate<JavaCall<?>> callTo(String description, Class<?> owner, String method) {
        return call(
                description,
                call -> call.getTargetOwner().isEquivalentTo(owner)
                        && call.getName().equals(method));
    }

    private static DescribedPredicate<JavaCall<?>> call(
            String description, java.util.function.Predicate<JavaCall<?>> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    /** A package of a module; the platform's and other people's packages may be called the same. */
    private static DescribedPredicate<JavaClass> ours(String... packages) {
        return resideInAnyPackage(packages)
                .and(resideInAnyPackage("io.fayan..", "counterexample.."))
                .and(not(resideInAnyPackage(PLATFORM)));
    }

    private static DescribedPredicate<JavaClass> notThe(String name) {
        return DescribedPredicate.describe("not " + name, c -> !c.getName().equals(name));
    }

    private static boolean isEntity(JavaClass type) {
        return annotatedWith("jakarta.persistence.Entity").test(type)
                || metaAnnotatedWith("jakarta.persistence.Embeddable").test(type);
    }
}
