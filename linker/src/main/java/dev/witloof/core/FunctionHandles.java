package dev.witloof.core;

import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * The types of exact handles to core functions, and the handle of a function that can only be called with an array: the
 * arguments are collected into one and the result is taken out of one.
 */
final class FunctionHandles {

    private static final MethodHandle CALL;
    private static final MethodHandle FROM_INT;
    private static final MethodHandle FROM_FLOAT;
    private static final MethodHandle FROM_DOUBLE;
    private static final MethodHandle TO_INT;
    private static final MethodHandle TO_LONG;
    private static final MethodHandle TO_FLOAT;
    private static final MethodHandle TO_DOUBLE;

    static {
        try {
            MethodHandles.Lookup here = MethodHandles.lookup();
            CALL = here.findVirtual(CoreFunction.class, "call", MethodType.methodType(long[].class, long[].class));
            FROM_INT = from(here, int.class);
            FROM_FLOAT = from(here, float.class);
            FROM_DOUBLE = from(here, double.class);
            TO_INT = to(here, "toInt", int.class);
            TO_LONG = to(here, "toLong", long.class);
            TO_FLOAT = to(here, "toFloat", float.class);
            TO_DOUBLE = to(here, "toDouble", double.class);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private FunctionHandles() {}

    private static MethodHandle from(MethodHandles.Lookup here, Class<?> type) throws ReflectiveOperationException {
        return here.findStatic(FunctionHandles.class, "from", MethodType.methodType(long.class, type));
    }

    private static MethodHandle to(MethodHandles.Lookup here, String name, Class<?> type)
            throws ReflectiveOperationException {
        return here.findStatic(FunctionHandles.class, name, MethodType.methodType(type, long[].class));
    }

    /** How many elements the types take in an array of values: one each, a vector two. */
    static int slots(List<CoreValType> types) {
        int slots = types.size();
        for (CoreValType type : types) {
            if (type == CoreValType.Number.V128) {
                slots++;
            }
        }
        return slots;
    }

    /** The type of the exact handle: a vector is two longs, a reference an int; several results are an array. */
    static MethodType exactType(CoreExternType.Func type) {
        List<Class<?>> params = new ArrayList<>();
        for (CoreValType each : type.params()) {
            params.add(javaType(each));
            if (each == CoreValType.Number.V128) {
                params.add(long.class);
            }
        }
        int results = slots(type.results());
        Class<?> result = results == 0
                ? void.class
                : results == 1 ? javaType(type.results().get(0)) : long[].class;
        return MethodType.methodType(result, params);
    }

    private static Class<?> javaType(CoreValType type) {
        if (type instanceof CoreValType.Number number) {
            return switch (number) {
                case I32 -> int.class;
                case I64, V128 -> long.class;
                case F32 -> float.class;
                case F64 -> double.class;
            };
        }
        return int.class;
    }

    /** The exact handle that goes through {@link CoreFunction#call}. */
    static MethodHandle overArray(CoreFunction function) {
        MethodType type = exactType(function.type());
        MethodHandle handle = CALL.bindTo(function).asCollector(long[].class, type.parameterCount());
        MethodHandle[] boxing = new MethodHandle[type.parameterCount()];
        for (int i = 0; i < boxing.length; i++) {
            Class<?> param = type.parameterType(i);
            // Null leaves the argument as it is: a long.
            boxing[i] = param == int.class
                    ? FROM_INT
                    : param == float.class ? FROM_FLOAT : param == double.class ? FROM_DOUBLE : null;
        }
        handle = MethodHandles.filterArguments(handle, 0, boxing);
        Class<?> result = type.returnType();
        if (result == void.class) {
            return handle.asType(type);
        }
        if (result == long[].class) {
            return handle;
        }
        return MethodHandles.filterReturnValue(
                handle,
                result == int.class
                        ? TO_INT
                        : result == long.class ? TO_LONG : result == float.class ? TO_FLOAT : TO_DOUBLE);
    }

    private static long from(int value) {
        return value;
    }

    private static long from(float value) {
        return Float.floatToRawIntBits(value);
    }

    private static long from(double value) {
        return Double.doubleToRawLongBits(value);
    }

    private static int toInt(long[] results) {
        return (int) results[0];
    }

    private static long toLong(long[] results) {
        return results[0];
    }

    private static float toFloat(long[] results) {
        return Float.intBitsToFloat((int) results[0]);
    }

    private static double toDouble(long[] results) {
        return Double.longBitsToDouble(results[0]);
    }
}
