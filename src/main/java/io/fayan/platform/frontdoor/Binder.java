package io.fayan.platform.frontdoor;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDateTime;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns submitted fields into a form's record, or says for each field what is wrong with it. */
@Component
class Binder {

    /** MySQL's timestamps end in January 2038. */
    private static final ValueRange YEARS = ValueRange.of(1971, 2037);

    /** @param record null when there are refusals */
    record Bound<S extends Record>(@Nullable S record, List<Refusal> refusals) {}

    private final ObjectMapper json;
    private final Validator validator;

    Binder(ObjectMapper json, Validator validator) {
        this.json = json.copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        this.validator = validator;
    }

    <S extends Record> Bound<S> bind(Class<S> type, Map<String, ?> fields) {
        var refusals = new ArrayList<Refusal>();
        var unknown = new HashSet<>(fields.keySet());
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (var i = 0; i < components.length; i++) {
            var component = components[i];
            unknown.remove(component.getName());
            try {
                values[i] = value(component, fields.get(component.getName()));
            } catch (IllegalArgumentException e) {
                refusals.add(Refusal.at(component.getName(), "frontdoor.field.unreadable"));
            }
        }
        unknown.stream().sorted().forEach(name -> refusals.add(Refusal.at(name, "frontdoor.field.unknown")));
        if (!refusals.isEmpty()) {
            return new Bound<>(null, refusals);
        }
        var bound = create(type, components, values);
        validator.validate(bound).stream()
                .sorted((a, b) -> a.getPropertyPath()
                        .toString()
                        .compareTo(b.getPropertyPath().toString()))
                .map(Binder::refusal)
                .forEach(refusals::add);
        return refusals.isEmpty() ? new Bound<>(bound, List.of()) : new Bound<>(null, refusals);
    }

    private @Nullable Object value(RecordComponent component, @Nullable Object sent) {
        var value = read(component, sent);
        var unusable = value instanceof String text && text.codePoints().anyMatch(Binder::lost)
                || value instanceof Collection<?> several && several.stream().anyMatch(Objects::isNull)
                || value instanceof LocalDateTime moment && !YEARS.isValidIntValue(moment.getYear());
        if (unusable) {
            throw new IllegalArgumentException("Nothing that could be kept as it is");
        }
        return value;
    }

    private @Nullable Object read(RecordComponent component, @Nullable Object sent) {
        var type = json.constructType(component.getGenericType());
        if (sent instanceof String text) {
            if (Blank.is(text)) {
                return absent(type);
            }
            if (Collection.class.isAssignableFrom(component.getType())) {
                // Embedded forms send what was ticked as one line.
                var parts = Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
                return json.convertValue(parts, type);
            }
            return component.getType() == String.class ? text : json.convertValue(text, type);
        }
        return sent == null ? absent(type) : json.convertValue(sent, type);
    }

    private @Nullable Object absent(JavaType type) {
        if (type.getRawClass() == boolean.class) {
            return false;
        }
        return type.isCollectionLikeType() ? json.convertValue(List.of(), type) : null;
    }

    /** Half a character becomes a question mark on its way into UTF-8; a digest would vouch for what nobody wrote. */
    private static boolean lost(int character) {
        return character == 0 || Character.getType(character) == Character.SURROGATE;
    }

    private static <S extends Record> S create(Class<S> type, RecordComponent[] components, Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<S> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("A submission record checks with constraints, not in its constructor", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Every record has its canonical constructor", e);
        }
    }

    private static Refusal refusal(ConstraintViolation<?> violation) {
        var descriptor = violation.getConstraintDescriptor();
        var field = violation.getPropertyPath().iterator().next().getName();
        var constraint = descriptor.getAnnotation().annotationType().getSimpleName();
        var items = "Size".equals(constraint) && violation.getInvalidValue() instanceof Collection ? ".items" : "";
        var arguments = List.of("min", "max", "value").stream()
                .map(name -> descriptor.getAttributes().get(name))
                .filter(Objects::nonNull)
                .filter(argument -> !argument.equals(0) || "Min".equals(constraint))
                .filter(argument -> !argument.equals(Integer.MAX_VALUE))
                .toArray();
        return Refusal.at(field, "frontdoor.constraint." + constraint + items, arguments);
    }
}
