package dev.witloof.abi;

import dev.witloof.type.EnumType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResultType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of the reference vectors. */
final class VectorTypes {

    private VectorTypes() {}

    static ValType type(@Nullable Object json) {
        if (json instanceof String name) {
            return PrimitiveType.valueOf(name.toUpperCase(Locale.ROOT));
        }
        Map<?, ?> map = (Map<?, ?>) json;
        if (map.containsKey("list")) {
            ValType element = type(map.get("list"));
            return map.get("len") instanceof Double length
                    ? new FixedLengthListType(element, length.intValue())
                    : new ListType(element);
        }
        Map.Entry<?, ?> entry = map.entrySet().iterator().next();
        Object parts = entry.getValue();
        return switch ((String) entry.getKey()) {
            case "record" ->
                new RecordType(list(parts).stream()
                        .map(f -> new LabelledType((String) list(f).get(0), type(list(f).get(1))))
                        .toList());
            case "tuple" ->
                new TupleType(list(parts).stream().map(VectorTypes::type).toList());
            case "flags" -> new FlagsType(strings(parts));
            case "enum" -> new EnumType(strings(parts));
            case "variant" ->
                new VariantType(list(parts).stream()
                        .map(c -> new VariantType.Case((String) list(c).get(0), optional(list(c).get(1))))
                        .toList());
            case "option" -> new OptionType(type(parts));
            case "result" ->
                new ResultType(
                        optional(list(parts).get(0)), optional(list(parts).get(1)));
            case "map" -> new MapType(type(list(parts).get(0)), type(list(parts).get(1)));
            default -> throw new IllegalArgumentException("unknown type " + json);
        };
    }

    private static Optional<ValType> optional(@Nullable Object json) {
        return json == null ? Optional.empty() : Optional.of(type(json));
    }

    private static List<?> list(@Nullable Object json) {
        return (List<?>) json;
    }

    private static List<String> strings(@Nullable Object json) {
        return list(json).stream().map(String.class::cast).toList();
    }
}
