package dev.witloof.host;

import dev.witloof.abi.View;
import dev.witloof.type.ValType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds how enums and flags look in a Java enum. */
final class EnumShapes {

    private EnumShapes() {}

    /**
     * The shape.
     *
     * @param java the type as it is declared, a set where the constants are flags
     * @param constants the enum
     */
    static Shape of(
            ValType type, List<String> labels, JavaType java, Class<?> constants, Matching matching, String at) {
        if (!constants.isEnum()) {
            return matching.differ(at, type, java);
        }
        if (!matching.canUse(at, matching.text().of(type), constants)) {
            return Shape.of(java.erased(), View.UNTYPED);
        }
        return Shape.of(java.erased(), view(type, labels, constants, matching, at));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // it is an enum
    private static View view(ValType type, List<String> labels, Class<?> constants, Matching matching, String at) {
        List<Enum> spare = new ArrayList<>(Arrays.asList((Enum[]) constants.getEnumConstants()));
        List<Enum> found = new ArrayList<>();
        for (String label : labels) {
            Optional<Enum> constant =
                    spare.stream().filter(each -> stands(each, label)).findFirst();
            if (constant.isPresent()) {
                spare.remove(constant.get());
                found.add(constant.get());
            } else {
                matching.differ(
                        at, label, "no constant " + JavaNames.constant(label) + " in enum " + JavaType.name(constants));
            }
        }
        spare.forEach(left -> matching.differ(
                at,
                matching.text().of(type),
                JavaType.name(constants) + "." + left.name() + ", which is no case of it"));
        return found.size() == labels.size() ? new EnumView(constants, found) : View.UNTYPED;
    }

    private static boolean stands(Enum<?> constant, String label) {
        try {
            Field field = constant.getDeclaringClass().getDeclaredField(constant.name());
            return RecordShapes.named(field)
                    .map(label::equals)
                    .orElseGet(() -> constant.name().equals(JavaNames.constant(label)));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(constant + ": expected a constant with a field, found none", e);
        }
    }
}
