package dev.witloof.host;

import dev.witloof.abi.Scalar;
import dev.witloof.abi.View;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class that makes and reads records, or the cases of a variant, without boxing their scalars.
 *
 * <pre>{@code
 * static Object load0(LiftLowerContext cx, int at, int[] offsets, Loader[] parts) {
 *     int p0 = ScalarBits.liftS32(ScalarBits.load4(cx, at + offsets[0]));
 *     String p1 = (String) parts[1].load(cx, at + offsets[1]);
 *     try { return new Point(p0, p1); } catch (Throwable e) { throw Thrown.byConstructor(Point.class, e); }
 * }
 * }</pre>
 */
final class ValueWriter extends AdapterWriter {

    private static final String ABI = "Ldev/witloof/abi/";
    private static final String CX = ABI + "LiftLowerContext;";
    private static final String STEPS = "[Ljava/lang/String;";
    private static final int STATIC = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;

    private final List<Alternative> alternatives;

    /**
     * A record, or a case of a variant.
     *
     * @param type the record
     * @param constructor takes all parts
     * @param accessors one for each part
     * @param shapes how the parts look
     */
    record Alternative(Class<?> type, Constructor<?> constructor, List<Method> accessors, List<Shape> shapes) {

        /** Forgets the views, of which the code knows nothing, so that equal code is written once. */
        Alternative {
            shapes = shapes.stream()
                    .map(each -> new Shape(each.java(), View.UNTYPED, each.scalar()))
                    .toList();
        }
    }

    /** One of the four things that the class does. */
    private enum Work {
        LOAD("load", "I", "Loader", "(" + CX + "I)Ljava/lang/Object;", false),
        LIFT("lift", "[JI", "FlatLifter", "(" + CX + "[JI)Ljava/lang/Object;", false),
        STORE("store", "I", "Storer", "(" + CX + "Ljava/lang/Object;I)V", true),
        LOWER("lower", "[JI", "FlatLowerer", "(" + CX + "Ljava/lang/Object;[JI)V", true);

        private final String method;
        private final String where;
        private final String part;
        private final String partDescriptor;
        private final boolean lowers;

        Work(String method, String where, String part, String partDescriptor, boolean lowers) {
            this.method = method;
            this.where = where;
            this.part = part;
            this.partDescriptor = partDescriptor;
            this.lowers = lowers;
        }

        boolean isFlat() {
            return where.startsWith("[");
        }

        /** Of the method of the interface, with the place, or of the one for an alternative. */
        String descriptor(boolean withPlace) {
            return "(" + CX + (lowers ? "Ljava/lang/Object;" : "") + where + (withPlace ? "I" : "") + "[I[" + ABI + part
                    + ";" + (lowers ? STEPS : "") + ")" + (lowers ? "V" : "Ljava/lang/Object;");
        }
    }

    private ValueWriter(MethodHandles.Lookup lookup, Class<?> type, List<Alternative> alternatives) {
        super(lookup, type, "Values", OBJECT, Type.getInternalName(ValueCode.class));
        this.alternatives = alternatives;
    }

    static byte[] write(MethodHandles.Lookup lookup, Class<?> type, List<Alternative> alternatives) {
        ValueWriter writer = new ValueWriter(lookup, type, alternatives);
        writer.method(0, CONSTRUCTOR, "()V", to -> {
            to.visitVarInsn(Opcodes.ALOAD, 0);
            to.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, CONSTRUCTOR, "()V", false);
            to.visitInsn(Opcodes.RETURN);
        });
        for (Work work : Work.values()) {
            writer.method(Opcodes.ACC_PUBLIC, work.method, work.descriptor(true), to -> writer.dispatch(to, work));
            for (int i = 0; i < alternatives.size(); i++) {
                int place = i;
                writer.method(
                        STATIC, work.method + i, work.descriptor(false), to -> writer.alternative(to, work, place));
            }
        }
        return writer.finish();
    }

    /** Calls the method for the place. */
    private void dispatch(MethodVisitor to, Work work) {
        Type[] parameters = Type.getArgumentTypes(work.descriptor(true));
        int placeParameter = (work.lowers ? 2 : 1) + (work.isFlat() ? 2 : 1);
        Label[] labels = new Label[alternatives.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = new Label();
        }
        Label otherwise = new Label();
        // All parameters take one slot each.
        to.visitVarInsn(Opcodes.ILOAD, placeParameter + 1);
        dispatch(to, labels, otherwise);
        for (int i = 0; i < labels.length; i++) {
            to.visitLabel(labels[i]);
            for (int p = 0; p < parameters.length; p++) {
                if (p != placeParameter) {
                    to.visitVarInsn(parameters[p].getOpcode(Opcodes.ILOAD), p + 1);
                }
            }
            to.visitMethodInsn(Opcodes.INVOKESTATIC, name, work.method + i, work.descriptor(false), false);
            to.visitInsn(work.lowers ? Opcodes.RETURN : Opcodes.ARETURN);
        }
        to.visitLabel(otherwise);
        to.visitTypeInsn(Opcodes.NEW, "java/lang/IllegalStateException");
        to.visitInsn(Opcodes.DUP);
        to.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/IllegalStateException", CONSTRUCTOR, "()V", false);
        to.visitInsn(Opcodes.ATHROW);
    }

    private void alternative(MethodVisitor to, Work work, int place) {
        Alternative each = alternatives.get(place);
        if (work.lowers) {
            lower(to, work, each, place);
        } else {
            lift(to, work, each, place);
        }
    }

    /** Of a record its fields are the parts; of a variant the cases are. */
    private int part(int place, int field) {
        return alternatives.size() == 1 ? field : place;
    }

    /** Leaves the address, or the place among the core values, of a field on the stack. */
    private void where(MethodVisitor to, int at, int offsets, int field) {
        to.visitVarInsn(Opcodes.ILOAD, at);
        if (alternatives.size() == 1) {
            to.visitVarInsn(Opcodes.ALOAD, offsets);
            push(to, field);
            to.visitInsn(Opcodes.IALOAD);
            to.visitInsn(Opcodes.IADD);
        }
    }

    private void lift(MethodVisitor to, Work work, Alternative each, int place) {
        int at = work.isFlat() ? 2 : 1;
        int offsets = at + 1;
        int parts = at + 2;
        int local = at + 3;
        int[] locals = new int[each.shapes().size()];
        for (int i = 0; i < locals.length; i++) {
            Shape shape = each.shapes().get(i);
            Scalar scalar = shape.scalar();
            if (scalar != null) {
                to.visitVarInsn(Opcodes.ALOAD, work.isFlat() ? 1 : 0);
                where(to, at, offsets, i);
                if (work.isFlat()) {
                    to.visitInsn(Opcodes.LALOAD);
                } else {
                    bits(to, "load" + scalar.size(), "(" + CX + "I)J");
                }
                bits(to, "lift" + scalar.name(), "(J)" + Type.getDescriptor(scalar.java()));
            } else {
                partOf(to, parts, part(place, i));
                to.visitVarInsn(Opcodes.ALOAD, 0);
                if (work.isFlat()) {
                    to.visitVarInsn(Opcodes.ALOAD, 1);
                }
                where(to, at, offsets, i);
                callPart(to, work);
                cast(to, shape.java());
            }
            locals[i] = local;
            store(to, shape.java(), local);
            local += size(shape.java());
        }
        construct(to, each, locals, local);
    }

    private static void partOf(MethodVisitor to, int parts, int part) {
        to.visitVarInsn(Opcodes.ALOAD, parts);
        push(to, part);
        to.visitInsn(Opcodes.AALOAD);
    }

    private static void callPart(MethodVisitor to, Work work) {
        to.visitMethodInsn(
                Opcodes.INVOKEINTERFACE, "dev/witloof/abi/" + work.part, work.method, work.partDescriptor, true);
    }

    private static void construct(MethodVisitor to, Alternative each, int[] locals, int thrown) {
        Label begin = new Label();
        Label end = new Label();
        Label threw = new Label();
        String owner = Type.getInternalName(each.type());
        to.visitTryCatchBlock(begin, end, threw, "java/lang/Throwable");
        to.visitLabel(begin);
        to.visitTypeInsn(Opcodes.NEW, owner);
        to.visitInsn(Opcodes.DUP);
        for (int i = 0; i < locals.length; i++) {
            load(to, each.shapes().get(i).java(), locals[i]);
        }
        to.visitMethodInsn(
                Opcodes.INVOKESPECIAL, owner, CONSTRUCTOR, Type.getConstructorDescriptor(each.constructor()), false);
        to.visitInsn(Opcodes.ARETURN);
        to.visitLabel(end);
        to.visitLabel(threw);
        to.visitVarInsn(Opcodes.ASTORE, thrown);
        to.visitLdcInsn(Type.getType(each.type()));
        to.visitVarInsn(Opcodes.ALOAD, thrown);
        to.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                Type.getInternalName(Thrown.class),
                "byConstructor",
                "(Ljava/lang/Class;Ljava/lang/Throwable;)Ldev/witloof/error/TrapException;",
                false);
        to.visitInsn(Opcodes.ATHROW);
    }

    private void lower(MethodVisitor to, Work work, Alternative each, int place) {
        int at = work.isFlat() ? 3 : 2;
        int offsets = at + 1;
        int parts = at + 2;
        int steps = at + 3;
        int part = at + 4;
        Label begin = new Label();
        Label end = new Label();
        Label unfit = new Label();
        if (each.shapes().isEmpty()) {
            to.visitInsn(Opcodes.RETURN);
            return;
        }
        to.visitTryCatchBlock(begin, end, unfit, "java/lang/IllegalArgumentException");
        push(to, 0);
        to.visitVarInsn(Opcodes.ISTORE, part);
        to.visitLabel(begin);
        for (int i = 0; i < each.shapes().size(); i++) {
            push(to, i);
            to.visitVarInsn(Opcodes.ISTORE, part);
            lowerPart(to, work, each, place, i, at, offsets, parts);
        }
        to.visitInsn(Opcodes.RETURN);
        to.visitLabel(end);
        to.visitLabel(unfit);
        to.visitVarInsn(Opcodes.ASTORE, part + 1);
        to.visitVarInsn(Opcodes.ALOAD, part + 1);
        to.visitVarInsn(Opcodes.ALOAD, steps);
        to.visitVarInsn(Opcodes.ILOAD, part);
        to.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                Type.getInternalName(ValueCode.class),
                "within",
                "(Ljava/lang/IllegalArgumentException;" + STEPS + "I)Ljava/lang/IllegalArgumentException;",
                true);
        to.visitInsn(Opcodes.ATHROW);
    }

    private void lowerPart(
            MethodVisitor to, Work work, Alternative each, int place, int field, int at, int offsets, int parts) {
        Scalar scalar = each.shapes().get(field).scalar();
        if (scalar == null) {
            partOf(to, parts, part(place, field));
            to.visitVarInsn(Opcodes.ALOAD, 0);
            read(to, each, field);
            if (work.isFlat()) {
                to.visitVarInsn(Opcodes.ALOAD, 2);
            }
            where(to, at, offsets, field);
            callPart(to, work);
            return;
        }
        String lower = "(" + Type.getDescriptor(scalar.java()) + ")J";
        if (work.isFlat()) {
            to.visitVarInsn(Opcodes.ALOAD, 2);
            where(to, at, offsets, field);
            read(to, each, field);
            bits(to, "lower" + scalar.name(), lower);
            to.visitInsn(Opcodes.LASTORE);
        } else {
            read(to, each, field);
            bits(to, "lower" + scalar.name(), lower);
            to.visitVarInsn(Opcodes.ALOAD, 0);
            where(to, at, offsets, field);
            bits(to, "store" + scalar.size(), "(J" + CX + "I)V");
        }
    }

    private static void read(MethodVisitor to, Alternative each, int field) {
        to.visitVarInsn(Opcodes.ALOAD, 1);
        cast(to, each.type());
        invoke(to, each.type(), each.accessors().get(field));
    }
}
