package dev.witloof.core;

import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/** A core function of the host's. */
public final class CoreFunction implements CoreExtern {

    private final CoreExternType.Func type;
    private final HostCode code;

    private CoreFunction(CoreExternType.Func type, HostCode code) {
        this.type = type;
        this.code = code;
    }

    /** A function that runs {@code code}. */
    public static CoreFunction ofHost(CoreExternType.Func type, HostCode code) {
        return new CoreFunction(type, code);
    }

    @Override
    public CoreExternType.Func type() {
        return type;
    }

    /** Calls the function. */
    public long[] call(long... args) {
        return code.call(args);
    }

    /** The function with parameters of their own types; only integers are needed here. */
    public MethodHandle handle() {
        try {
            MethodHandle call = MethodHandles.lookup()
                    .findVirtual(CoreFunction.class, "call", MethodType.methodType(long[].class, long[].class))
                    .bindTo(this)
                    .asFixedArity();
            List<Class<?>> params =
                    type.params().stream().<Class<?>>map(CoreFunction::javaType).toList();
            call = call.asCollector(long[].class, params.size());
            if (type.results().isEmpty()) {
                call = call.asType(call.type().changeReturnType(void.class));
            } else {
                call = MethodHandles.filterReturnValue(
                        call, MethodHandles.insertArguments(MethodHandles.arrayElementGetter(long[].class), 1, 0));
            }
            Class<?> result = type.results().isEmpty()
                    ? void.class
                    : javaType(type.results().get(0));
            return MethodHandles.explicitCastArguments(call, MethodType.methodType(result, params));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> javaType(CoreValType type) {
        return type == CoreValType.Number.I64 ? long.class : int.class;
    }

    /** What a host function does. */
    @FunctionalInterface
    public interface HostCode {
        /** Runs. */
        long[] call(long[] args);
    }
}
