package dev.witloof.host;

import dev.witloof.abi.View;
import dev.witloof.type.LabelledType;
import dev.witloof.type.RecordType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds how records and tuples look in a Java record, or in a class with a constructor and accessors like one. */
final class RecordShapes {

    private final Matching matching;
    private final Direction direction;
    private final String at;
    private final JavaType java;

    RecordShapes(Matching matching, Direction direction, String at, JavaType java) {
        this.matching = matching;
        this.direction = direction;
        this.at = at;
        this.java = java;
    }

    /** A component, or what stands for one in a class that is no record. */
    private record Part(String name, JavaType type, Method accessor) {}

    Shape record(RecordType type) {
        List<String> labels = type.fields().stream().map(LabelledType::label).toList();
        Optional<List<Part>> parts = java.erased().isRecord() ? Optional.of(components()) : accessors(labels);
        if (parts.isEmpty()) {
            return matching.differ(at, type, java);
        }
        List<String> names = parts.get().stream().map(Part::name).toList();
        List<String> wanted = labels.stream()
                .map(label -> names.contains(label) ? label : JavaNames.member(label))
                .toList();
        if (!names.equals(wanted)) {
            return matching.differ(
                    at,
                    type,
                    java,
                    "record " + JavaType.name(java.erased()) + " with the components " + String.join(", ", names)
                            + (sameInOtherOrder(names, wanted) ? ", in another order" : ""));
        }
        return shape(
                type,
                type.fields().stream().map(LabelledType::type).toList(),
                labels.stream().map(label -> "field \"" + label + "\"").toList(),
                labels.stream().map(label -> ", field \"" + label + "\"").toList(),
                parts.get());
    }

    private static boolean sameInOtherOrder(List<String> names, List<String> wanted) {
        return names.size() == wanted.size() && names.containsAll(wanted);
    }

    Shape tuple(TupleType type) {
        if (!java.erased().isRecord()
                || java.erased().getRecordComponents().length != type.elements().size()) {
            return matching.differ(at, type, java);
        }
        List<String> steps = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (int i = 0; i < type.elements().size(); i++) {
            steps.add("element " + i);
            places.add(", element " + (i + 1));
        }
        return shape(type, type.elements(), steps, places, components());
    }

    private List<Part> components() {
        return Arrays.stream(java.erased().getRecordComponents())
                .map(each ->
                        new Part(name(each, each.getAccessor(), each.getName()), java.of(each), each.getAccessor()))
                .toList();
    }

    private static String name(RecordComponent component, Method accessor, String otherwise) {
        return named(component).or(() -> named(accessor)).orElse(otherwise);
    }

    static Optional<String> named(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(WitName.class)).map(WitName::value);
    }

    /** Of a class that is no record: for each field a method without parameters; empty if one is missing. */
    private Optional<List<Part>> accessors(List<String> labels) {
        Class<?> erased = java.erased();
        if (erased.isPrimitive()
                || erased.isArray()
                || erased.isEnum()
                || erased.isInterface()
                || Modifier.isAbstract(erased.getModifiers())
                || erased.getName().startsWith("java.")) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        for (String label : labels) {
            for (Method method : erased.getMethods()) {
                if (method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getDeclaringClass() != Object.class
                        && named(method)
                                .orElse(method.getName())
                                .equals(named(method).isPresent() ? label : JavaNames.member(label))) {
                    parts.add(new Part(JavaNames.member(label), java.ofResultOf(method), method));
                    break;
                }
            }
        }
        return parts.size() == labels.size() ? Optional.of(parts) : Optional.empty();
    }

    private Shape shape(ValType type, List<ValType> types, List<String> steps, List<String> places, List<Part> parts) {
        Class<?> erased = java.erased();
        if (!matching.canUse(at, matching.text().of(type), erased)) {
            return Shape.of(erased, View.UNTYPED);
        }
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            shapes.add(ValueShapes.of(types.get(i), parts.get(i).type(), matching, direction, at + places.get(i)));
        }
        Class<?>[] classes =
                parts.stream().map(part -> part.accessor().getReturnType()).toArray(Class<?>[]::new);
        Optional<Constructor<?>> constructor = Arrays.stream(erased.getDeclaredConstructors())
                .filter(each -> Arrays.equals(each.getParameterTypes(), classes))
                .filter(each -> Reach.isPublic(erased)
                        ? Modifier.isPublic(each.getModifiers())
                        : !Modifier.isPrivate(each.getModifiers()))
                .findFirst();
        if (constructor.isEmpty()) {
            return matching.differ(
                    at,
                    type,
                    java,
                    "class " + JavaType.name(erased) + " without a " + (Reach.isPublic(erased) ? "public " : "")
                            + "constructor of its accessors' types");
        }
        return Shape.of(
                erased,
                new RecordView(
                        erased,
                        constructor.get(),
                        parts.stream().map(Part::accessor).toList(),
                        shapes,
                        steps,
                        matching.codes()));
    }
}
