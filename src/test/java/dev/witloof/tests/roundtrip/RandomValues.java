package dev.witloof.tests.roundtrip;

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
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Values of a type, in the Java types that lifting makes, so that what comes back can be compared. */
public final class RandomValues {

    private static final int SURROGATES = 0x800;
    private static final int LONG_STRING = 40_000;

    private final Random random;

    /** Values that the source of randomness decides. */
    public RandomValues(Random random) {
        this.random = random;
    }

    /** A value; ends of ranges, zeros and empty lists are more frequent than chance has them. */
    public Object of(ValType type) {
        return of(type, 6);
    }

    private Object of(ValType type, int longest) {
        if (type instanceof PrimitiveType primitive) {
            return primitive(primitive);
        } else if (type instanceof ListType list) {
            return carried(list.element(), values(list.element(), random.nextInt(longest + 1), longest));
        } else if (type instanceof FixedLengthListType list) {
            return values(list.element(), list.length(), longest);
        } else if (type instanceof MapType map) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            for (int i = random.nextInt(longest + 1); i > 0; i--) {
                entries.put(of(map.key(), longest), of(map.value(), longest / 2));
            }
            return entries;
        } else if (type instanceof RecordType fields) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (LabelledType field : fields.fields()) {
                values.put(field.label(), of(field.type(), longest));
            }
            return RecordValue.of(values);
        } else if (type instanceof TupleType tuple) {
            return TupleValue.of(tuple.elements().stream()
                    .map(element -> of(element, longest))
                    .toArray());
        } else if (type instanceof VariantType variant) {
            VariantType.Case chosen =
                    variant.cases().get(random.nextInt(variant.cases().size()));
            return chosen.type()
                    .map(payload -> VariantValue.of(chosen.label(), of(payload, longest)))
                    .orElseGet(() -> VariantValue.of(chosen.label()));
        } else if (type instanceof EnumType names) {
            return EnumValue.of(names.labels().get(random.nextInt(names.labels().size())));
        } else if (type instanceof FlagsType names) {
            return FlagsValue.of(names.labels().stream()
                    .filter(label -> random.nextBoolean())
                    .toList());
        } else if (type instanceof OptionType option) {
            return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(of(option.some(), longest));
        } else if (type instanceof ResultType result) {
            return random.nextBoolean()
                    ? Result.ok(payload(result.ok(), longest))
                    : Result.err(payload(result.error(), longest));
        }
        throw new IllegalArgumentException("no values of " + type);
    }

    private @Nullable Object payload(Optional<ValType> type, int longest) {
        return type.isPresent() ? of(type.get(), longest) : null;
    }

    private List<Object> values(ValType element, int count, int longest) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(of(element, longest / 2));
        }
        return values;
    }

    /** Lists of numbers are arrays, unless their length is part of their type. */
    private static Object carried(ValType element, List<Object> values) {
        Class<?> carrier = element instanceof PrimitiveType primitive ? carrier(primitive) : null;
        if (carrier == null) {
            return values;
        }
        Object array = Array.newInstance(carrier, values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, carried(carrier, values.get(i)));
        }
        return array;
    }

    private static @Nullable Class<?> carrier(PrimitiveType type) {
        return switch (type) {
            case BOOL -> boolean.class;
            case S8, U8 -> byte.class;
            case S16, U16 -> short.class;
            case S32, U32, CHAR -> int.class;
            case S64, U64 -> long.class;
            case F32 -> float.class;
            case F64 -> double.class;
            case STRING, ERROR_CONTEXT -> null;
        };
    }

    /** An array has the raw bits. */
    private static Object carried(Class<?> carrier, Object value) {
        if (carrier == byte.class) {
            return ((Number) value).byteValue();
        } else if (carrier == short.class) {
            return ((Number) value).shortValue();
        } else if (carrier == int.class) {
            return ((Number) value).intValue();
        }
        return value;
    }

    private Object primitive(PrimitiveType type) {
        return switch (type) {
            case BOOL -> random.nextBoolean();
            case S8 -> (byte) bits();
            case U8 -> (int) bits() & 0xFF;
            case S16 -> (short) bits();
            case U16 -> (int) bits() & 0xFFFF;
            case S32 -> (int) bits();
            case U32 -> bits() & 0xFFFF_FFFFL;
            case S64, U64 -> bits();
            // All NaNs are one, and Java's is the one that lifting makes.
            case F32 -> Float.intBitsToFloat(Float.floatToIntBits(Float.intBitsToFloat((int) bits())));
            case F64 -> Double.longBitsToDouble(Double.doubleToLongBits(Double.longBitsToDouble(bits())));
            case CHAR -> codePoint();
            case STRING -> string();
            case ERROR_CONTEXT -> throw new IllegalArgumentException("no values of " + type);
        };
    }

    private long bits() {
        long[] ends = {0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE, 0x7FF8_0000_7FC0_0000L, 0x8000_8080L, 0x7FFF_7F7FL};
        return random.nextInt(4) == 0 ? ends[random.nextInt(ends.length)] : random.nextLong();
    }

    private int codePoint() {
        int[] ranges = {0x80, 0x100, 0x800, 0x1_0000, 0x11_0000};
        int codePoint = random.nextInt(ranges[random.nextInt(ranges.length)]);
        return codePoint >= 0xD800 && codePoint <= 0xDFFF ? codePoint - SURROGATES : codePoint;
    }

    /** Strings that fit in ASCII, in Latin-1, and neither; some turn so late that a transcoding has to begin again. */
    private String string() {
        int[] ranges = {0x80, 0x100, 0x1_0000, 0x11_0000};
        int range = ranges[random.nextInt(ranges.length)];
        int length = random.nextInt(200) == 0 ? LONG_STRING : random.nextInt(12);
        StringBuilder string = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int codePoint = random.nextInt(range);
            string.appendCodePoint(codePoint >= 0xD800 && codePoint <= 0xDFFF ? codePoint - SURROGATES : codePoint);
        }
        if (random.nextInt(3) == 0) {
            string.appendCodePoint(codePoint());
        }
        return string.toString();
    }
}
