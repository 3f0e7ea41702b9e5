package dev.witloof.host;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a hidden class is made, so that it sees both the user's classes and this library. */
final class Home {

    private static final MethodHandles.Lookup OWN = MethodHandles.lookup();

    private Home() {}

    /**
     * A place for a class.
     *
     * @param type whose class loader sees the user's classes
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
        ClassLoader users = type.getClassLoader();
        return users == null || users == Home.class.getClassLoader()
                ? Optional.of(OWN)
                : Optional.of(Bridge.lookup(users));
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
