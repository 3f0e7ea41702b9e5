package dev.witloof.instance;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An exported function whose Java types were checked when it was looked up.
 *
 * @param <R> the class of the result
 */
public final class TypedFunction<R> {

    private final String name;
    private final int arity;
    private final MethodHandle handle;

    private TypedFunction(String name, int arity, MethodHandle handle) {
        this.name = name;
        this.arity = arity;
        this.handle = handle;
    }

    static <R> TypedFunction<R> of(ComponentFunction function, Class<R> result, Class<?>... parameters) {
        MethodType exact = MethodType.methodType(result == Void.class ? void.class : result, parameters);
        MethodHandle spread =
                function.handle(exact).asType(exact.generic()).asSpreader(Object[].class, parameters.length);
        return new TypedFunction<>(function.name(), parameters.length, spread);
    }

    /**
     * Calls it.
     *
     * @param args one for each parameter, of the classes that were given
     * @return the result; {@code null} where there is none
     * @throws IllegalArgumentException if an argument is of another class or does not fit
     * @throws IllegalStateException if the instance is closed or in use by another thread
     * @throws dev.witloof.error.TrapException if the guest traps, or has trapped before
     */
    @SuppressWarnings("unchecked") // the handle was made for R
    public @Nullable R call(Object... args) {
        if (args.length != arity) {
            throw new IllegalArgumentException(
                    name + ": expected " + arity + " arguments, found " + Arrays.toString(args));
        }
        try {
            return (R) (Object) handle.invokeExact(args);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name + ": " + e, e);
        }
    }
}
