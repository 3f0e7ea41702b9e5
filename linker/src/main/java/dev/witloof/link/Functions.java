package dev.witloof.link;

import dev.witloof.error.InvalidException;
import dev.witloof.error.TrapException;
import dev.witloof.instance.Call;
import dev.witloof.instance.HostFunction;
import dev.witloof.name.ImportRef;
import dev.witloof.name.PlainName;
import dev.witloof.type.FuncType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What serves one imported instance with untyped values: functions by name, and what is done when the last handle to one
 * of its resources' objects is dropped. Immutable.
 *
 * <pre>{@code
 * Functions audit = Functions.of(f -> f.function("record", (call, args) -> { lines.add((String) args[0]); return null; }));
 * }</pre>
 */
public final class Functions {

    private final Map<String, Entry> functions;
    private final Map<String, HostFunction> drops;

    private Functions(Map<String, Entry> functions, Map<String, HostFunction> drops) {
        this.functions = functions;
        this.drops = drops;
    }

    /** Makes a set of functions. */
    public static Functions of(Consumer<Builder> declarations) {
        Builder builder = new Builder();
        declarations.accept(builder);
        return new Functions(new LinkedHashMap<>(builder.functions), new LinkedHashMap<>(builder.drops));
    }

    /** The names of the functions, in the order of their declaration. */
    public List<String> names() {
        return List.copyOf(functions.keySet());
    }

    /** The function of this name. */
    public Optional<HostFunction> function(String name) {
        return Optional.ofNullable(functions.get(name)).map(Entry::code);
    }

    /** The type with which the function of this name was declared, if it was declared with one. */
    public Optional<FuncType> type(String name) {
        return Optional.ofNullable(functions.get(name)).map(Entry::type);
    }

    /** The names of the resources that were declared, in order. */
    public List<String> resources() {
        return List.copyOf(drops.keySet());
    }

    /**
     * What is to be called with an object of the resource when its last handle is dropped. For a resource that was not
     * declared it does nothing.
     *
     * @param importRef the import through which the object was had
     */
    public Consumer<Object> destructor(ImportRef importRef, String resource) {
        HostFunction drop = drops.get(resource);
        if (drop == null) {
            return object -> {};
        }
        Call call = Call.resourceDrop(new Call(importRef, resource));
        return object -> {
            try {
                drop.call(call, new Object[] {object});
            } catch (RuntimeException unchecked) {
                throw unchecked;
            } catch (Exception checked) {
                throw new TrapException("the destructor of " + resource + " threw " + checked, checked);
            }
        };
    }

    private record Entry(@Nullable FuncType type, HostFunction code) {}

    /** Collects functions and resources. */
    public static final class Builder {

        private final Map<String, Entry> functions = new LinkedHashMap<>();
        private final Map<String, HostFunction> drops = new LinkedHashMap<>();

        private Builder() {}

        /**
         * A function whose type is not declared: only its name is checked when planning.
         *
         * @param name such as {@code open} or {@code [method]bucket.get}
         * @throws IllegalArgumentException if the name is none, or is declared already
         */
        public Builder function(String name, HostFunction code) {
            return add(name, new Entry(null, Objects.requireNonNull(code, "code")));
        }

        /**
         * A function with its type, which is checked when planning.
         *
         * @param type resource types in it are told apart by name
         * @throws IllegalArgumentException if the name is none, or is declared already
         */
        public Builder function(String name, FuncType type, HostFunction code) {
            return add(name, new Entry(Objects.requireNonNull(type, "type"), Objects.requireNonNull(code, "code")));
        }

        private Builder add(String name, Entry entry) {
            plainName("function", name);
            if (functions.putIfAbsent(name, entry) != null) {
                throw new IllegalArgumentException("function " + Text.quoted(name) + ": declared twice");
            }
            return this;
        }

        /**
         * A resource.
         *
         * @param destructor called with the object when its last handle is dropped
         * @throws IllegalArgumentException if the name is no label, or is declared already
         */
        public Builder resource(String name, Consumer<Object> destructor) {
            plainName("resource", name);
            Objects.requireNonNull(destructor, "destructor");
            HostFunction drop = (call, args) -> {
                destructor.accept(args[0]);
                return null;
            };
            if (drops.putIfAbsent(name, drop) != null) {
                throw new IllegalArgumentException("resource " + Text.quoted(name) + ": declared twice");
            }
            return this;
        }
    }

    /** Refuses what is no plain name. */
    static void plainName(String what, String name) {
        try {
            PlainName.parse(name);
        } catch (InvalidException invalid) {
            throw new IllegalArgumentException(
                    what + " " + Text.quoted(name) + ": expected a plain name: " + Text.plain(invalid.reason()),
                    invalid);
        }
    }
}
