package dev.witloof.host;

import dev.witloof.abi.ScalarBits;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What the writers of adapter classes share. */
abstract class AdapterWriter {

    static final String IN = Type.getInternalName(IncomingCall.class);
    static final String OUT = Type.getInternalName(OutgoingCall.class);
    static final String FUNCTION = Type.getInternalName(ExportedFunction.class);
    static final String BITS = Type.getInternalName(ScalarBits.class);
    static final String OBJECT = "java/lang/Object";
    static final String CONSTRUCTOR = "<init>";

    final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
        @Override
        protected String getCommonSuperClass(String one, String other) {
            // Nothing that is written here needs to know more where two ways meet, and no class may be loaded to find
            // out.
            return OBJECT;
        }
    };

    final String name;

    /**
     * Begins a class.
     *
     * @param lookup says where the class is to be
     */
    AdapterWriter(MethodHandles.Lookup lookup, Class<?> type, String suffix, String superclass, String... interfaces) {
        String folder = lookup.lookupClass().getPackageName().replace('.', '/');
        this.name = (folder.isEmpty() ? "" : folder + "/") + type.getSimpleName() + suffix;
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, name, null, superclass, interfaces);
    }

    byte[] finish() {
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** A method whose code is written at once. */
    void method(int access, String method, String descriptor, Consumer<MethodVisitor> code) {
        MethodVisitor to = writer.visitMethod(access, method, descriptor, null, null);
        to.visitCode();
        code.accept(to);
        to.visitMaxs(0, 0);
        to.visitEnd();
    }

    /** A switch over 0 to the number of labels. */
    static void dispatch(MethodVisitor to, Label[] labels, Label otherwise) {
        if (labels.length == 0) {
            to.visitInsn(Opcodes.POP);
            to.visitJumpInsn(Opcodes.GOTO, otherwise);
        } else {
            to.visitTableSwitchInsn(0, labels.length - 1, otherwise, labels);
        }
    }

    static void push(MethodVisitor to, int number) {
        if (number >= -1 && number <= 5) {
            to.visitInsn(Opcodes.ICONST_0 + number);
        } else if (number == (short) number) {
            to.visitIntInsn(Opcodes.SIPUSH, number);
        } else {
            to.visitLdcInsn(number);
        }
    }

    static void load(MethodVisitor to, Class<?> type, int local) {
        to.visitVarInsn(Type.getType(type).getOpcode(Opcodes.ILOAD), local);
    }

    static void store(MethodVisitor to, Class<?> type, int local) {
        to.visitVarInsn(Type.getType(type).getOpcode(Opcodes.ISTORE), local);
    }

    static int size(Class<?> type) {
        return Type.getType(type).getSize();
    }

    static void cast(MethodVisitor to, Class<?> type) {
        if (type != Object.class) {
            to.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
        }
    }

    static void box(MethodVisitor to, Class<?> type) {
        if (type.isPrimitive()) {
            Class<?> box = MethodType.methodType(type).wrap().returnType();
            to.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    Type.getInternalName(box),
                    "valueOf",
                    Type.getMethodDescriptor(Type.getType(box), Type.getType(type)),
                    false);
        }
    }

    /** What is on the stack as the SPI overloads take it: a primitive, or any object. */
    static String slot(Class<?> type) {
        return type.isPrimitive() ? Type.getDescriptor(type) : "Ljava/lang/Object;";
    }

    static void virtual(MethodVisitor to, String owner, String method, String descriptor) {
        to.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, method, descriptor, false);
    }

    static void bits(MethodVisitor to, String method, String descriptor) {
        to.visitMethodInsn(Opcodes.INVOKESTATIC, BITS, method, descriptor, false);
    }

    /** Calls a method of a user's class or interface. */
    static void invoke(MethodVisitor to, Class<?> owner, Method method) {
        to.visitMethodInsn(
                owner.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL,
                Type.getInternalName(owner),
                method.getName(),
                Type.getMethodDescriptor(method),
                owner.isInterface());
    }
}
