package dev.witloof.tests.roundtrip;

import dev.witloof.type.EnumType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResultType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Definitions of a type and all that it consists of, in the text format. Records, variants, enums and flags must have a
 * name wherever an exported function mentions them.
 */
final class TypeText {

    /** How a component gets a type that needs a name. */
    enum Naming {
        /** It defines the type and exports it. */
        EXPORTED,
        /** It stands in the type of an instance, which exports it. */
        DECLARED,
        /** It is an export of the instance {@code $callee}. */
        ALIASED
    }

    private final Naming naming;
    private final Map<ValType, String> known = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private TypeText(Naming naming) {
        this.naming = naming;
    }

    /**
     * Definitions, and how the type is written after them.
     *
     * @param definitions in the text format
     * @param reference the type's name in the text, or the type itself if it is primitive
     */
    record Definitions(String definitions, String reference) {}

    /** The definitions that a type needs; the same types get the same names, whatever the naming. */
    static Definitions of(ValType type, Naming naming) {
        TypeText types = new TypeText(naming);
        String reference = types.reference(type);
        return new Definitions(types.text.toString(), reference);
    }

    private String reference(ValType type) {
        if (type instanceof PrimitiveType) {
            return type.toString();
        }
        String name = known.get(type);
        if (name == null) {
            String body = body(type);
            int number = known.size();
            name = "$t" + number;
            known.put(type, name);
            define(number, body, needsName(type));
        }
        return name;
    }

    private static boolean needsName(ValType type) {
        return type instanceof RecordType
                || type instanceof VariantType
                || type instanceof EnumType
                || type instanceof FlagsType;
    }

    private void define(int number, String body, boolean named) {
        if (!named) {
            text.append("(type $t%d %s)%n".formatted(number, body));
            return;
        }
        switch (naming) {
            case EXPORTED ->
                text.append("(type $d%1$d %2$s) (export $t%1$d \"t%1$d\" (type $d%1$d))%n".formatted(number, body));
            case DECLARED ->
                text.append(
                        "(type $d%1$d %2$s) (export \"t%1$d\" (type $t%1$d (eq $d%1$d)))%n".formatted(number, body));
            case ALIASED -> text.append("(alias export $callee \"t%1$d\" (type $t%1$d))%n".formatted(number));
        }
    }

    private String body(ValType type) {
        if (type instanceof ListType list) {
            return "(list " + reference(list.element()) + ")";
        } else if (type instanceof FixedLengthListType list) {
            return "(list " + reference(list.element()) + " " + list.length() + ")";
        } else if (type instanceof MapType map) {
            return "(map " + reference(map.key()) + " " + reference(map.value()) + ")";
        } else if (type instanceof RecordType fields) {
            return fields.fields().stream()
                    .map(field -> " (field \"" + field.label() + "\" " + reference(field.type()) + ")")
                    .collect(Collectors.joining("", "(record", ")"));
        } else if (type instanceof TupleType tuple) {
            return tuple.elements().stream()
                    .map(element -> " " + reference(element))
                    .collect(Collectors.joining("", "(tuple", ")"));
        } else if (type instanceof VariantType variant) {
            return variant.cases().stream()
                    .map(each -> " (case \"" + each.label() + "\"" + payload(" ", each.type(), "") + ")")
                    .collect(Collectors.joining("", "(variant", ")"));
        } else if (type instanceof EnumType names) {
            return "(enum" + quoted(names.labels()) + ")";
        } else if (type instanceof FlagsType names) {
            return "(flags" + quoted(names.labels()) + ")";
        } else if (type instanceof OptionType option) {
            return "(option " + reference(option.some()) + ")";
        } else if (type instanceof ResultType result) {
            return "(result" + payload(" ", result.ok(), "") + payload(" (error ", result.error(), ")") + ")";
        }
        throw new IllegalArgumentException("no text for " + type);
    }

    private String payload(String before, Optional<ValType> type, String after) {
        return type.map(payload -> before + reference(payload) + after).orElse("");
    }

    private static String quoted(List<String> labels) {
        return labels.stream().map(label -> " \"" + label + "\"").collect(Collectors.joining());
    }
}
