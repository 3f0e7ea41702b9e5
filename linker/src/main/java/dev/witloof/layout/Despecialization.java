package dev.witloof.layout;

import dev.witloof.type.EnumType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResultType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The specialized types as the fundamental ones that they are laid out like: a tuple is a record, an enum, option or
 * result is a variant, a map is a list of tuples.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#despecialization">CanonicalABI: despecialization</a>
 */
public final class Despecialization {

    private Despecialization() {}

    public static List<ValType> fields(RecordType type) {
        return type.fields().stream().map(LabelledType::type).toList();
    }

    public static List<Optional<ValType>> cases(VariantType type) {
        return type.cases().stream().map(VariantType.Case::type).toList();
    }

    public static List<Optional<ValType>> cases(EnumType type) {
        return Collections.nCopies(type.labels().size(), Optional.empty());
    }

    public static List<Optional<ValType>> cases(OptionType type) {
        return List.of(Optional.empty(), Optional.of(type.some()));
    }

    public static List<Optional<ValType>> cases(ResultType type) {
        return List.of(type.ok(), type.error());
    }

    public static TupleType entry(MapType type) {
        return new TupleType(List.of(type.key(), type.value()));
    }
}
