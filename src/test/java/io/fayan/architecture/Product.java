package io.fayan.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fayan.platform.frontdoor.StartForm;
import io.fayan.platform.frontdoor.TaskForm;
import io.fayan.platform.frontdoor.TaskKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objenesis.ObjenesisStd;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

/** What models, forms and messages may name, read from files and classes; no context is started. */
final class Product {

    private static final Path CLAUSES = Path.of("src/main/resources/policy");

    private Product() {}

    /** Files below a folder with that ending, in order; none when the folder is not there. */
    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of the clauses of all shipped policy versions. */
    static Set<String> clauses() {
        var ids = new TreeSet<String>();
        for (var file : files(CLAUSES, "clauses.json")) {
            try {
                for (JsonNode clause : new ObjectMapper().readTree(text(file)).path("clauses")) {
                    ids.add(clause.path("id").asText());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ids;
    }

    /** Every component and bean method of ours by bean name. */
    static Map<String, Class<?>> beans() {
        var beans = new HashMap<String, Class<?>>();
        var registry = new SimpleBeanDefinitionRegistry();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        for (var found : scanner.findCandidateComponents("io.fayan")) {
            var type = named(found.getBeanClassName());
            if (fromTests(type)) {
                continue;
            }
            beans.put(AnnotationBeanNameGenerator.INSTANCE.generateBeanName(found, registry), type);
            if (type.isAnnotationPresent(Configuration.class)) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Bean.class))
                        .forEach(method -> beans.put(method.getName(), method.getReturnType()));
            }
        }
        return beans;
    }

    /** A human step's class and what it says of itself. */
    record Step(Class<?> type, TaskKey key, Class<?> submission) {}

    /** Every task form by its step. */
    static List<Step> taskForms() {
        return made(TaskForm.class)
                .map(form -> new Step(form.getClass(), form.task(), form.submission()))
                .toList();
    }

    /** Every start form by its process; the element is empty. */
    static List<Step> startForms() {
        return made(StartForm.class)
                .map(form -> new Step(form.getClass(), new TaskKey(form.process(), ""), form.submission()))
                .toList();
    }

    /** Without calling a constructor: {@code task()}, {@code process()} and {@code submission()} answer constants. */
    private static <T> Stream<T> made(Class<T> type) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(type));
        var objenesis = new ObjenesisStd();
        return new ArrayList<>(scanner.findCandidateComponents("io.fayan"))
                .stream()
                        .map(found -> named(found.getBeanClassName()))
                        .filter(found -> !fromTests(found))
                        .map(found -> type.cast(objenesis.newInstance(found)));
    }

    /** String constants that sources write out, by literal. */
    static Set<String> literals(Pattern literal) {
        return files(Path.of("src/main/java"), ".java").stream()
                .flatMap(file -> literal.matcher(text(file)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean fromTests(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .endsWith("/test-classes/");
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, Product.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
