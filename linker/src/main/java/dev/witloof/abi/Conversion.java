package dev.witloof.abi;

import dev.witloof.layout.Despecialization;
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
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prepares how Java values of a type are made to look otherwise, where they do not travel through a guest: between an
 * interceptor and a typed backend, say. Handles stay as they are.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#lifting-and-lowering-values">CanonicalABI: lifting and lowering values</a>
 */
public final class Conversion implements ValType.Visitor<Function<@Nullable Object, @Nullable Object>> {

    private final View from;
    private final View to;

    private Conversion(View from, View to) {
        this.from = from;
        this.to = to;
    }

    /** From one view of a type to another. What it returns throws {@link IllegalArgumentException} for what does not fit. */
    public static Function<@Nullable Object, @Nullable Object> of(ValType type, View from, View to) {
        return from == to ? Function.identity() : type.accept(new Conversion(from, to));
    }

    private Function<@Nullable Object, @Nullable Object> part(ValType type, int place) {
        return of(type, from.part(place), to.part(place));
    }

    private List<Function<@Nullable Object, @Nullable Object>> parts(List<ValType> types) {
        List<Function<@Nullable Object, @Nullable Object>> parts = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            parts.add(part(types.get(i), i));
        }
        return parts;
    }

    @Override
    public Function<@Nullable Object, @Nullable Object> primitive(PrimitiveType type) {
        View.Carrier carrier = to.carrier();
        return switch (type) {
            case BOOL, S8, S16, S32, S64, F32, F64, CHAR, ERROR_CONTEXT -> Function.identity();
            case STRING -> value -> value instanceof CharSequence text ? text.toString() : value;
            case U8 ->
                carrier == View.Carrier.RAW_BITS ? value -> (byte) Primitives.u8(value) : value -> Primitives.u8(value);
            case U16 ->
                carrier == View.Carrier.RAW_BITS
                        ? value -> (short) Primitives.u16(value)
                        : value -> Primitives.u16(value);
            case U32 ->
                carrier == View.Carrier.RAW_BITS
                        ? value -> Primitives.u32(value)
                        : value -> Primitives.u32(value) & 0xFFFF_FFFFL;
            case U64 ->
                carrier == View.Carrier.BIG_INTEGER
                        ? value -> Primitives.unsigned(Primitives.u64(value))
                        : value -> Primitives.u64(value);
        };
    }

    @Override
    public Function<@Nullable Object, @Nullable Object> list(ListType type) {
        if (type.element() instanceof PrimitiveType element && NumberArrays.isNumber(element)) {
            ListForm form = to.list(true);
            Function<@Nullable Object, @Nullable Object> element0 = part(type.element(), 0);
            return value -> {
                if (form == ListForm.OF_NUMBERS) {
                    return NumberArrays.toArray(element, value);
                }
                if (form == ListForm.BUFFER || form == ListForm.BUFFER_OVER_MEMORY) {
                    return ByteBuffer.wrap((byte[]) NumberArrays.toArray(element, value))
                            .asReadOnlyBuffer();
                }
                return elements(NumberArrays.toBoxes(element, value), element0, form);
            };
        }
        return elements(type.element(), to.list(false));
    }

    @Override
    public Function<@Nullable Object, @Nullable Object> fixedLengthList(FixedLengthListType type) {
        return elements(type.element(), to.list(false));
    }

    private Function<@Nullable Object, @Nullable Object> elements(ValType type, ListForm form) {
        Function<@Nullable Object, @Nullable Object> element = part(type, 0);
        return value -> elements(ListStoring.elements(value), element, form);
    }

    private static Object elements(
            @Nullable Object[] values, Function<@Nullable Object, @Nullable Object> element, ListForm form) {
        Object[] elements = form.elements(values.length);
        for (int i = 0; i < values.length; i++) {
            elements[i] = element.apply(values[i]);
        }
        return form.of(elements);
    }

    @Override
    public Function<@Nullable Object, @Nullable Object> record(RecordType type) {
        List<String> names = type.fields().stream().map(LabelledType::label).toList();
        return fields(from.record(names), to.record(names), Despecialization.fields(type));
    }

    @Override
    public Function<@Nullable Object, @Nullable Object> tuple(TupleType type) {
        int size = type.elements().size();
        return fields(from.tuple(size), to.tuple(size), type.elements());
    }

    private Function<@Nullable Object, @Nullable Object> fields(Fields source, Fields target, List<ValType> types) {
        List<Function<@Nullable Object, @Nullable Object>> parts = parts(types);
        return value -> {
            Object opened = source.open(value);
            Object[] values = new Object[parts.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = parts.get(i).apply(source.get(opened, i));
            }
            return target.lift(values);
        };
    }

    @Override
    public Function<@Nullable Object, @Nullable Object> variant(VariantType type) {
        List<String> labels = type.cases().stream().map(VariantType.Case::label).toList();
        return cases(from.variant(labels), to.variant(labels), Despecialization.cases(type));
    }

    @Override
    public Function<@Nullable Object, @Nullable Object> option(OptionType type) {
        boolean nested = type.some() instanceof OptionType;
        return cases(from.option(nested), to.option(nested), Despecialization.cases(type));
    }

    @Override
    public Function<@Nullable Object, @Nullable Object> result(ResultType type) {
        return cases(from.result(), to.result(), Despecialization.cases(type));
    }

    private Function<@Nullable Object, @Nullable Object> cases(
            Cases source, Cases target, List<Optional<ValType>> types) {
        @Nullable
        Function<@Nullable Object, @Nullable Object>[] payloads =
                ((Parts<Function<@Nullable Object, @Nullable Object>>) this::part).payloads(types, Function[]::new);
        return value -> {
            int place = source.match(value);
            Function<@Nullable Object, @Nullable Object> payload = payloads[place];
            return target.lift(place, payload == null ? null : payload.apply(source.payload(place, value)));
        };
    }

    @Override
    public Function<@Nullable Object, @Nullable Object> enumeration(EnumType type) {
        return names(from.enumeration(type.labels()), to.enumeration(type.labels()));
    }

    @Override
    public Function<@Nullable Object, @Nullable Object> flags(FlagsType type) {
        return names(from.flags(type.labels()), to.flags(type.labels()));
    }

    private static Function<@Nullable Object, @Nullable Object> names(Names source, Names target) {
        return value -> target.lift(source.lower(value));
    }

    @Override
    public Function<@Nullable Object, @Nullable Object> map(MapType type) {
        Function<@Nullable Object, @Nullable Object> key = part(type.key(), 0);
        Function<@Nullable Object, @Nullable Object> entry = part(type.value(), 1);
        return value -> {
            if (!(value instanceof Map<?, ?> map)) {
                throw UnfitValueException.found("map", value);
            }
            Map<@Nullable Object, @Nullable Object> converted = new LinkedHashMap<>();
            map.forEach((one, other) -> converted.put(key.apply(one), entry.apply(other)));
            return Collections.unmodifiableMap(converted);
        };
    }

    @Override
    public Function<@Nullable Object, @Nullable Object> own(OwnType type) {
        return Function.identity();
    }

    @Override
    public Function<@Nullable Object, @Nullable Object> borrow(BorrowType type) {
        return Function.identity();
    }

    @Override
    public Function<@Nullable Object, @Nullable Object> stream(StreamType type) {
        return Function.identity();
    }

    @Override
    public Function<@Nullable Object, @Nullable Object> future(FutureType type) {
        return Function.identity();
    }
}
