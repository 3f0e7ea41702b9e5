package dev.witloof.host;

import dev.witloof.name.PlainName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the declarations of a Java interface that stand for something in WIT. */
final class Methods {

    private Methods() {}

    /**
     * The method for a function; of several of the name the one with as many parameters, and rather one that is annotated.
     *
     * @param owner the interface, or that of the resource for a method of one
     * @param parameters how many parameters it should have
     */
    static Optional<Method> find(Class<?> owner, PlainName function, int parameters) {
        List<Method> found = all(owner).stream()
                .filter(method -> stands(method, function))
                .sorted(Comparator.comparing(
                        method -> RecordShapes.named(method).isEmpty()))
                .toList();
        return found.stream()
                .filter(method -> method.getParameterCount() == parameters)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** The method of an interface that has but one to implement. */
    static Optional<Method> onlyAbstract(Class<?> owner) {
        List<Method> found = all(owner).stream()
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean stands(Method method, PlainName function) {
        return RecordShapes.named(method)
                .map(name -> name.equals(function.toString())
                        || function.kind() == PlainName.Kind.METHOD
                                && function.member()
                                        .filter(member -> member.value().equals(name))
                                        .isPresent())
                .orElseGet(() -> method.getName().equals(JavaNames.method(function)));
    }

    /** What can be called on an object of an interface, in an order that is always the same. */
    static List<Method> all(Class<?> owner) {
        return Arrays.stream(owner.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                .filter(method -> !isOfObject(method))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString))
                .toList();
    }

    /** Whether every object has a method, also where an interface declares it once more. */
    private static boolean isOfObject(Method method) {
        try {
            Object.class.getMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /** The nested interface for a resource, the interface's own or one that it inherits. */
    static Optional<Class<?>> nested(Class<?> owner, String label) {
        String name = JavaNames.nestedType(label, VariantShapes.around(owner));
        return Stream.concat(Arrays.stream(owner.getDeclaredClasses()), Arrays.stream(owner.getClasses()))
                .filter(each -> RecordShapes.named(each)
                        .map(label::equals)
                        .orElseGet(() -> each.getSimpleName().equals(name)))
                .findFirst()
                .map(each -> each);
    }
}
