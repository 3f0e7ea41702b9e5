package dev.witloof.instance;

import dev.witloof.host.ExportedFunction;
import dev.witloof.host.FunctionSignature;
import dev.witloof.host.OutgoingCall;
import dev.witloof.host.TypeToken;
import dev.witloof.type.LabelledType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exported function whose Java types were checked when it was looked up.
 *
 * @param <R> the class of the result
 */
public final class TypedFunction<R> {

    /** What a call does with its arguments, which are as many as there are parameters. */
    @FunctionalInterface
    private interface Invocation {
        @Nullable
        Object call(@Nullable Object[] args);
    }

    private final String name;
    private final int arity;
    private final Invocation invocation;

    private TypedFunction(String name, int arity, Invocation invocation) {
        this.name = name;
        this.arity = arity;
        this.invocation = invocation;
    }

    static <R> TypedFunction<R> of(ComponentFunction function, Class<R> result, Class<?>... parameters) {
        if (FunctionSignature.isUntyped(result) && Arrays.stream(parameters).allMatch(FunctionSignature::isUntyped)) {
            return exact(function, result, parameters);
        }
        return typed(
                function,
                FunctionSignature.of(
                        function.name(),
                        function.type(),
                        result,
                        List.of(parameters),
                        function.store().adapters()));
    }

    static <R> TypedFunction<R> of(ComponentFunction function, TypeToken<R> result, TypeToken<?>... parameters) {
        List<AnnotatedType> types =
                Arrays.stream(parameters).<AnnotatedType>map(TypeToken::type).toList();
        return typed(
                function,
                FunctionSignature.of(
                        function.name(),
                        function.type(),
                        result.type(),
                        types,
                        function.store().adapters()));
    }

    private static <R> TypedFunction<R> exact(ComponentFunction function, Class<R> result, Class<?>... parameters) {
        MethodType exact = MethodType.methodType(result == Void.class ? void.class : result, parameters);
        MethodHandle spread =
                function.handle(exact).asType(exact.generic()).asSpreader(Object[].class, parameters.length);
        List<LabelledType> types = function.type().params();
        Class<?>[] classes = parameters.clone();
        return new TypedFunction<>(function.name(), parameters.length, args -> {
            for (int i = 0; i < args.length; i++) {
                if (args[i] == null && classes[i].isPrimitive()) {
                    LabelledType type = types.get(i);
                    throw new IllegalArgumentException(
                            "argument \"" + type.label() + "\": expected " + type.type() + ", found null");
                }
            }
            try {
                return (Object) spread.invokeExact(args);
            } catch (ClassCastException e) {
                throw new IllegalArgumentException(function.name() + ": " + e.getMessage(), e);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(function.name() + ": " + e, e);
            }
        });
    }

    private static <R> TypedFunction<R> typed(ComponentFunction function, FunctionSignature signature) {
        ExportedFunction exported = JavaExports.function(function, signature.exported());
        return new TypedFunction<>(function.name(), function.type().params().size(), args -> {
            OutgoingCall call = exported.begin();
            for (int i = 0; i < args.length; i++) {
                call.put(i, args[i]);
            }
            call.run();
            return call.result();
        });
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
    @SuppressWarnings("unchecked") // the invocation was made for R
    public @Nullable R call(@Nullable Object... args) {
        if (args.length != arity) {
            throw new IllegalArgumentException(
                    name + ": expected " + arity + " arguments, found " + Arrays.toString(args));
        }
        return (R) invocation.call(args);
    }
}
