package dev.witloof.host;

import dev.witloof.abi.Scalar;
import dev.witloof.layout.Flattening;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ValType;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the adapters by which a guest calls Java: one static method for each function, which takes scalars from the guest's
 * core values to the backend's primitive parameters and all else by what was prepared.
 *
 * <pre>{@code
 * static long[] f0(Object implementation, IncomingCall in, long[] flat) {
 *     Store self = (Store) implementation;
 *     String p0 = (String) in.param(flat, 0);
 *     int p1 = ScalarBits.liftU8(flat[2]);
 *     Store.Bucket r;
 *     try { r = self.open(p0, p1); }
 *     catch (ErrorException e) { return in.error(flat, e.error()); }
 *     catch (Throwable e) { throw in.threw(e); }
 *     return in.ok(flat, r);
 * }
 * }</pre>
 */
final class ImportWriter extends AdapterWriter {

    private static final int IMPLEMENTATION = 0;
    private static final int CALL = 1;
    private static final int FLAT = 2;
    private static final int FIRST_FREE = 3;
    private static final String FUNCTION_DESCRIPTOR = "(Ljava/lang/Object;L" + IN + ";[J)[J";
    private static final int STATIC = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;

    private final InterfaceShape shape;

    private ImportWriter(MethodHandles.Lookup lookup, InterfaceShape shape) {
        super(lookup, shape.type(), "Imports", OBJECT, Type.getInternalName(ImportCode.class));
        this.shape = shape;
    }

    static byte[] write(MethodHandles.Lookup lookup, InterfaceShape shape) {
        ImportWriter writer = new ImportWriter(lookup, shape);
        writer.method(0, CONSTRUCTOR, "()V", to -> {
            to.visitVarInsn(Opcodes.ALOAD, 0);
            to.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, CONSTRUCTOR, "()V", false);
            to.visitInsn(Opcodes.RETURN);
        });
        writer.method(Opcodes.ACC_PUBLIC, "call", "(I" + FUNCTION_DESCRIPTOR.substring(1), writer::call);
        for (int i = 0; i < shape.functions().size(); i++) {
            FunctionShape function = shape.functions().get(i);
            writer.method(STATIC, "f" + i, FUNCTION_DESCRIPTOR, to -> writer.function(to, function));
        }
        return writer.finish();
    }

    private void call(MethodVisitor to) {
        Label[] labels = new Label[shape.functions().size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = new Label();
        }
        Label otherwise = new Label();
        to.visitVarInsn(Opcodes.ILOAD, 1);
        dispatch(to, labels, otherwise);
        for (int i = 0; i < labels.length; i++) {
            to.visitLabel(labels[i]);
            for (int local = 2; local < 5; local++) {
                to.visitVarInsn(Opcodes.ALOAD, local);
            }
            to.visitMethodInsn(Opcodes.INVOKESTATIC, name, "f" + i, FUNCTION_DESCRIPTOR, false);
            to.visitInsn(Opcodes.ARETURN);
        }
        to.visitLabel(otherwise);
        to.visitTypeInsn(Opcodes.NEW, "java/lang/IllegalArgumentException");
        to.visitInsn(Opcodes.DUP);
        to.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/IllegalArgumentException", CONSTRUCTOR, "()V", false);
        to.visitInsn(Opcodes.ATHROW);
    }

    private void function(MethodVisitor to, FunctionShape function) {
        Method method = Objects.requireNonNull(function.method());
        List<Shape> params = function.params();
        List<ValType> types =
                function.type().params().stream().map(LabelledType::type).toList();
        boolean spilled =
                Flattening.flatten(types, Flattening.MAX_FLAT_PARAMS + 1).size() > Flattening.MAX_FLAT_PARAMS;
        int local = FIRST_FREE;
        int offset = 0;
        int[] locals = new int[params.size()];
        for (int i = 0; i < locals.length; i++) {
            locals[i] = local;
            param(to, params.get(i), i, spilled ? -1 : offset);
            store(to, params.get(i).java(), local);
            local += size(params.get(i).java());
            offset += spilled ? 0 : Flattening.count(types.get(i));
        }
        Label begin = new Label();
        Label end = new Label();
        Label failed = new Label();
        Label threw = new Label();
        FunctionShape.Failure failure = function.result().failure();
        if (failure != null) {
            to.visitTryCatchBlock(begin, end, failed, Type.getInternalName(failure.type()));
        }
        to.visitTryCatchBlock(begin, end, threw, "java/lang/Throwable");
        to.visitLabel(begin);
        if (!function.isMethod()) {
            to.visitVarInsn(Opcodes.ALOAD, IMPLEMENTATION);
            cast(to, shape.type());
        }
        for (int i = 0; i < locals.length; i++) {
            load(to, params.get(i).java(), locals[i]);
        }
        invoke(to, shape.type(), method);
        Class<?> returned = method.getReturnType();
        if (returned != void.class) {
            store(to, returned, local);
        }
        to.visitLabel(end);
        result(to, function, returned, local);
        if (failure != null) {
            to.visitLabel(failed);
            failure(to, failure, local);
        }
        to.visitLabel(threw);
        to.visitVarInsn(Opcodes.ASTORE, local);
        to.visitVarInsn(Opcodes.ALOAD, CALL);
        to.visitVarInsn(Opcodes.ALOAD, local);
        virtual(to, IN, "threw", "(Ljava/lang/Throwable;)Ldev/witloof/error/TrapException;");
        to.visitInsn(Opcodes.ATHROW);
    }

    /** Leaves a parameter on the stack. */
    private static void param(MethodVisitor to, Shape shape, int place, int offset) {
        Scalar scalar = shape.scalar();
        if (scalar != null && offset >= 0) {
            to.visitVarInsn(Opcodes.ALOAD, FLAT);
            push(to, offset);
            to.visitInsn(Opcodes.LALOAD);
            bits(to, "lift" + scalar.name(), "(J)" + Type.getDescriptor(scalar.java()));
            return;
        }
        to.visitVarInsn(Opcodes.ALOAD, CALL);
        to.visitVarInsn(Opcodes.ALOAD, FLAT);
        push(to, place);
        if (scalar != null) {
            virtual(to, IN, scalar.java().getName() + "Param", "([JI)" + Type.getDescriptor(scalar.java()));
        } else {
            virtual(to, IN, "param", "([JI)Ljava/lang/Object;");
            cast(to, shape.java());
        }
    }

    private static void result(MethodVisitor to, FunctionShape function, Class<?> returned, int local) {
        @Nullable Scalar scalar = function.result().scalar();
        boolean either = function.result().failure() != null;
        if (scalar != null && !either && fitsAlways(scalar)) {
            to.visitInsn(Opcodes.ICONST_1);
            to.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
            to.visitInsn(Opcodes.DUP);
            to.visitInsn(Opcodes.ICONST_0);
            load(to, returned, local);
            bits(to, "lower" + scalar.name(), "(" + Type.getDescriptor(scalar.java()) + ")J");
            to.visitInsn(Opcodes.LASTORE);
            to.visitInsn(Opcodes.ARETURN);
            return;
        }
        to.visitVarInsn(Opcodes.ALOAD, CALL);
        if (function.type().result().isEmpty()) {
            virtual(to, IN, "none", "()[J");
        } else {
            to.visitVarInsn(Opcodes.ALOAD, FLAT);
            String method = either ? "ok" : "result";
            if (returned == void.class) {
                virtual(to, IN, method, "([J)[J");
            } else {
                load(to, returned, local);
                virtual(to, IN, method, "([J" + slot(returned) + ")[J");
            }
            if (function.isMethod() && returned == byte[].class) {
                to.visitVarInsn(Opcodes.ALOAD, FIRST_FREE);
                to.visitVarInsn(Opcodes.ALOAD, local);
                to.visitMethodInsn(Opcodes.INVOKESTATIC, IN, "copied", "(Ljava/lang/Object;[B)V", false);
            }
        }
        to.visitInsn(Opcodes.ARETURN);
    }

    /** Whether no value of Java's primitive is out of range; else the message must say where it was found. */
    private static boolean fitsAlways(Scalar scalar) {
        return switch (scalar) {
            case U8, U16, U32, CHAR -> false;
            case BOOL, S8, U8_BITS, S16, U16_BITS, S32, U32_BITS, S64, U64, F32, F64 -> true;
        };
    }

    private static void failure(MethodVisitor to, FunctionShape.Failure failure, int local) {
        to.visitVarInsn(Opcodes.ASTORE, local);
        to.visitVarInsn(Opcodes.ALOAD, CALL);
        to.visitVarInsn(Opcodes.ALOAD, FLAT);
        if (failure.error() == null) {
            to.visitInsn(Opcodes.ACONST_NULL);
        } else {
            to.visitVarInsn(Opcodes.ALOAD, local);
            invoke(to, failure.type(), failure.accessor());
            box(to, failure.accessor().getReturnType());
        }
        virtual(to, IN, "error", "([JLjava/lang/Object;)[J");
        to.visitInsn(Opcodes.ARETURN);
    }
}
