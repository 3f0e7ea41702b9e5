package dev.witloof.value;

import dev.witloof.type.BorrowType;
import dev.witloof.type.EnumType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.FutureType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResultType;
import dev.witloof.type.StreamType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes one value of which the type is known. What is not as the type has it is written as {@link Wave} does without one. */
final class WaveWriter implements ValType.Visitor<StringBuilder> {

    private final StringBuilder out;
    private final @Nullable Object value;

    private WaveWriter(StringBuilder out, @Nullable Object value) {
        this.out = out;
        this.value = value;
    }

    static StringBuilder write(StringBuilder out, ValType type, @Nullable Object value) {
        return type.accept(new WaveWriter(out, value));
    }

    private StringBuilder untyped() {
        Wave.append(out, value);
        return out;
    }

    @Override
    public StringBuilder primitive(PrimitiveType type) {
        if (type == PrimitiveType.CHAR && value instanceof Integer codePoint) {
            return Wave.appendQuoted(out, Character.toString(codePoint), '\'');
        }
        return value instanceof Number ? out.append(WaveNumbers.print(type, value)) : untyped();
    }

    @Override
    public StringBuilder list(ListType type) {
        return elements(type.element());
    }

    @Override
    public StringBuilder fixedLengthList(FixedLengthListType type) {
        return elements(type.element());
    }

    private StringBuilder elements(ValType element) {
        String separator = "";
        out.append('[');
        if (value instanceof List<?> list) {
            for (Object each : list) {
                write(out.append(separator), element, each);
                separator = ", ";
            }
        } else if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                write(out.append(separator), element, Array.get(value, i));
                separator = ", ";
            }
        } else {
            out.setLength(out.length() - 1);
            return untyped();
        }
        return out.append(']');
    }

    @Override
    public StringBuilder record(RecordType type) {
        if (!(value instanceof RecordValue record)) {
            return untyped();
        }
        String separator = "{";
        for (int i = 0; i < record.size(); i++) {
            out.append(separator).append(record.names().get(i)).append(": ");
            write(out, type.fields().get(i).type(), record.get(i));
            separator = ", ";
        }
        return out.append('}');
    }

    @Override
    public StringBuilder tuple(TupleType type) {
        if (!(value instanceof TupleValue tuple)) {
            return untyped();
        }
        String separator = "(";
        for (int i = 0; i < tuple.size(); i++) {
            write(out.append(separator), type.elements().get(i), tuple.get(i));
            separator = ", ";
        }
        return out.append(')');
    }

    @Override
    public StringBuilder variant(VariantType type) {
        if (!(value instanceof VariantValue variant)) {
            return untyped();
        }
        Optional<ValType> payload = type.cases().stream()
                .filter(c -> c.label().equals(variant.label()))
                .findFirst()
                .flatMap(VariantType.Case::type);
        return labelled(Wave.label(variant.label()), payload, variant.payloadOrNull());
    }

    @Override
    public StringBuilder enumeration(EnumType type) {
        return untyped();
    }

    @Override
    public StringBuilder flags(FlagsType type) {
        return untyped();
    }

    @Override
    public StringBuilder option(OptionType type) {
        if (!(value instanceof Optional<?> option)) {
            return untyped();
        }
        return option.isPresent() ? labelled("some", Optional.of(type.some()), option.get()) : out.append("none");
    }

    @Override
    public StringBuilder result(ResultType type) {
        if (value instanceof Result.Ok<?, ?> ok) {
            return labelled("ok", type.ok(), ok.value());
        }
        return value instanceof Result.Err<?, ?> err ? labelled("err", type.error(), err.error()) : untyped();
    }

    private StringBuilder labelled(String label, Optional<ValType> type, @Nullable Object payload) {
        out.append(label);
        return type.isPresent() ? write(out.append('('), type.get(), payload).append(')') : out;
    }

    @Override
    public StringBuilder map(MapType type) {
        if (!(value instanceof Map<?, ?> map)) {
            return untyped();
        }
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            write(out.append(separator), type.key(), entry.getKey()).append(": ");
            write(out, type.value(), entry.getValue());
            separator = ", ";
        }
        return out.append('}');
    }

    @Override
    public StringBuilder own(OwnType type) {
        return untyped();
    }

    @Override
    public StringBuilder borrow(BorrowType type) {
        return untyped();
    }

    @Override
    public StringBuilder stream(StreamType type) {
        return untyped();
    }

    @Override
    public StringBuilder future(FutureType type) {
        return untyped();
    }
}
