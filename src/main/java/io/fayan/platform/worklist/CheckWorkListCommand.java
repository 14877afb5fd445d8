package io.fayan.platform.worklist;

import io.fayan.platform.engine.StoredOpenTasks;
import io.fayan.platform.worklist.WorkListCheck.Difference;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * {@code java -jar fayan.jar --spring.profiles.active=prod --fayan.check-worklist}: compares the work list with the engine's
 * tasks and ends. Opens nothing but the database: no web server, engine or job runs, and work may go on meanwhile. With
 * {@code =repair} it makes the rows that differ anew from the engine's.
 */
public final class CheckWorkListCommand {

    public static final int EQUAL = 0;
    public static final int DIFFERENT = 1;
    public static final int NOT_CHECKED = 2;

    private static final String CHECK = "--fayan.check-worklist";
    private static final String REPAIR = CHECK + "=repair";

    private CheckWorkListCommand() {}

    public static boolean wanted(String... arguments) {
        return Arrays.stream(arguments).anyMatch(List.of(CHECK, CHECK + "=true", REPAIR)::contains);
    }

    /**
     * Prints the differences and the result.
     *
     * @param product whose beans are asked for subject lines and conflicts when rows are made anew
     * @return the process's exit code
     */
    public static int run(PrintStream out, Class<?> product, String... arguments) {
        var repair = Arrays.asList(arguments).contains(REPAIR);
        var application = new SpringApplicationBuilder(repair ? product : Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(new NothingByItself());
        try (var context = application.run(withQuietLog(repair, arguments))) {
            if (!context.getEnvironment().containsProperty("spring.datasource.url")) {
                out.println("NOT CHECKED: no database is named. Add --spring.profiles.active=prod or demo.");
                return NOT_CHECKED;
            }
            return repair ? repaired(out, context) : checked(out, context);
        } catch (DataAccessException | TransactionException e) {
            return notChecked(out, "the tables cannot be read", e);
        } catch (RuntimeException e) {
            return notChecked(out, "it cannot be begun", e);
        }
    }

    private static int checked(PrintStream out, ApplicationContext context) {
        var result = context.getBean(WorkListCheck.class).compare(difference -> out.println(inWords(difference)));
        out.println(
                result.equal()
                        ? "EQUAL: %d open tasks".formatted(result.tasks())
                        : "DIFFERENT: %d differences, %d open tasks; %s mends them"
                                .formatted(result.differences(), result.tasks(), REPAIR));
        return result.equal() ? EQUAL : DIFFERENT;
    }

    private static int repaired(PrintStream out, ApplicationContext context) {
        var found = new AtomicLong();
        var left = context.getBean(WorkListRepair.class).repair(difference -> {
            found.incrementAndGet();
            out.println(inWords(difference));
        });
        out.println(
                left.equal()
                        ? "EQUAL: %d open tasks, %d differences mended".formatted(left.tasks(), found.get())
                        : "DIFFERENT: %d of %d differences could not be mended; the log lines above say why"
                                .formatted(left.differences(), found.get()));
        return left.equal() ? EQUAL : DIFFERENT;
    }

    private static int notChecked(PrintStream out, String why, RuntimeException e) {
        out.println("NOT CHECKED: " + why + ": "
                + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        return NOT_CHECKED;
    }

    private static String inWords(Difference difference) {
        var task = "task %s of %s".formatted(difference.taskId(), difference.matter());
        if (difference instanceof Difference.Differing differing) {
            return task + " differs: "
                    + differing.fields().stream()
                            .sorted()
                            .map(field -> field.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        return task + (difference instanceof Difference.Missing ? " is missing" : " is left over");
    }

    private static String[] withQuietLog(boolean repair, String... arguments) {
        var level = "--logging.level.root=" + (repair ? "ERROR" : "OFF");
        return Stream.concat(
                        Stream.of(level, "--spring.flyway.enabled=false", "--camunda.bpm.database.schema-update=false"),
                        Arrays.stream(arguments))
                .toArray(String[]::new);
    }

    /** The whole product's beans are at hand, and none is made, started or told anything unless the repair asks for it. */
    private static final class NothingByItself
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getBeanFactory().registerSingleton("lifecycleProcessor", new DefaultLifecycleProcessor() {
                @Override
                public void onRefresh() {}
            });
            context.addBeanFactoryPostProcessor(beans -> {
                for (var name : beans.getBeanNamesForType(ApplicationRunner.class, true, false)) {
                    ((BeanDefinitionRegistry) beans).removeBeanDefinition(name);
                }
                for (var name : beans.getBeanDefinitionNames()) {
                    beans.getBeanDefinition(name).setLazyInit(true);
                }
            });
        }
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @Import({StoredOpenTasks.class, WorkItemRows.class, WorkListCheck.class})
    static class Parts {}
}
