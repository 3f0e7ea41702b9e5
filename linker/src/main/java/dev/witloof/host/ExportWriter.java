package dev.witloof.host;

import dev.witloof.abi.Scalar;
import dev.witloof.value.ResourceValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class whose objects call a guest. Where all values are scalars a method leads straight to the core function.
 *
 * <pre>{@code
 * public int add(int a, int b) {
 *     if (h0 == null) { … as below … }
 *     boolean entered = f0.enter();
 *     int r;
 *     try { r = (int) h0.invokeExact(a, b); } catch (Throwable e) { throw f0.leave(e, entered); }
 *     f0.leave(entered);
 *     return r;
 * }
 *
 * public Optional<byte[]> get(String key) throws ErrorException {
 *     OutgoingCall call = f1.begin();
 *     call.put(0, this);
 *     call.put(1, key);
 *     call.run();
 *     if (call.isError()) throw new ErrorException((Error) call.error());
 *     return (Optional) call.result();
 * }
 * }</pre>
 */
final class ExportWriter extends AdapterWriter {

    static final String DESCRIPTOR =
            "([L" + FUNCTION + ";[Ljava/lang/Object;L" + Type.getInternalName(ResourceValue.class) + ";)V";
    private static final String HANDLE = Type.getDescriptor(MethodHandle.class);
    private static final String RESOURCE = Type.getDescriptor(ResourceValue.class);
    private static final int FIELD = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;

    private final InterfaceShape shape;

    private ExportWriter(MethodHandles.Lookup lookup, InterfaceShape shape) {
        super(lookup, shape.type(), "Exports", OBJECT, interfaces(shape));
        this.shape = shape;
    }

    private static String[] interfaces(InterfaceShape shape) {
        Stream<Class<?>> all =
                shape.resource() == null ? Stream.of(shape.type()) : Stream.of(shape.type(), GuestResource.class);
        return all.map(Type::getInternalName).toArray(String[]::new);
    }

    static byte[] write(MethodHandles.Lookup lookup, InterfaceShape shape) {
        ExportWriter writer = new ExportWriter(lookup, shape);
        writer.fields();
        for (int i = 0; i < shape.functions().size(); i++) {
            writer.function(i, shape.functions().get(i));
        }
        for (int i = 0; i < shape.accessors().size(); i++) {
            writer.accessor(i, shape.accessors().get(i).method());
        }
        if (shape.resource() != null) {
            writer.resource();
        }
        String text = JavaType.name(shape.type()) + " of a guest";
        writer.method(Opcodes.ACC_PUBLIC, "toString", "()Ljava/lang/String;", to -> {
            to.visitLdcInsn(text);
            to.visitInsn(Opcodes.ARETURN);
        });
        return writer.finish();
    }

    private void fields() {
        for (int i = 0; i < shape.functions().size(); i++) {
            writer.visitField(FIELD, "f" + i, "L" + FUNCTION + ";", null, null).visitEnd();
            writer.visitField(FIELD, "h" + i, HANDLE, null, null).visitEnd();
        }
        for (int i = 0; i < shape.accessors().size(); i++) {
            writer.visitField(FIELD, "i" + i, "Ljava/lang/Object;", null, null).visitEnd();
        }
        writer.visitField(FIELD, "handle", RESOURCE, null, null).visitEnd();
        method(Opcodes.ACC_PUBLIC, CONSTRUCTOR, DESCRIPTOR, to -> {
            to.visitVarInsn(Opcodes.ALOAD, 0);
            to.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, CONSTRUCTOR, "()V", false);
            for (int i = 0; i < shape.functions().size(); i++) {
                element(to, 1, i);
                to.visitFieldInsn(Opcodes.PUTFIELD, name, "f" + i, "L" + FUNCTION + ";");
                element(to, 1, i);
                virtual(to, FUNCTION, "direct", "()" + HANDLE);
                to.visitFieldInsn(Opcodes.PUTFIELD, name, "h" + i, HANDLE);
            }
            for (int i = 0; i < shape.accessors().size(); i++) {
                element(to, 2, i);
                to.visitFieldInsn(Opcodes.PUTFIELD, name, "i" + i, "Ljava/lang/Object;");
            }
            to.visitVarInsn(Opcodes.ALOAD, 0);
            to.visitVarInsn(Opcodes.ALOAD, 3);
            to.visitFieldInsn(Opcodes.PUTFIELD, name, "handle", RESOURCE);
            to.visitInsn(Opcodes.RETURN);
        });
    }

    private static void element(MethodVisitor to, int array, int place) {
        to.visitVarInsn(Opcodes.ALOAD, 0);
        to.visitVarInsn(Opcodes.ALOAD, array);
        push(to, place);
        to.visitInsn(Opcodes.AALOAD);
    }

    private void field(MethodVisitor to, String field, String descriptor) {
        to.visitVarInsn(Opcodes.ALOAD, 0);
        to.visitFieldInsn(Opcodes.GETFIELD, name, field, descriptor);
    }

    private void accessor(int place, Method method) {
        method(Opcodes.ACC_PUBLIC, method.getName(), Type.getMethodDescriptor(method), to -> {
            field(to, "i" + place, "Ljava/lang/Object;");
            cast(to, method.getReturnType());
            to.visitInsn(Opcodes.ARETURN);
        });
    }

    private void resource() {
        method(Opcodes.ACC_PUBLIC, "witloofHandle", "()" + RESOURCE, to -> {
            field(to, "handle", RESOURCE);
            to.visitInsn(Opcodes.ARETURN);
        });
        boolean closes = Methods.all(shape.type()).stream()
                .anyMatch(each -> each.getName().equals("close") && each.getParameterCount() == 0);
        if (closes) {
            method(Opcodes.ACC_PUBLIC, "close", "()V", to -> {
                to.visitVarInsn(Opcodes.ALOAD, 0);
                to.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        Type.getInternalName(GuestResources.class),
                        "drop",
                        "(" + Type.getDescriptor(GuestResource.class) + ")V",
                        false);
                to.visitInsn(Opcodes.RETURN);
            });
        }
    }

    private void function(int place, FunctionShape function) {
        Method method = Objects.requireNonNull(function.method());
        method(Opcodes.ACC_PUBLIC, method.getName(), Type.getMethodDescriptor(method), to -> {
            if (new ExportedSignature(function).isScalar()) {
                Label general = new Label();
                field(to, "h" + place, HANDLE);
                to.visitJumpInsn(Opcodes.IFNULL, general);
                direct(to, place, function, method);
                to.visitLabel(general);
            }
            general(to, place, function, method);
        });
    }

    private void general(MethodVisitor to, int place, FunctionShape function, Method method) {
        int call = 1
                + Arrays.stream(method.getParameterTypes())
                        .mapToInt(AdapterWriter::size)
                        .sum();
        field(to, "f" + place, "L" + FUNCTION + ";");
        virtual(to, FUNCTION, "begin", "()L" + OUT + ";");
        to.visitVarInsn(Opcodes.ASTORE, call);
        int param = 0;
        if (function.isMethod()) {
            to.visitVarInsn(Opcodes.ALOAD, call);
            push(to, param++);
            to.visitVarInsn(Opcodes.ALOAD, 0);
            virtual(to, OUT, "put", "(ILjava/lang/Object;)V");
        }
        int local = 1;
        for (Class<?> type : method.getParameterTypes()) {
            to.visitVarInsn(Opcodes.ALOAD, call);
            push(to, param++);
            load(to, type, local);
            virtual(to, OUT, "put", "(I" + slot(type) + ")V");
            local += size(type);
        }
        to.visitVarInsn(Opcodes.ALOAD, call);
        virtual(to, OUT, "run", "()V");
        if (function.result().failure() != null) {
            failure(to, function.result().failure(), call);
        }
        Class<?> returned = method.getReturnType();
        if (returned != void.class) {
            to.visitVarInsn(Opcodes.ALOAD, call);
            if (returned.isPrimitive()) {
                virtual(to, OUT, returned.getName() + "Result", "()" + Type.getDescriptor(returned));
            } else {
                virtual(to, OUT, "result", "()Ljava/lang/Object;");
                cast(to, returned);
            }
        }
        to.visitInsn(Type.getType(returned).getOpcode(Opcodes.IRETURN));
    }

    private static void failure(MethodVisitor to, FunctionShape.Failure failure, int call) {
        Label fine = new Label();
        Class<?> error = Objects.requireNonNull(failure.constructor()).getParameterTypes()[0];
        to.visitVarInsn(Opcodes.ALOAD, call);
        virtual(to, OUT, "isError", "()Z");
        to.visitJumpInsn(Opcodes.IFEQ, fine);
        to.visitTypeInsn(Opcodes.NEW, Type.getInternalName(failure.type()));
        to.visitInsn(Opcodes.DUP);
        to.visitVarInsn(Opcodes.ALOAD, call);
        virtual(to, OUT, "error", "()Ljava/lang/Object;");
        unbox(to, error);
        to.visitMethodInsn(
                Opcodes.INVOKESPECIAL,
                Type.getInternalName(failure.type()),
                CONSTRUCTOR,
                Type.getConstructorDescriptor(failure.constructor()),
                false);
        to.visitInsn(Opcodes.ATHROW);
        to.visitLabel(fine);
    }

    private static void unbox(MethodVisitor to, Class<?> type) {
        Class<?> box = MethodType.methodType(type).wrap().returnType();
        cast(to, box);
        if (type.isPrimitive()) {
            virtual(to, Type.getInternalName(box), type.getName() + "Value", "()" + Type.getDescriptor(type));
        }
    }

    /** The core value that a scalar is. */
    private static Class<?> core(Scalar scalar) {
        return switch (scalar) {
            case BOOL, S8, U8, U8_BITS, S16, U16, U16_BITS, S32, U32, U32_BITS, CHAR -> int.class;
            case S64, U64 -> long.class;
            case F32 -> float.class;
            case F64 -> double.class;
        };
    }

    private void direct(MethodVisitor to, int place, FunctionShape function, Method method) {
        List<Scalar> scalars = function.params().stream()
                .map(each -> Objects.requireNonNull(each.scalar()))
                .toList();
        int free = 1 + scalars.stream().mapToInt(each -> size(each.java())).sum();
        int[] lowered = new int[scalars.size()];
        int at = free++;
        int local = 1;
        Label begin = new Label();
        Label end = new Label();
        Label unfit = new Label();
        Label entering = new Label();
        boolean mayNotFit = !scalars.isEmpty();
        if (mayNotFit) {
            push(to, 0);
            to.visitVarInsn(Opcodes.ISTORE, at);
            to.visitTryCatchBlock(begin, end, unfit, "java/lang/IllegalArgumentException");
        }
        to.visitLabel(begin);
        for (int i = 0; i < lowered.length; i++) {
            Scalar scalar = scalars.get(i);
            push(to, i);
            to.visitVarInsn(Opcodes.ISTORE, at);
            load(to, scalar.java(), local);
            bits(to, "lower" + scalar.name(), "(" + Type.getDescriptor(scalar.java()) + ")J");
            fromBits(to, core(scalar));
            lowered[i] = free;
            store(to, core(scalar), free);
            local += size(scalar.java());
            free += size(core(scalar));
        }
        to.visitLabel(end);
        to.visitJumpInsn(Opcodes.GOTO, entering);
        if (mayNotFit) {
            to.visitLabel(unfit);
            int thrown = free;
            to.visitVarInsn(Opcodes.ASTORE, thrown);
            field(to, "f" + place, "L" + FUNCTION + ";");
            to.visitVarInsn(Opcodes.ALOAD, thrown);
            to.visitVarInsn(Opcodes.ILOAD, at);
            virtual(
                    to,
                    FUNCTION,
                    "unfit",
                    "(Ljava/lang/IllegalArgumentException;I)Ljava/lang/IllegalArgumentException;");
            to.visitInsn(Opcodes.ATHROW);
        }
        to.visitLabel(entering);
        call(to, place, function.result().scalar(), scalars, lowered, free, method.getReturnType());
    }

    private void call(
            MethodVisitor to,
            int place,
            @Nullable Scalar result,
            List<Scalar> scalars,
            int[] lowered,
            int free,
            Class<?> returned) {
        int entered = free;
        int value = free + 1;
        Label begin = new Label();
        Label end = new Label();
        Label threw = new Label();
        Label done = new Label();
        field(to, "f" + place, "L" + FUNCTION + ";");
        virtual(to, FUNCTION, "enter", "()Z");
        to.visitVarInsn(Opcodes.ISTORE, entered);
        to.visitTryCatchBlock(begin, end, threw, "java/lang/Throwable");
        to.visitLabel(begin);
        field(to, "h" + place, HANDLE);
        StringBuilder descriptor = new StringBuilder("(");
        for (int i = 0; i < lowered.length; i++) {
            load(to, core(scalars.get(i)), lowered[i]);
            descriptor.append(Type.getDescriptor(core(scalars.get(i))));
        }
        Class<?> coreResult = result == null ? void.class : core(result);
        descriptor.append(')').append(Type.getDescriptor(coreResult));
        virtual(to, "java/lang/invoke/MethodHandle", "invokeExact", descriptor.toString());
        if (result != null) {
            toBits(to, coreResult);
            bits(to, "lift" + result.name(), "(J)" + Type.getDescriptor(result.java()));
            store(to, returned, value);
        }
        to.visitLabel(end);
        to.visitJumpInsn(Opcodes.GOTO, done);
        to.visitLabel(threw);
        to.visitVarInsn(Opcodes.ASTORE, value);
        field(to, "f" + place, "L" + FUNCTION + ";");
        to.visitVarInsn(Opcodes.ALOAD, value);
        to.visitVarInsn(Opcodes.ILOAD, entered);
        virtual(to, FUNCTION, "leave", "(Ljava/lang/Throwable;Z)Ljava/lang/RuntimeException;");
        to.visitInsn(Opcodes.ATHROW);
        to.visitLabel(done);
        field(to, "f" + place, "L" + FUNCTION + ";");
        to.visitVarInsn(Opcodes.ILOAD, entered);
        virtual(to, FUNCTION, "leave", "(Z)V");
        if (result != null) {
            load(to, returned, value);
        }
        to.visitInsn(Type.getType(returned).getOpcode(Opcodes.IRETURN));
    }

    private static void fromBits(MethodVisitor to, Class<?> core) {
        if (core == int.class || core == float.class) {
            to.visitInsn(Opcodes.L2I);
        }
        if (core == float.class) {
            to.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Float", "intBitsToFloat", "(I)F", false);
        }
        if (core == double.class) {
            to.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Double", "longBitsToDouble", "(J)D", false);
        }
    }

    private static void toBits(MethodVisitor to, Class<?> core) {
        if (core == float.class) {
            to.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Float", "floatToRawIntBits", "(F)I", false);
        }
        if (core == double.class) {
            to.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Double", "doubleToRawLongBits", "(D)J", false);
        }
        if (core == int.class || core == float.class) {
            to.visitInsn(Opcodes.I2L);
        }
    }
}
