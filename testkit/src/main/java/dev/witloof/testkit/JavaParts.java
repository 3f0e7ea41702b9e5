package dev.witloof.testkit;

import dev.witloof.host.JavaNames;
import dev.witloof.value.RecordValue;
import dev.witloof.value.TupleValue;
import dev.witloof.value.VariantValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of records, tuples and variants, whether they are untyped values or Java's own. */
final class JavaParts {

    private JavaParts() {}

    static Optional<Object> field(@Nullable Object value, String label) {
        if (value instanceof RecordValue record) {
            return record.has(label) ? Optional.of(record.get(label)) : Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.ofNullable(map.get(label));
        }
        if (value instanceof Record record) {
            return Arrays.stream(record.getClass().getRecordComponents())
                    .filter(each -> each.getName().equals(JavaNames.member(label)))
                    .findFirst()
                    .map(each -> get(record, each));
        }
        return Optional.empty();
    }

    static Optional<List<?>> elements(@Nullable Object value) {
        if (value instanceof TupleValue tuple) {
            return Optional.of(tuple.elements());
        }
        if (value instanceof List<?> list) {
            return Optional.of(list);
        }
        return value instanceof Record record
                ? Optional.of(Arrays.stream(record.getClass().getRecordComponents())
                        .map(each -> get(record, each))
                        .toList())
                : Optional.empty();
    }

    static boolean isCase(@Nullable Object value, String label) {
        return value instanceof VariantValue variant && variant.label().equals(label)
                || label.equals(value)
                || value instanceof Record record
                        && record.getClass().getSimpleName().equals(JavaNames.type(label));
    }

    static @Nullable Object payload(@Nullable Object value) {
        if (value instanceof VariantValue variant) {
            return variant.payloadOrNull();
        }
        if (value instanceof Record record && record.getClass().getRecordComponents().length == 1) {
            return get(record, record.getClass().getRecordComponents()[0]);
        }
        return null;
    }

    private static Object get(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(record.getClass() + ": cannot read " + component.getName(), e);
        }
    }
}
