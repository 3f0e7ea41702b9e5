package dev.witloof.tests.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.host.JavaNames;
import dev.witloof.type.EnumType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResultType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import dev.witloof.value.EnumValue;
import dev.witloof.value.FlagsValue;
import dev.witloof.value.RecordValue;
import dev.witloof.value.Result;
import dev.witloof.value.TupleValue;
import dev.witloof.value.VariantValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Untyped values as values of the generated types. */
final class JavaValues {

    private JavaValues() {}

    /** The value in the Java type that stands for its WIT type. */
    static Object of(ValType wit, Type java, Object value) {
        if (wit instanceof RecordType record) {
            RecordValue fields = (RecordValue) value;
            return made(
                    raw(java),
                    record.fields().stream()
                            .map(field -> new Part(field.type(), fields.get(field.label())))
                            .toList());
        } else if (wit instanceof TupleType tuple) {
            TupleValue elements = (TupleValue) value;
            Object[] args = new Object[tuple.elements().size()];
            for (int i = 0; i < args.length; i++) {
                args[i] = of(tuple.elements().get(i), argument(java, i), elements.get(i));
            }
            return called(raw(java).getDeclaredConstructors()[0], args);
        } else if (wit instanceof VariantType variant) {
            return variant(variant, raw(java), (VariantValue) value);
        } else if (wit instanceof EnumType) {
            return constant(raw(java), ((EnumValue) value).label());
        } else if (wit instanceof FlagsType) {
            Set<Object> set = new HashSet<>();
            ((FlagsValue) value).labels().forEach(label -> set.add(constant(raw(argument(java, 0)), label)));
            return set;
        } else if (wit instanceof OptionType option) {
            return ((Optional<?>) value).map(some -> of(option.some(), argument(java, 0), some));
        } else if (wit instanceof ResultType result) {
            return value instanceof Result.Ok<?, ?> ok
                    ? Result.ok(optional(result.ok(), argument(java, 0), ok.value()))
                    : Result.err(optional(result.error(), argument(java, 1), ((Result.Err<?, ?>) value).error()));
        } else if (wit instanceof MapType map) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            ((Map<?, ?>) value)
                    .forEach((k, v) ->
                            entries.put(of(map.key(), argument(java, 0), k), of(map.value(), argument(java, 1), v)));
            return entries;
        } else if (wit instanceof ListType list && value instanceof List<?> elements) {
            return list(list.element(), java, elements);
        } else if (wit instanceof FixedLengthListType list) {
            return list(list.element(), java, (List<?>) value);
        }
        return value;
    }

    static @Nullable Object optional(Optional<ValType> wit, Type java, @Nullable Object value) {
        return wit.isPresent() && value != null ? of(wit.get(), java, value) : null;
    }

    /** Fails if the values differ; all NaNs are one. */
    static void assertSame(String what, @Nullable Object actual, Object expected) {
        assertThat(actual)
                .as(what)
                .usingRecursiveComparison()
                .withEqualsForType(Float::equals, Float.class)
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(expected);
    }

    private static List<Object> list(ValType wit, Type java, List<?> elements) {
        List<Object> list = new ArrayList<>();
        elements.forEach(element -> list.add(of(wit, argument(java, 0), element)));
        return list;
    }

    private record Part(ValType type, Object value) {}

    private static Object made(Class<?> record, List<Part> parts) {
        Constructor<?> constructor = record.getDeclaredConstructors()[0];
        Type[] types = constructor.getGenericParameterTypes();
        Object[] args = new Object[parts.size()];
        for (int i = 0; i < args.length; i++) {
            args[i] = of(parts.get(i).type(), types[i], parts.get(i).value());
        }
        return called(constructor, args);
    }

    private static Object variant(VariantType variant, Class<?> java, VariantValue value) {
        VariantType.Case chosen = variant.cases().stream()
                .filter(c -> c.label().equals(value.label()))
                .findFirst()
                .orElseThrow();
        Class<?> record = Arrays.stream(java.getDeclaredClasses())
                .filter(each -> each.getSimpleName().equals(JavaNames.type(chosen.label())))
                .findFirst()
                .orElseThrow();
        return made(
                record,
                chosen.type().stream()
                        .map(type -> new Part(type, value.payload().orElseThrow()))
                        .toList());
    }

    private static Object constant(Class<?> java, String label) {
        return Arrays.stream(java.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(JavaNames.constant(label)))
                .findFirst()
                .orElseThrow();
    }

    static Object called(Constructor<?> constructor, @Nullable Object... args) {
        try {
            return constructor.newInstance(args);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor.toString(), e);
        }
    }

    private static Class<?> raw(Type java) {
        return (Class<?>) (java instanceof ParameterizedType generic ? generic.getRawType() : java);
    }

    private static Type argument(Type java, int number) {
        return ((ParameterizedType) java).getActualTypeArguments()[number];
    }
}
