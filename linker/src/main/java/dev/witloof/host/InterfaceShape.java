package dev.witloof.host;

import dev.witloof.type.ResourceType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Java interface as a WIT interface, or as a resource of one.
 *
 * @param type the Java interface
 * @param resource the resource; {@code null} where it is none
 * @param functions its functions
 * @param accessors what gives other interfaces, where it stands for the exports of a world
 */
record InterfaceShape(
        Class<?> type, @Nullable ResourceType resource, List<FunctionShape> functions, List<Accessor> accessors) {

    InterfaceShape {
        functions = List.copyOf(functions);
        accessors = List.copyOf(accessors);
    }

    /**
     * A method that gives an exported instance.
     *
     * @param name the name of the export
     * @param method the method
     * @param inner what it gives
     */
    record Accessor(String name, Method method, ExportedInterface inner) {}

    List<String> names() {
        return functions.stream().map(FunctionShape::name).toList();
    }

    /** The classes that an adapter must be able to use. */
    Stream<Class<?>> classes() {
        return Stream.of(
                        Stream.<Class<?>>of(type),
                        functions.stream().flatMap(FunctionShape::classes),
                        accessors.stream().<Class<?>>map(each -> each.method().getReturnType()))
                .flatMap(each -> each);
    }
}
