package dev.witloof.wrapper;

import dev.witloof.value.RecordValue;
import dev.witloof.value.Result;
import dev.witloof.value.TupleValue;
import dev.witloof.value.VariantValue;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes of content an untyped value has: a string as UTF-8, a list of numbers as many bytes as they have, the parts of
 * everything else together. What only tells cases apart, and a handle, has none.
 */
final class Sizes {

    private Sizes() {}

    static long of(@Nullable Object... values) {
        long size = 0;
        for (Object value : values) {
            size += ofOne(value);
        }
        return size;
    }

    private static long ofOne(@Nullable Object value) {
        if (value instanceof String text) {
            return utf8(text);
        }
        if (value instanceof List<?> list) {
            return of(list.toArray());
        }
        if (value instanceof Optional<?> option) {
            return ofOne(option.orElse(null));
        }
        if (value instanceof Result.Ok<?, ?> ok) {
            return ofOne(ok.value());
        }
        if (value instanceof Result.Err<?, ?> err) {
            return ofOne(err.error());
        }
        if (value instanceof VariantValue variant) {
            return ofOne(variant.payloadOrNull());
        }
        if (value instanceof TupleValue tuple) {
            return of(tuple.elements().toArray());
        }
        if (value instanceof RecordValue fields) {
            long size = 0;
            for (int i = 0; i < fields.size(); i++) {
                size += ofOne(fields.get(i));
            }
            return size;
        }
        if (value instanceof Map<?, ?> map) {
            return of(map.keySet().toArray()) + of(map.values().toArray());
        }
        if (value != null && value.getClass().isArray()) {
            Class<?> element = value.getClass().getComponentType();
            return element.isPrimitive() ? (long) Array.getLength(value) * ofNumber(element) : of((Object[]) value);
        }
        return value == null ? 0 : ofBox(value);
    }

    private static int ofBox(Object value) {
        return value instanceof Number || value instanceof Boolean
                ? ofNumber(MethodType.methodType(value.getClass()).unwrap().returnType())
                : 0;
    }

    private static int ofNumber(Class<?> primitive) {
        if (primitive == byte.class || primitive == boolean.class) {
            return 1;
        }
        if (primitive == short.class) {
            return 2;
        }
        return primitive == int.class || primitive == float.class ? 4 : 8;
    }

    private static long utf8(String text) {
        long size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                size++;
            } else if (c < 0x800 || Character.isSurrogate(c)) {
                size += 2;
            } else {
                size += 3;
            }
        }
        return size;
    }
}
