package dev.witloof.testkit;

import dev.witloof.host.JavaNames;
import dev.witloof.type.BorrowType;
import dev.witloof.type.EnumType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.FutureType;
import dev.witloof.type.LabelledType;
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
import dev.witloof.value.EnumValue;
import dev.witloof.value.FlagsValue;
import dev.witloof.value.RecordValue;
import dev.witloof.value.Result;
import dev.witloof.value.TupleValue;
import dev.witloof.value.VariantValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a test writes for a value, to the untyped value of the type: any number for a number, a label for an enum, a map or a
 * Java record for a record, {@code some} and {@code ok} left out.
 */
final class Fitting implements ValType.Visitor<@Nullable Object> {

    private final @Nullable Object value;
    private final UnaryOperator<Object> owned;
    private final UnaryOperator<Object> borrowed;

    private Fitting(@Nullable Object value, UnaryOperator<Object> owned, UnaryOperator<Object> borrowed) {
        this.value = value;
        this.owned = owned;
        this.borrowed = borrowed;
    }

    /**
     * The value of the type.
     *
     * @throws IllegalArgumentException if there is none; the message says {@code expected u32, found "x"}
     */
    static @Nullable Object fit(ValType type, @Nullable Object value) {
        return fit(type, value, UnaryOperator.identity());
    }

    /** Likewise, with {@code owned} for each handle that is owned. */
    static @Nullable Object fit(ValType type, @Nullable Object value, UnaryOperator<Object> owned) {
        return fit(type, value, owned, UnaryOperator.identity());
    }

    /** Likewise, with {@code borrowed} for each that is borrowed. */
    static @Nullable Object fit(
            ValType type, @Nullable Object value, UnaryOperator<Object> owned, UnaryOperator<Object> borrowed) {
        return type.accept(new Fitting(value, owned, borrowed));
    }

    private Object inner(ValType type, @Nullable Object part) {
        Object fitted = fit(type, part, owned, borrowed);
        if (fitted == null) {
            throw unfit(type, part);
        }
        return fitted;
    }

    private IllegalArgumentException unfit(ValType type) {
        return unfit(type, value);
    }

    private static IllegalArgumentException unfit(ValType type, @Nullable Object found) {
        String text = found instanceof String string ? "\"" + string + "\"" : String.valueOf(found);
        String of = found == null ? "" : " (" + found.getClass().getSimpleName() + ")";
        return new IllegalArgumentException("expected " + type + ", found " + text + of);
    }

    @Override
    public Object primitive(PrimitiveType type) {
        return FittingNumbers.fit(type, value).orElseThrow(() -> unfit(type));
    }

    @Override
    public Object list(ListType type) {
        return elements(type, type.element());
    }

    @Override
    public Object fixedLengthList(FixedLengthListType type) {
        return elements(type, type.element());
    }

    private Object elements(ValType list, ValType element) {
        if (value != null && FittingNumbers.isArrayOf(element, value)) {
            return value;
        }
        Collection<?> elements = FittingNumbers.elements(value).orElseThrow(() -> unfit(list));
        List<Object> fitted = new ArrayList<>(elements.size());
        for (Object each : elements) {
            fitted.add(inner(element, each));
        }
        return FittingNumbers.list(element, fitted);
    }

    @Override
    public Object record(RecordType type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (LabelledType field : type.fields()) {
            Optional<Object> part = JavaParts.field(value, field.label());
            if (part.isEmpty() && !(field.type() instanceof OptionType)) {
                throw new IllegalArgumentException("expected a record with the field " + field + ", found " + value);
            }
            fields.put(field.label(), inner(field.type(), part.orElse(Optional.empty())));
        }
        return RecordValue.of(fields);
    }

    @Override
    public Object tuple(TupleType type) {
        List<?> parts = JavaParts.elements(value).orElseThrow(() -> unfit(type));
        if (parts.size() != type.elements().size()) {
            throw unfit(type);
        }
        Object[] fitted = new Object[parts.size()];
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = inner(type.elements().get(i), parts.get(i));
        }
        return TupleValue.adopt(fitted);
    }

    @Override
    public Object variant(VariantType type) {
        for (VariantType.Case each : type.cases()) {
            if (JavaParts.isCase(value, each.label())) {
                Object payload = JavaParts.payload(value);
                if (each.type().isEmpty() && payload == null) {
                    return VariantValue.of(each.label());
                }
                if (each.type().isPresent() && payload != null) {
                    return VariantValue.of(each.label(), inner(each.type().get(), payload));
                }
            }
        }
        throw unfit(type);
    }

    @Override
    public Object enumeration(EnumType type) {
        for (String label : type.labels()) {
            if (value instanceof EnumValue known && known.label().equals(label)
                    || label.equals(value)
                    || value instanceof Enum<?> constant && constant.name().equals(JavaNames.constant(label))) {
                return EnumValue.of(label);
            }
        }
        throw unfit(type);
    }

    @Override
    public Object flags(FlagsType type) {
        if (value instanceof FlagsValue flags) {
            return flags;
        }
        List<String> set = new ArrayList<>();
        for (Object each : FittingNumbers.elements(value).orElseThrow(() -> unfit(type))) {
            set.add(type.labels().stream()
                    .filter(label -> label.equals(each)
                            || each instanceof Enum<?> constant
                                    && constant.name().equals(JavaNames.constant(label)))
                    .findFirst()
                    .orElseThrow(() -> unfit(type)));
        }
        return FlagsValue.of(set);
    }

    @Override
    public Object option(OptionType type) {
        Object some = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return some == null ? Optional.empty() : Optional.of(inner(type.some(), some));
    }

    @Override
    public Object result(ResultType type) {
        if (value instanceof Result.Err<?, ?> err) {
            return Result.err(part(type.error(), err.error(), type));
        }
        return Result.ok(part(type.ok(), value instanceof Result.Ok<?, ?> ok ? ok.value() : value, type));
    }

    private @Nullable Object part(Optional<ValType> type, @Nullable Object part, ResultType result) {
        if (type.isEmpty()) {
            if (part != null) {
                throw unfit(result);
            }
            return null;
        }
        return inner(type.get(), part);
    }

    @Override
    public Object map(MapType type) {
        if (!(value instanceof Map<?, ?> map)) {
            throw unfit(type);
        }
        Map<Object, Object> fitted = new LinkedHashMap<>();
        map.forEach((key, each) -> fitted.put(inner(type.key(), key), inner(type.value(), each)));
        return fitted;
    }

    @Override
    public Object own(OwnType type) {
        if (value == null) {
            throw unfit(type);
        }
        return owned.apply(value);
    }

    @Override
    public Object borrow(BorrowType type) {
        if (value == null) {
            throw unfit(type);
        }
        return borrowed.apply(value);
    }

    @Override
    public @Nullable Object stream(StreamType type) {
        return value;
    }

    @Override
    public @Nullable Object future(FutureType type) {
        return value;
    }
}
