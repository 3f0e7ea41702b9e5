package dev.witloof.host;

import dev.witloof.abi.View;
import dev.witloof.type.VariantType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds how a variant looks in a sealed interface with a record for each case. */
final class VariantShapes {

    private final Matching matching;
    private final Direction direction;
    private final String at;
    private final JavaType java;

    VariantShapes(Matching matching, Direction direction, String at, JavaType java) {
        this.matching = matching;
        this.direction = direction;
        this.at = at;
        this.java = java;
    }

    Shape variant(VariantType type) {
        Class<?> sealed = java.erased();
        if (!sealed.isInterface() || !sealed.isSealed()) {
            return sealed.isInterface()
                    ? matching.differ(
                            at, type, java, "the interface " + JavaType.name(sealed) + ", which is not sealed")
                    : matching.differ(at, type, java);
        }
        if (!matching.canUse(at, matching.text().of(type), sealed)) {
            return Shape.of(sealed, View.UNTYPED);
        }
        Map<String, Class<?>> spare = new LinkedHashMap<>();
        for (Class<?> each : sealed.getPermittedSubclasses()) {
            spare.put(RecordShapes.named(each).orElse(each.getSimpleName()), each);
        }
        List<VariantView.Case> cases = new ArrayList<>();
        for (VariantType.Case each : type.cases()) {
            Class<?> record = take(spare, each.label());
            if (record == null) {
                matching.differ(
                        at + ", case \"" + each.label() + "\"",
                        each.toString(),
                        "no record " + JavaNames.nestedType(each.label(), around(sealed)) + " in "
                                + JavaType.name(sealed));
            } else {
                VariantView.Case found = found(each, record);
                if (found != null) {
                    cases.add(found);
                }
            }
        }
        spare.values()
                .forEach(left -> matching.differ(
                        at, matching.text().of(type), JavaType.name(left) + ", which is no case of it"));
        return Shape.of(
                sealed,
                cases.size() == type.cases().size() ? new VariantView(sealed, cases, matching.codes()) : View.UNTYPED);
    }

    private static @Nullable Class<?> take(Map<String, Class<?>> spare, String label) {
        String type = JavaNames.type(label);
        for (String name : List.of(label, type, type + "_")) {
            Class<?> found = spare.remove(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    static List<String> around(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            names.add(each.getSimpleName());
        }
        return names;
    }

    private static String count(int components) {
        return components == 1 ? "1 component" : components + " components";
    }

    private VariantView.@Nullable Case found(VariantType.Case each, Class<?> record) {
        String step = at + ", case \"" + each.label() + "\"";
        int wanted = each.type().isPresent() ? 1 : 0;
        RecordComponent[] components = record.isRecord() ? record.getRecordComponents() : null;
        if (components == null || components.length != wanted) {
            matching.differ(
                    step,
                    each.toString(),
                    components == null
                            ? JavaType.name(record) + ", which is no record"
                            : "record " + JavaType.name(record) + " with " + count(components.length));
            return null;
        }
        if (!matching.canUse(step, each.toString(), record)) {
            return null;
        }
        Class<?>[] classes =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            if (wanted == 0) {
                return new VariantView.Case(each.label(), record, record.getDeclaredConstructor(classes), null, null);
            }
            JavaType payload = JavaType.of(record).of(components[0]);
            Shape shape = ValueShapes.of(each.type().get(), payload, matching, direction, step);
            return new VariantView.Case(
                    each.label(), record, record.getDeclaredConstructor(classes), components[0].getAccessor(), shape);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(record + ": expected a record with its canonical constructor", e);
        }
    }
}
