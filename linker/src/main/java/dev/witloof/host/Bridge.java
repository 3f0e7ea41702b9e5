package dev.witloof.host;

import dev.witloof.abi.LiftLowerContext;
import dev.witloof.abi.ScalarBits;
import dev.witloof.value.ResourceValue;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                    LiftLowerContext.class,
                    ScalarBits.class,
                    ResourceValue.class)
            .collect(Collectors.toUnmodifiableMap(Class::getName, type -> type));

    private Bridge(ClassLoader users) {
        super("witloof adapters", users);
    }

    /** A loader for adapters of an interface. */
    static ClassLoader loaderFor(Class<?> type) {
        ClassLoader users = type.getClassLoader();
        return users == Bridge.class.getClassLoader() || !Reach.isPublic(type) ? users : new Bridge(users);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> own = OWN.get(name);
        return own != null ? own : super.loadClass(name, resolve);
    }
}
