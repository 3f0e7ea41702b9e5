package dev.witloof.instance;

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
import dev.witloof.value.ResourceValue;
import dev.witloof.value.Result;
import dev.witloof.value.TupleValue;
import dev.witloof.value.VariantValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Some value of a type, as the dice have it: small ones, and mostly {@code ok}. */
final class AnyValue implements ValType.Visitor<Object> {

    private final Random random;
    private int things;
    /** The last resource that the guest gave away; what it expects back. */
    private Object handle = new Thing(0);

    AnyValue(Random random) {
        this.random = random;
    }

    /** An object behind a resource of the host. */
    private record Thing(int number) {}

    /** Keeps a resource of the guest, to pass it back. */
    void remember(Object result) {
        if (result instanceof ResourceValue resource) {
            handle = resource;
        } else if (result instanceof Result.Ok<?, ?> ok) {
            remember(ok.value());
        }
    }

    @Override
    public Object primitive(PrimitiveType type) {
        int number = random.nextInt(100);
        return switch (type) {
            case BOOL -> number < 50;
            case S8 -> (byte) number;
            case S16 -> (short) number;
            case U8, U16, S32 -> number;
            case CHAR -> 'a' + number % 26;
            case U32, S64, U64 -> (long) number;
            case F32 -> (float) number;
            case F64 -> (double) number;
            case STRING -> "text " + number;
            case ERROR_CONTEXT -> throw new IllegalArgumentException("no error context");
        };
    }

    @Override
    public Object list(ListType type) {
        return values(type.element(), random.nextInt(4));
    }

    @Override
    public Object fixedLengthList(FixedLengthListType type) {
        return values(type.element(), type.length());
    }

    private List<Object> values(ValType element, int count) {
        return IntStream.range(0, count).mapToObj(i -> element.accept(this)).toList();
    }

    @Override
    public Object record(RecordType type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (LabelledType field : type.fields()) {
            fields.put(field.label(), field.type().accept(this));
        }
        return RecordValue.of(fields);
    }

    @Override
    public Object tuple(TupleType type) {
        return TupleValue.of(
                type.elements().stream().map(each -> each.accept(this)).toArray());
    }

    @Override
    public Object variant(VariantType type) {
        VariantType.Case chosen = type.cases().get(random.nextInt(type.cases().size()));
        return chosen.type()
                .map(payload -> VariantValue.of(chosen.label(), payload.accept(this)))
                .orElseGet(() -> VariantValue.of(chosen.label()));
    }

    @Override
    public Object enumeration(EnumType type) {
        return EnumValue.of(type.labels().get(random.nextInt(type.labels().size())));
    }

    @Override
    public Object flags(FlagsType type) {
        return FlagsValue.of(
                type.labels().stream().filter(each -> random.nextBoolean()).toList());
    }

    @Override
    public Object option(OptionType type) {
        return random.nextBoolean() ? Optional.of(type.some().accept(this)) : Optional.empty();
    }

    @Override
    public Object result(ResultType type) {
        return random.nextInt(10) > 0
                ? Result.ok(type.ok().map(each -> each.accept(this)).orElse(null))
                : Result.err(type.error().map(each -> each.accept(this)).orElse(null));
    }

    @Override
    public Object map(MapType type) {
        return Map.of();
    }

    @Override
    public Object own(OwnType type) {
        return new Thing(++things);
    }

    @Override
    public Object borrow(BorrowType type) {
        return handle;
    }

    @Override
    public Object stream(StreamType type) {
        throw new IllegalArgumentException("no stream");
    }

    @Override
    public Object future(FutureType type) {
        throw new IllegalArgumentException("no future");
    }
}
