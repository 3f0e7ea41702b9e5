package dev.witloof.instance;

import dev.witloof.type.LabelledType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exported function whose Java types were checked when it was looked up.
 *
 * @param <R> the class of the result
 */
public final class TypedFunction<R> {

    private final String name;
    private final List<LabelledType> types;
    private final Class<?>[] parameters;
    private final MethodHandle handle;

    private TypedFunction(String name, List<LabelledType> types, Class<?>[] parameters, MethodHandle handle) {
        this.name = name;
        this.types = types;
        this.parameters = parameters;
        this.handle = handle;
    }

    static <R> TypedFunction<R> of(ComponentFunction function, Class<R> result, Class<?>... parameters) {
        MethodType exact = MethodType.methodType(result == Void.class ? void.class : result, parameters);
        MethodHandle spread =
                function.handle(exact).asType(exact.generic()).asSpreader(Object[].class, parameters.length);
        return new TypedFunction<>(function.name(), function.type().params(), parameters.clone(), spread);
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
    public @Nullable R call(@Nullable Object... args) {
        if (args.length != parameters.length) {
            throw new IllegalArgumentException(
                    name + ": expected " + parameters.length + " arguments, found " + Arrays.toString(args));
        }
        for (int i = 0; i < args.length; i++) {
            if (args[i] == null && parameters[i].isPrimitive()) {
                LabelledType type = types.get(i);
                throw new IllegalArgumentException(
                        "argument \"" + type.label() + "\": expected " + type.type() + ", found null");
            }
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
