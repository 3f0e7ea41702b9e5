package dev.witloof.host;

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
import dev.witloof.value.EnumValue;
import dev.witloof.value.FlagsValue;
import dev.witloof.value.RecordValue;
import dev.witloof.value.Result;
import dev.witloof.value.TupleValue;
import dev.witloof.value.VariantValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Untyped values at random; ends of ranges are frequent. */
final class EchoValues {

    private static final String[] TEXTS = {"", "a", "é日本", "😀", "x".repeat(300)};
    private static final int[] CHARS = {0, 'a', 0xD7FF, 0xE000, 0x1F600, 0x10FFFF};

    private final Random random;

    EchoValues(long seed) {
        this.random = new Random(seed);
    }

    Object of(ValType type) {
        if (type instanceof PrimitiveType primitive) {
            return primitive(primitive);
        } else if (type instanceof ListType list) {
            return values(list.element(), random.nextInt(5));
        } else if (type instanceof FixedLengthListType list) {
            return values(list.element(), list.length());
        } else if (type instanceof MapType map) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                entries.put(of(map.key()), of(map.value()));
            }
            return entries;
        } else if (type instanceof RecordType record) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (LabelledType field : record.fields()) {
                fields.put(field.label(), of(field.type()));
            }
            return RecordValue.of(fields);
        } else if (type instanceof TupleType tuple) {
            return TupleValue.of(tuple.elements().stream().map(this::of).toArray());
        } else if (type instanceof VariantType variant) {
            VariantType.Case one =
                    variant.cases().get(random.nextInt(variant.cases().size()));
            return one.type()
                    .map(payload -> VariantValue.of(one.label(), of(payload)))
                    .orElseGet(() -> VariantValue.of(one.label()));
        } else if (type instanceof EnumType names) {
            return EnumValue.of(names.labels().get(random.nextInt(names.labels().size())));
        } else if (type instanceof FlagsType names) {
            return FlagsValue.of(
                    names.labels().stream().filter(each -> random.nextBoolean()).toList());
        } else if (type instanceof OptionType option) {
            return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(of(option.some()));
        } else if (type instanceof ResultType result) {
            return random.nextBoolean()
                    ? Result.ok(result.ok().map(this::of).orElse(null))
                    : Result.err(result.error().map(this::of).orElse(null));
        }
        throw new IllegalArgumentException("no values of " + type);
    }

    private List<Object> values(ValType element, int count) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(of(element));
        }
        return values;
    }

    private Object primitive(PrimitiveType type) {
        long bits = switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> -1;
            case 2 -> Long.MIN_VALUE >>> random.nextInt(64);
            default -> random.nextLong();
        };
        return switch (type) {
            case BOOL -> (bits & 1) != 0;
            case S8 -> (byte) bits;
            case U8 -> (int) bits & 0xFF;
            case S16 -> (short) bits;
            case U16 -> (int) bits & 0xFFFF;
            case S32 -> (int) bits;
            case U32 -> bits & 0xFFFF_FFFFL;
            case S64, U64 -> bits;
            case F32 -> (float) bits / 3;
            case F64 -> bits == -1 ? Double.NaN : bits / 7.0;
            case CHAR -> CHARS[random.nextInt(CHARS.length)];
            case STRING -> TEXTS[random.nextInt(TEXTS.length)];
            case ERROR_CONTEXT -> throw new IllegalArgumentException("no error context");
        };
    }
}
