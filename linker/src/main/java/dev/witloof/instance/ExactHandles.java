package dev.witloof.instance;

import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ValType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Handles of exact types for exported functions. Where all values are scalars the handle leads straight to the core
 * function; where some are not, it collects the arguments for the general way.
 */
final class ExactHandles {

    private static final MethodHandle CALL;

    static {
        try {
            CALL = MethodHandles.lookup()
                    .findVirtual(ComponentFunction.class, "call", MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private ExactHandles() {}

    static MethodHandle of(ComponentFunction function, MethodType java) {
        FuncType type = function.type();
        List<LabelledType> params = type.params();
        if (java.parameterCount() != params.size()) {
            throw new IllegalArgumentException(function.name() + ": expected " + params.size() + " parameters for "
                    + type + ", found " + java.parameterCount());
        }
        for (int i = 0; i < params.size(); i++) {
            LabelledType param = params.get(i);
            if (!fitsParameter(param.type(), java.parameterType(i))) {
                throw unfit(function, "parameter \"" + param.label() + "\"", param.type(), java.parameterType(i));
            }
        }
        if (type.result().isEmpty() != (java.returnType() == void.class)) {
            throw new IllegalArgumentException(function.name() + ", result: expected "
                    + type.result().map(Object::toString).orElse("void") + ", found "
                    + java.returnType().getTypeName());
        }
        type.result().filter(result -> !fitsResult(result, java.returnType())).ifPresent(result -> {
            throw unfit(function, "result", result, java.returnType());
        });
        return isDirect(function, java) ? direct(function, java) : general(function, java);
    }

    private static IllegalArgumentException unfit(
            ComponentFunction function, String where, ValType type, Class<?> java) {
        return new IllegalArgumentException(function.name() + ", " + where + ": expected "
                + JavaTypes.of(type).getSimpleName() + " for " + type + ", found " + java.getTypeName());
    }

    private static boolean fitsParameter(ValType type, Class<?> java) {
        Class<?> unboxed = MethodType.methodType(java).unwrap().returnType();
        if (unboxed.isPrimitive()) {
            return Scalars.fits(type, unboxed);
        }
        Class<?> usual = JavaTypes.of(type);
        return java == Object.class
                || usual.isAssignableFrom(java)
                || usual == String.class && CharSequence.class.isAssignableFrom(java)
                || usual == byte[].class && ByteBuffer.class.isAssignableFrom(java)
                || type == PrimitiveType.U64 && java == BigInteger.class
                || (usual.isArray() || usual == List.class)
                        && (List.class.isAssignableFrom(java) || Object[].class.isAssignableFrom(java));
    }

    private static boolean fitsResult(ValType type, Class<?> java) {
        Class<?> unboxed = MethodType.methodType(java).unwrap().returnType();
        return unboxed.isPrimitive()
                ? Scalars.fits(type, unboxed)
                : java.isAssignableFrom(JavaTypes.of(type)) || JavaTypes.of(type) == Object.class;
    }

    private static boolean isDirect(ComponentFunction function, MethodType java) {
        return function.target() instanceof LiftedFunction lifted
                && lifted.isDirect()
                && java.parameterList().stream().allMatch(Class::isPrimitive)
                && java.returnType().isPrimitive()
                && function.type().params().stream().allMatch(param -> Scalars.isScalar(param.type()))
                && function.type().result().stream().allMatch(Scalars::isScalar);
    }

    private static MethodHandle direct(ComponentFunction function, MethodType java) {
        LiftedFunction lifted = (LiftedFunction) function.target();
        FuncType type = function.type();
        MethodHandle handle = DirectCall.guarded(lifted, function.store(), type.result());
        for (int i = 0; i < java.parameterCount(); i++) {
            LabelledType param = type.params().get(i);
            String where = "argument \"" + param.label() + "\"";
            handle =
                    MethodHandles.filterArguments(handle, i, Scalars.lower(param.type(), java.parameterType(i), where));
        }
        if (type.result().isPresent()) {
            handle = MethodHandles.filterReturnValue(
                    handle, Scalars.lift(type.result().get(), java.returnType()));
        }
        return handle;
    }

    private static MethodHandle general(ComponentFunction function, MethodType java) {
        MethodHandle collecting = CALL.bindTo(function).asCollector(Object[].class, java.parameterCount());
        Class<?> wanted = java.returnType();
        if (wanted == void.class
                || !MethodType.methodType(wanted).unwrap().returnType().isPrimitive()) {
            return collecting.asType(java);
        }
        // A number may be wanted in its narrower class: unbox it as it is, then narrow it.
        Class<?> usual = JavaTypes.of(function.type().result().orElseThrow());
        MethodType unboxed = MethodType.methodType(usual).unwrap();
        MethodType narrow = MethodType.methodType(wanted).unwrap();
        MethodHandle narrowing = MethodHandles.explicitCastArguments(
                MethodHandles.identity(unboxed.returnType()),
                MethodType.methodType(narrow.returnType(), unboxed.returnType()));
        MethodHandle call = collecting.asType(java.changeReturnType(usual).changeReturnType(unboxed.returnType()));
        return MethodHandles.filterReturnValue(call, narrowing).asType(java);
    }
}
