package dev.witloof.host;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a hidden class is made, so that it sees both the user's classes and this library. */
final class Home {

    private static final MethodHandles.Lookup OWN = MethodHandles.lookup();
    private static final ClassLoader OWN_LOADER = Home.class.getClassLoader();

    private Home() {}

    /**
     * A place for a class.
     *
     * @param type whose class loader is asked first
     * @param used the classes that it must be able to use
     * @return empty if there is none
     */
    static Optional<MethodHandles.Lookup> of(Class<?> type, Stream<Class<?>> used) {
        List<Class<?>> classes = used.map(Home::element).distinct().toList();
        if (classes.stream().anyMatch(Class::isHidden)) {
            return Optional.empty();
        }
        List<Class<?>> closed = classes.stream()
                .filter(each -> !each.isPrimitive() && !Reach.isPublic(each))
                .toList();
        if (!closed.isEmpty()) {
            return inside(closed);
        }
        return Stream.concat(Stream.of(type), classes.stream())
                .map(Home::loader)
                .distinct()
                .filter(loader -> classes.stream().allMatch(each -> sees(loader, each)))
                .findFirst()
                .map(loader -> loader == OWN_LOADER ? OWN : Bridge.lookup(loader));
    }

    /** The loader of a class, for those of the platform this library's. */
    private static ClassLoader loader(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null ? OWN_LOADER : loader;
    }

    /** Whether a name means the same class there: a record of this library may hold values of the user's classes. */
    private static boolean sees(ClassLoader loader, Class<?> type) {
        if (type.isPrimitive() || type.getClassLoader() == loader) {
            return true;
        }
        try {
            return Class.forName(type.getName(), false, loader) == type;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static Class<?> element(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element;
    }

    /** Inside the package of classes that are not public, if it is one and sees this library. */
    private static Optional<MethodHandles.Lookup> inside(List<Class<?>> closed) {
        Class<?> first = closed.get(0);
        boolean together = closed.stream()
                .allMatch(each ->
                        each.getPackage() == first.getPackage() && each.getClassLoader() == first.getClassLoader());
        if (!together) {
            return Optional.empty();
        }
        try {
            Class<?> seen = Class.forName(Adapters.class.getName(), false, first.getClassLoader());
            return seen == Adapters.class
                    ? Optional.of(MethodHandles.privateLookupIn(first, OWN))
                            .filter(MethodHandles.Lookup::hasFullPrivilegeAccess)
                    : Optional.empty();
        } catch (ClassNotFoundException | IllegalAccessException e) {
            return Optional.empty();
        }
    }
}
