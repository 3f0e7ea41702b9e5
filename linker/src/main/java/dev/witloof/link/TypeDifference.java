package dev.witloof.link;

import dev.witloof.host.WitText;
import dev.witloof.name.Nearest;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.TypeBound;
import dev.witloof.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first place where what is given differs from what is needed.
 *
 * @param at where it stands, such as {@code [method]bucket.get, at the result's ok case}; empty if it is the import itself
 * @param needed what the component needs there, in WIT's syntax
 * @param given what is given there
 * @param declaration the Java declaration that gives it, where a Java interface does
 */
record TypeDifference(String at, String needed, String given, Optional<String> declaration) {

    TypeDifference(String at, String needed, String given) {
        this(at, needed, given, Optional.empty());
    }

    /** What is said of a function that is not there at all. */
    static final String NOTHING = "nothing of this name";

    /**
     * Compares an imported instance with functions whose types may be unknown. More functions than needed are no
     * difference.
     *
     * @param given the functions by name; {@code null} is a type that is not known
     * @return a difference for each function that differs, in the order of the need
     */
    static List<TypeDifference> ofFunctions(InstanceType needed, Map<String, @Nullable FuncType> given) {
        List<TypeDifference> differences = new ArrayList<>();
        WitText text = WitText.of(needed);
        Sides sides = new Sides(text, text.withoutResources());
        for (ExternDecl export : needed.exports()) {
            String name = export.name();
            if (export.type() instanceof FuncType func) {
                if (given.containsKey(name)) {
                    FuncType type = given.get(name);
                    if (type != null) {
                        ofFunction(func, type, sides).ifPresent(d -> differences.add(d.within(name)));
                    }
                } else {
                    differences.add(new TypeDifference(name, text.func(func), lacking(name, needed, given)));
                }
            } else if (!(export.type() instanceof TypeBound)) {
                differences.add(
                        new TypeDifference(name, Text.article(export.type().kind()), NOTHING));
            }
        }
        return differences;
    }

    private static String lacking(String name, InstanceType needed, Map<String, @Nullable FuncType> given) {
        List<String> spare = given.keySet().stream()
                .filter(other -> needed.export(other).isEmpty())
                .toList();
        return Nearest.to(name, spare)
                .map(near -> NOTHING + " (but " + near + ")")
                .orElse(NOTHING);
    }

    /** The first difference between two types of functions. */
    static Optional<TypeDifference> ofFunction(FuncType needed, FuncType given, Sides sides) {
        if (needed.async() != given.async()
                || needed.params().size() != given.params().size()
                || needed.result().isPresent() != given.result().isPresent()) {
            return Optional.of(new TypeDifference(
                    "", sides.needed().func(needed), sides.given().func(given)));
        }
        for (int i = 0; i < needed.params().size(); i++) {
            LabelledType one = needed.params().get(i);
            LabelledType other = given.params().get(i);
            if (!one.label().equals(other.label())) {
                return Optional.of(new TypeDifference(
                        "at parameter " + (i + 1),
                        sides.needed().labelled(one),
                        sides.given().labelled(other)));
            }
            Optional<TypeDifference> difference = ofValue(one.type(), other.type(), sides);
            if (difference.isPresent()) {
                return difference.map(d -> d.after("at parameter " + Text.quoted(one.label())));
            }
        }
        if (needed.result().isPresent()) {
            return ofValue(needed.result().get(), given.result().get(), sides).map(d -> d.after("at the result"));
        }
        return Optional.empty();
    }

    /** The first difference between two types of values. */
    static Optional<TypeDifference> ofValue(ValType needed, ValType given, Sides sides) {
        return ValDifference.between(needed, given, sides).map(d -> sides.told(d.path(), d.needed(), d.given()));
    }

    /** The same difference with the function's or export's name before its place. */
    TypeDifference within(String name) {
        boolean joined = at.isEmpty() || at.startsWith(",") || at.startsWith("'");
        return new TypeDifference(joined ? name + at : name + ", " + at, needed, given);
    }

    /** The same difference with what leads to it before its place. */
    private TypeDifference after(String start) {
        return new TypeDifference(start + at, needed, given);
    }
}
