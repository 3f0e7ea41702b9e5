package dev.witloof.instance;

import dev.witloof.type.FuncType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * An exported function of an instance.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#embedding">CanonicalABI: embedding</a>
 */
public final class ComponentFunction {

    private final String name;
    private final FuncType type;
    private final FunctionInstance function;
    private final Store store;

    ComponentFunction(String name, String fullName, FuncType type, FunctionInstance function, Store store) {
        this.name = name;
        this.type = type;
        this.function = function;
        this.store = store;
        if (function instanceof LiftedFunction lifted) {
            lifted.name(fullName);
        }
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its type. */
    public FuncType type() {
        return type;
    }

    FunctionInstance target() {
        return function;
    }

    Store store() {
        return store;
    }

    /**
     * Calls it with untyped values.
     *
     * @param args one for each parameter: {@code Long} for {@code u32}, {@code String}, {@code byte[]} for
     *     {@code list<u8>}, {@code Optional}, the classes of {@code dev.witloof.value} for the rest
     * @return the result likewise; {@code null} where there is none
     * @throws IllegalArgumentException if an argument does not fit; the message leads to it
     * @throws IllegalStateException if the instance is closed or in use by another thread
     * @throws dev.witloof.error.TrapException if the guest traps, or has trapped before
     */
    public @Nullable Object call(Object... args) {
        if (args.length != type.params().size()) {
            throw new IllegalArgumentException(
                    name + ": expected " + type.params().size() + " arguments for " + type + ", found " + args.length);
        }
        boolean outermost = store.entrance().enter();
        try {
            return function.call(args, null);
        } finally {
            store.entrance().leave(outermost);
        }
    }

    /**
     * The exact way in: a handle of just this type, made for this function. Where all types are numbers, {@code bool} or
     * {@code char}, nothing is boxed and nothing allocated on the way to the guest.
     *
     * @param javaType the Java types of the parameters and of the result, by the table of types; {@code void} where
     *     there is no result
     * @return a handle of that type; it throws what {@link #call} throws
     * @throws IllegalArgumentException if a type does not fit the WIT type
     */
    public MethodHandle handle(MethodType javaType) {
        return ExactHandles.of(this, javaType);
    }

    /** {@code name: func(…) -> …}. */
    @Override
    public String toString() {
        return name + ": " + type;
    }
}
