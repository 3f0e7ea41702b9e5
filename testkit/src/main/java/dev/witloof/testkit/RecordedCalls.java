package dev.witloof.testkit;

import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ValType;
import dev.witloof.value.Wave;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of a recording: calls and results in WAVE, and handles as the strings that number them. */
final class RecordedCalls {

    static final String ARROW = " -> ";
    static final String TRAP = "trap";
    static final String HIDDEN = "_";

    private final Set<String> hidden;
    private final Map<Object, String> names = new IdentityHashMap<>();
    private final Map<String, Object> resources = new HashMap<>();

    RecordedCalls(Set<String> hidden) {
        this.hidden = hidden;
    }

    /** {@code sessions [method]bucket.get("#1", "ada")}. */
    String call(String importName, String function, FuncType type, Object[] args) {
        StringBuilder text =
                new StringBuilder(importName).append(' ').append(function).append('(');
        for (int i = 0; i < args.length; i++) {
            LabelledType param = type.params().get(i);
            text.append(i == 0 ? "" : ", ")
                    .append(hidden.contains(param.label()) ? HIDDEN : value(args[i], param.type()));
        }
        return text.append(')').toString();
    }

    String value(@Nullable Object value, ValType type) {
        return Wave.print(Fitting.fit(type, value, this::name, this::name), HandlesAsText.in(type));
    }

    private synchronized Object name(Object resource) {
        return names.computeIfAbsent(resource, each -> "#" + (names.size() + 1));
    }

    /** The value of a text; handles in it become objects of their own, one for each number. */
    @Nullable
    Object parse(String text, ValType type) {
        return Fitting.fit(type, Wave.parse(text, HandlesAsText.in(type)), this::resource);
    }

    private synchronized Object resource(Object name) {
        return resources.computeIfAbsent((String) name, each -> {
            Object resource = new Replayed(each);
            names.put(resource, each);
            return resource;
        });
    }

    /**
     * What a guest has a handle to while a recording is replayed.
     *
     * @param name the string that numbers it
     */
    record Replayed(String name) {
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
