package dev.witloof.abi;

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
import dev.witloof.value.EnumValue;
import dev.witloof.value.FlagsValue;
import dev.witloof.value.RecordValue;
import dev.witloof.value.Result;
import dev.witloof.value.TupleValue;
import dev.witloof.value.VariantValue;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of the reference vectors, as the table of untyped values has them.
 *
 * @param json the value
 * @param merged whether a map has a key once, as when it was lifted, or as often as the vector has it
 */
record VectorValues(@Nullable Object json, boolean merged) implements ValType.Visitor<Object> {

    static Object value(ValType type, @Nullable Object json, boolean merged) {
        return type.accept(new VectorValues(json, merged));
    }

    private Object part(ValType type, @Nullable Object json) {
        return value(type, json, merged);
    }

    private Map<?, ?> map() {
        return (Map<?, ?>) json;
    }

    private List<?> list() {
        return (List<?>) json;
    }

    private Map.Entry<?, ?> only() {
        return map().entrySet().iterator().next();
    }

    @Override
    public Object primitive(PrimitiveType type) {
        return switch (type) {
            case BOOL -> (Boolean) json;
            case S8 -> Byte.valueOf((String) json);
            case S16 -> Short.valueOf((String) json);
            case U8, U16, S32 -> Integer.valueOf((String) json);
            case U32, S64 -> Long.valueOf((String) json);
            case U64 -> new BigInteger((String) json).longValue();
            case F32 -> (float) floating();
            case F64 -> floating();
            case CHAR -> ((String) json).codePointAt(0);
            case STRING -> (String) map().get("str");
            case ERROR_CONTEXT -> throw new IllegalArgumentException("error-context");
        };
    }

    private double floating() {
        return Double.longBitsToDouble(new BigInteger((String) map().get("f64bits")).longValue());
    }

    @Override
    public Object list(ListType type) {
        List<Object> elements =
                list().stream().map(e -> part(type.element(), e)).toList();
        Class<?> component = arrayOf(type.element());
        if (component == null) {
            return elements;
        }
        Object array = Array.newInstance(component, elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Object element = elements.get(i);
            Array.set(array, i, element instanceof Number number ? narrow(component, number) : element);
        }
        return array;
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

    private static @Nullable Class<?> arrayOf(ValType element) {
        if (!(element instanceof PrimitiveType primitive)) {
            return null;
        }
        return switch (primitive) {
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

    @Override
    public Object fixedLengthList(FixedLengthListType type) {
        return list().stream().map(e -> part(type.element(), e)).toList();
    }

    @Override
    public Object record(RecordType type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        type.fields().forEach(f -> fields.put(f.label(), part(f.type(), map().get(f.label()))));
        return RecordValue.of(fields);
    }

    @Override
    public Object tuple(TupleType type) {
        Object[] elements = new Object[type.elements().size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = part(type.elements().get(i), map().get(String.valueOf(i)));
        }
        return TupleValue.of(elements);
    }

    @Override
    public Object variant(VariantType type) {
        String label = (String) only().getKey();
        return type.cases().stream()
                .filter(c -> c.label().equals(label))
                .findFirst()
                .orElseThrow()
                .type()
                .map(t -> VariantValue.of(label, part(t, only().getValue())))
                .orElseGet(() -> VariantValue.of(label));
    }

    @Override
    public Object enumeration(EnumType type) {
        return EnumValue.of((String) only().getKey());
    }

    @Override
    public Object flags(FlagsType type) {
        return FlagsValue.of(
                type.labels().stream().filter(l -> map().get(l) == Boolean.TRUE).toList());
    }

    @Override
    public Object option(OptionType type) {
        return only().getKey().equals("some") ? Optional.of(part(type.some(), only().getValue())) : Optional.empty();
    }

    @Override
    public Object result(ResultType type) {
        return only().getKey().equals("ok")
                ? Result.ok(type.ok().map(t -> part(t, only().getValue())).orElse(null))
                : Result.err(type.error().map(t -> part(t, only().getValue())).orElse(null));
    }

    @Override
    public Object map(MapType type) {
        List<Map.Entry<Object, Object>> entries = list().stream()
                .map(e -> (Map<?, ?>) e)
                .map(e -> Map.entry(part(type.key(), e.get("0")), part(type.value(), e.get("1"))))
                .toList();
        if (!merged) {
            return new EntriesAsMap(entries);
        }
        Map<Object, Object> map = new LinkedHashMap<>();
        entries.forEach(e -> map.put(e.getKey(), e.getValue()));
        return map;
    }

    @Override
    public Object own(OwnType type) {
        throw new IllegalArgumentException("own");
    }

    @Override
    public Object borrow(BorrowType type) {
        throw new IllegalArgumentException("borrow");
    }

    @Override
    public Object stream(StreamType type) {
        throw new IllegalArgumentException("stream");
    }

    @Override
    public Object future(FutureType type) {
        throw new IllegalArgumentException("future");
    }

    /** Entries in which a key may stand twice, as in the vectors; lowering a map only goes through its entries. */
    private static final class EntriesAsMap extends AbstractMap<Object, Object> {

        private final List<Map.Entry<Object, Object>> entries;

        EntriesAsMap(List<Map.Entry<Object, Object>> entries) {
            this.entries = entries;
        }

        @Override
        public Set<Map.Entry<Object, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Map.Entry<Object, Object>> iterator() {
                    return entries.iterator();
                }

                @Override
                public int size() {
                    return entries.size();
                }
            };
        }
    }
}
