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

    /** A place for hidden classes in a loader of their own. */
    static MethodHandles.Lookup lookup(ClassLoader users) {
        Bridge bridge = new Bridge(users);
        Bridge.class.getModule().addReads(bridge.getUnnamedModule());
        ClassWriter anchor = new ClassWriter(0);
        anchor.visit(Opcodes.V17, Opcodes.ACC_FINAL, ANCHOR.replace('.', '/'), null, "java/lang/Object", null);
        byte[] bytes = anchor.toByteArray();
        Class<?> defined = bridge.defineClass(ANCHOR, bytes, 0, bytes.length);
        try {
            return MethodHandles.privateLookupIn(defined, MethodHandles.lookup());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("adapters: expected a class loader of their own that is open", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> own = OWN.get(name);
        return own != null ? own : super.loadClass(name, resolve);
    }
}
