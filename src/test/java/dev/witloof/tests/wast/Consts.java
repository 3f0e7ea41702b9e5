package dev.witloof.tests.wast;

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
import dev.witloof.value.Wave;
import java.lang.reflect.Array;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value of a script ({@code u32.const 1}, {@code list.const …}) as the untyped Java value of a component type. The type
 * decides: a constant of another type is refused.
 *
 * @param json the value, as {@code src/test/native/src/values.rs} describes it
 */
record Consts(Map<?, ?> json) implements ValType.Visitor<Object> {

    /**
     * The Java value.
     *
     * @throws IllegalArgumentException if the script's value is not of the type
     */
    static Object value(ValType type, Object json) {
        return type.accept(new Consts((Map<?, ?>) json));
    }

    /** Whether a function's result is the one that the script says; NaN is one value, whatever its bits. */
    static boolean matches(ValType type, Map<?, ?> expected, @Nullable Object found) {
        if (expected.get("nan") == null) {
            // Tuples compare by content, whatever is inside.
            return TupleValue.of(value(type, expected)).equals(TupleValue.adopt(new Object[] {found}));
        }
        expect(type, type instanceof PrimitiveType primitive ? word(primitive) : "", (String) expected.get("type"));
        boolean canonical = expected.get("nan").equals("canonical");
        if (found instanceof Float number) {
            int bits = Float.floatToRawIntBits(number) & Integer.MAX_VALUE;
            return canonical ? bits == 0x7fc0_0000 : bits >= 0x7fc0_0000;
        }
        long bits = Double.doubleToRawLongBits((Double) found) & Long.MAX_VALUE;
        return canonical ? bits == 0x7ff8_0000_0000_0000L : bits >= 0x7ff8_0000_0000_0000L;
    }

    /** What messages call an expected result. */
    static String shown(ValType type, Map<?, ?> expected) {
        return expected.containsKey("nan") ? "nan:" + expected.get("nan") : Wave.print(value(type, expected));
    }

    /** Values whose type is not known, nearly as the script has them. */
    static String spelt(Object json) {
        if (json instanceof List<?> list) {
            return list.stream().map(Consts::spelt).collect(Collectors.joining(" "));
        }
        if (json instanceof Map<?, ?> value) {
            return value.entrySet().stream()
                    .filter(member -> !member.getKey().equals("type"))
                    .map(member -> spelt(member.getValue()))
                    .collect(Collectors.joining(" ", "(" + value.get("type") + " ", ")"));
        }
        return json.toString();
    }

    private void expect(ValType type, String word) {
        expect(type, word, (String) json.get("type"));
    }

    private static void expect(ValType type, String word, String found) {
        if (!word.equals(found)) {
            throw new IllegalArgumentException("a value of " + type + ": expected " + word + ".const, found " + found);
        }
    }

    private String text(String member) {
        return (String) json.get(member);
    }

    private List<?> list(String member) {
        return (List<?>) json.get(member);
    }

    private static String word(PrimitiveType type) {
        return type == PrimitiveType.STRING ? "string" : type.toString();
    }

    @Override
    public Object primitive(PrimitiveType type) {
        expect(type, word(type));
        return switch (type) {
            case BOOL -> json.get("value");
            case S8 -> Byte.valueOf(text("value"));
            case S16 -> Short.valueOf(text("value"));
            case U8, U16, S32 -> Integer.valueOf(text("value"));
            case U32, S64 -> Long.valueOf(text("value"));
            case U64 -> Long.parseUnsignedLong(text("value"));
            case F32 -> Float.intBitsToFloat(Integer.parseUnsignedInt(text("bits")));
            case F64 -> Double.longBitsToDouble(Long.parseUnsignedLong(text("bits")));
            case CHAR -> text("value").codePointAt(0);
            case STRING -> text("value");
            case ERROR_CONTEXT -> throw none(type);
        };
    }

    @Override
    public Object list(ListType type) {
        expect(type, "list");
        return elements(type.element());
    }

    @Override
    public Object fixedLengthList(FixedLengthListType type) {
        expect(type, "list");
        return elements(type.element());
    }

    private Object elements(ValType element) {
        List<Object> elements =
                list("values").stream().map(each -> value(element, each)).toList();
        Class<?> component = element instanceof PrimitiveType primitive ? arrayOf(primitive) : null;
        if (component == null) {
            return elements;
        }
        Object array = Array.newInstance(component, elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Object each = elements.get(i);
            Array.set(array, i, each instanceof Number number ? narrow(component, number) : each);
        }
        return array;
    }

    private static @Nullable Class<?> arrayOf(PrimitiveType element) {
        return switch (element) {
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

    private static Object narrow(Class<?> component, Number number) {
        if (component == byte.class) {
            return number.byteValue();
        }
        if (component == short.class) {
            return number.shortValue();
        }
        return component == int.class ? (Object) number.intValue() : number;
    }

    @Override
    public Object record(RecordType type) {
        expect(type, "record");
        Map<String, Object> fields = new LinkedHashMap<>();
        List<?> given = list("fields");
        size(type, type.fields().size(), given.size());
        for (int i = 0; i < given.size(); i++) {
            LabelledType field = type.fields().get(i);
            List<?> pair = (List<?>) given.get(i);
            if (!field.label().equals(pair.get(0))) {
                throw new IllegalArgumentException("a value of " + type + ": expected field \"" + field.label()
                        + "\", found \"" + pair.get(0) + "\"");
            }
            fields.put(field.label(), value(field.type(), pair.get(1)));
        }
        return RecordValue.of(fields);
    }

    @Override
    public Object tuple(TupleType type) {
        expect(type, "tuple");
        List<?> given = list("values");
        size(type, type.elements().size(), given.size());
        Object[] elements = new Object[given.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = value(type.elements().get(i), given.get(i));
        }
        return TupleValue.adopt(elements);
    }

    @Override
    public Object variant(VariantType type) {
        expect(type, "variant");
        String label = text("case");
        Optional<ValType> payload = type.cases().stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a value of " + type + ": no case \"" + label + "\""))
                .type();
        return payload(type, payload)
                .map(value -> VariantValue.of(label, value))
                .orElseGet(() -> VariantValue.of(label));
    }

    @Override
    public Object enumeration(EnumType type) {
        expect(type, "enum");
        if (!type.labels().contains(text("case"))) {
            throw new IllegalArgumentException("a value of " + type + ": no case \"" + text("case") + "\"");
        }
        return EnumValue.of(text("case"));
    }

    @Override
    public Object flags(FlagsType type) {
        expect(type, "flags");
        List<String> set = list("flags").stream().map(String.class::cast).toList();
        if (!type.labels().containsAll(set)) {
            throw new IllegalArgumentException("a value of " + type + ": expected its flags, found " + set);
        }
        return FlagsValue.of(type.labels().stream().filter(set::contains).toList());
    }

    @Override
    public Object option(OptionType type) {
        expect(type, "option");
        return payload(type, text("case").equals("some") ? Optional.of(type.some()) : Optional.empty());
    }

    @Override
    public Object result(ResultType type) {
        expect(type, "result");
        return text("case").equals("ok")
                ? Result.ok(payload(type, type.ok()).orElse(null))
                : Result.err(payload(type, type.error()).orElse(null));
    }

    private Optional<Object> payload(ValType type, Optional<ValType> payload) {
        Object given = json.get("payload");
        size(type, payload.isPresent() ? 1 : 0, given == null ? 0 : 1);
        return payload.map(each -> value(each, given));
    }

    /** The text format has no constant of its own for maps: a map is the list of tuples that it is in memory. */
    @Override
    public Object map(MapType type) {
        expect(type, "list");
        TupleType entry = new TupleType(List.of(type.key(), type.value()));
        Map<Object, Object> map = new LinkedHashMap<>();
        for (Object each : list("values")) {
            TupleValue pair = (TupleValue) value(entry, each);
            map.put(pair.get(0), pair.get(1));
        }
        return map;
    }

    @Override
    public Object own(OwnType type) {
        throw none(type);
    }

    @Override
    public Object borrow(BorrowType type) {
        throw none(type);
    }

    @Override
    public Object stream(StreamType type) {
        throw none(type);
    }

    @Override
    public Object future(FutureType type) {
        throw none(type);
    }

    private static void size(ValType type, int expected, int found) {
        if (expected != found) {
            throw new IllegalArgumentException(
                    "a value of " + type + ": expected " + expected + " parts, found " + found);
        }
    }

    private IllegalArgumentException none(ValType type) {
        return new IllegalArgumentException(
                "a value of " + type + ": expected what scripts can spell, found " + json.get("type") + ".const");
    }
}
