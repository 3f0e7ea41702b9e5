package dev.witloof.host;

import dev.witloof.abi.FlatLifter;
import dev.witloof.abi.FlatLowerer;
import dev.witloof.abi.LiftLowerContext;
import dev.witloof.abi.Loader;
import dev.witloof.abi.ScalarBits;
import dev.witloof.abi.Storer;
import dev.witloof.abi.UnfitValueException;
import dev.witloof.error.TrapException;
import dev.witloof.value.ResourceValue;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A class loader that sees both a user's interface and what adapters need of this library, which the user's own loader may not
 * see. One is made for each interface and dies with its adapters.
 */
final class Bridge extends ClassLoader {

    /** What adapters need of this very library, even if the user's loader has another copy of it. */
    private static final Map<String, Class<?>> OWN = Stream.of(
                    Adapters.class,
                    IncomingCall.class,
                    OutgoingCall.class,
                    ExportedFunction.class,
                    GuestResource.class,
                    GuestResources.class,
                    ImportCode.class,
                    ValueCode.class,
                    Loader.class,
                    FlatLifter.class,
                    Storer.class,
                    FlatLowerer.class,
                    Thrown.class,
                    TrapException.class,
                    UnfitValueException.class,
                    LiftLowerContext.class,
                    ScalarBits.class,
                    ResourceValue.class)
            .collect(Collectors.toUnmodifiableMap(Class::getName, type -> type));

    private static final String ANCHOR = "dev.witloof.adapters.Anchor";

    private Bridge(ClassLoader users) {
        super("witloof adapters", users);
    }

    /** A loader for adapters of an interface. */
    static ClassLoader loaderFor(Class<?> type) {
        ClassLoader users = type.getClassLoader();
        return users == Bridge.class.getClassLoader() || !Reach.isPublic(type) ? users : new Bridge(users);
    }

    /**
     * A place for hidden classes in a loader of their own: what a class there says of itself, for from outside nobody gets a
     * lookup that may define classes.
     */
    static MethodHandles.Lookup lookup(ClassLoader users) {
        Bridge bridge = new Bridge(users);
        Bridge.class.getModule().addReads(bridge.getUnnamedModule());
        byte[] anchor = anchor();
        Class<?> defined = bridge.defineClass(ANCHOR, anchor, 0, anchor.length);
        try {
            return (MethodHandles.Lookup) defined.getMethod("lookup").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("adapters: expected a class loader of their own that is open", e);
        }
    }

    private static byte[] anchor() {
        ClassWriter anchor = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL;
        anchor.visit(Opcodes.V17, access, ANCHOR.replace('.', '/'), null, "java/lang/Object", null);
        String lookup = "()Ljava/lang/invoke/MethodHandles$Lookup;";
        MethodVisitor to = anchor.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "lookup", lookup, null, null);
        to.visitCode();
        to.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/invoke/MethodHandles", "lookup", lookup, false);
        to.visitInsn(Opcodes.ARETURN);
        to.visitMaxs(0, 0);
        to.visitEnd();
        return anchor.toByteArray();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> own = OWN.get(name);
        return own != null ? own : super.loadClass(name, resolve);
    }
}
