package dev.witloof.wrapper;

import dev.witloof.state.RuntimeResourceType;
import dev.witloof.type.FuncType;
import dev.witloof.value.EnumValue;
import dev.witloof.value.FlagsValue;
import dev.witloof.value.RecordValue;
import dev.witloof.value.ResourceValue;
import dev.witloof.value.Result;
import dev.witloof.value.TupleValue;
import dev.witloof.value.VariantValue;
import dev.witloof.value.Wave;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values as WAVE, in which handles, for which WAVE has no text, stand as {@code <handle 1>}: each object that stands behind one
 * has a number, given when it is first seen. Belongs to one instance, whose calls come one at a time.
 */
final class Handles {

    private final Map<Object, Integer> numbers = new IdentityHashMap<>();
    /** Each time that a guest's resource is passed it is another object here. */
    private final Map<GuestResource, Integer> ofGuests = new HashMap<>();

    private int last;

    /** The arguments of a function, a text each. */
    List<String> texts(FuncType type, Object[] args) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            texts.add(Wave.print(numbered(args[i]), type.params().get(i).type()));
        }
        return texts;
    }

    /** The result of a function; empty where it has none. */
    Optional<String> text(FuncType type, @Nullable Object result) {
        return type.result().map(each -> Wave.print(numbered(result), each));
    }

    /** Forgets what was dropped. Its number is not used again. */
    void dropped(Object handle) {
        numbers.remove(handle);
    }

    private @Nullable Object numbered(@Nullable Object value) {
        if (value == null || isPlain(value)) {
            return value;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(numbered(element)));
            return elements;
        }
        if (value instanceof Optional<?> option) {
            return option.map(this::numbered);
        }
        if (value instanceof Result.Ok<?, ?> ok) {
            return Result.ok(numbered(ok.value()));
        }
        if (value instanceof Result.Err<?, ?> err) {
            return Result.err(numbered(err.error()));
        }
        if (value instanceof VariantValue variant) {
            return VariantValue.at(variant.place(), variant.label(), numbered(variant.payloadOrNull()));
        }
        if (value instanceof TupleValue tuple) {
            return TupleValue.of(tuple.elements().stream().map(this::numbered).toArray());
        }
        if (value instanceof RecordValue fields) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            fields.names().forEach(name -> values.put(name, numbered(fields.get(name))));
            return RecordValue.of(values);
        }
        if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((key, entry) -> entries.put(key, numbered(entry)));
            return entries;
        }
        return value instanceof ResourceValue handle && handle.isOpen()
                ? new Handle(ofGuests.computeIfAbsent(new GuestResource(handle.type(), handle.rep()), each -> ++last))
                : new Handle(numbers.computeIfAbsent(value, each -> ++last));
    }

    /** What a guest knows its resource by. */
    private record GuestResource(RuntimeResourceType type, int rep) {}

    private static boolean isPlain(Object value) {
        return !(value instanceof ResourceValue)
                && (value instanceof String
                        || value instanceof Number
                        || value instanceof Boolean
                        || value instanceof EnumValue
                        || value instanceof FlagsValue
                        || value.getClass().isArray());
    }

    /** What a handle prints as. */
    private record Handle(int number) {
        @Override
        public String toString() {
            return "handle " + number;
        }
    }
}
