package dev.witloof.value;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the text of a value; what it may be is known from the type, so it nests no deeper than the type does. */
final class WaveReader implements ValType.Visitor<Object> {

    private final WaveScanner in;

    WaveReader(WaveScanner in) {
        this.in = in;
    }

    Object read(ValType type) {
        return type.accept(this);
    }

    /** Arguments in parentheses. */
    Object[] arguments(List<LabelledType> params) {
        Object[] arguments = new Object[params.size()];
        in.require('(', "( and arguments");
        for (int i = 0; i < arguments.length; i++) {
            LabelledType param = params.get(i);
            if (in.sees(")")) {
                throw in.unexpected("the argument \"" + param.label() + "\" of type " + param.type());
            }
            arguments[i] = read(param.type());
            comma(')');
        }
        in.require(')', arguments.length == 0 ? ") because there are no parameters" : ") behind the last argument");
        return arguments;
    }

    /** Takes a comma, unless the sign that closes is next. */
    private void comma(char close) {
        if (!in.takes(',') && !in.sees(String.valueOf(close))) {
            throw in.unexpected(", or " + close);
        }
    }

    @Override
    public Object primitive(PrimitiveType type) {
        return switch (type) {
            case BOOL -> bool();
            case STRING -> in.string();
            case CHAR -> in.character();
            case S8, U8, S16, U16, S32, U32, S64, U64, F32, F64 -> WaveNumbers.read(type, in);
            case ERROR_CONTEXT -> throw withoutText(type);
        };
    }

    private boolean bool() {
        int from = in.next();
        String word = in.word("bool");
        if (!word.equals("true") && !word.equals("false")) {
            throw in.unexpected(from, "bool");
        }
        return word.equals("true");
    }

    @Override
    public Object list(ListType type) {
        return WaveNumbers.list(type.element(), elements(type.element(), type));
    }

    @Override
    public Object fixedLengthList(FixedLengthListType type) {
        int from = in.next();
        List<Object> elements = elements(type.element(), type);
        if (elements.size() != type.length()) {
            throw in.unexpected(from, "a list of " + type.length());
        }
        return WaveNumbers.list(type.element(), elements);
    }

    private List<Object> elements(ValType element, ValType list) {
        in.require('[', list.toString());
        List<Object> elements = new ArrayList<>();
        while (!in.takes(']')) {
            elements.add(read(element));
            comma(']');
        }
        return elements;
    }

    @Override
    public Object record(RecordType type) {
        int from = in.next();
        in.require('{', "a record");
        List<String> names = type.fields().stream().map(LabelledType::label).toList();
        Map<String, Object> given = new HashMap<>();
        // A record of which nothing is written has a colon, so that it does not look like flags.
        for (boolean empty = in.takes(':'); !in.takes('}'); comma('}')) {
            int at = in.next();
            String name = empty ? "" : in.word("a field");
            int place = names.indexOf(name);
            if (place < 0) {
                throw empty ? in.unexpected("}") : in.unexpected(at, "a field among " + String.join(", ", names));
            }
            in.require(':', ": behind the field \"" + name + "\"");
            if (given.put(name, read(type.fields().get(place).type())) != null) {
                throw in.unexpected(at, "each field once");
            }
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (LabelledType field : type.fields()) {
            Object value = given.get(field.label());
            if (value == null && !(field.type() instanceof OptionType)) {
                throw in.unexpected(from, "a record with the field \"" + field.label() + "\"");
            }
            fields.put(field.label(), value == null ? Optional.empty() : value);
        }
        return RecordValue.of(fields);
    }

    @Override
    public Object tuple(TupleType type) {
        in.require('(', type.toString());
        Object[] elements = new Object[type.elements().size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = read(type.elements().get(i));
            comma(')');
        }
        in.require(')', ") behind " + elements.length + " elements");
        return TupleValue.adopt(elements);
    }

    @Override
    public Object variant(VariantType type) {
        int from = in.next();
        String label = in.word(type.toString());
        VariantType.Case one = type.cases().stream()
                .filter(c -> c.label().equals(label))
                .findFirst()
                .orElseThrow(() -> in.unexpected(from, type.toString()));
        return one.type().isPresent()
                ? VariantValue.of(label, payload(one.type().get(), label))
                : VariantValue.of(label);
    }

    @Override
    public Object enumeration(EnumType type) {
        int from = in.next();
        String label = in.word(type.toString());
        if (!type.labels().contains(label)) {
            throw in.unexpected(from, type.toString());
        }
        return EnumValue.of(label);
    }

    @Override
    public Object flags(FlagsType type) {
        in.require('{', type.toString());
        Set<String> set = new LinkedHashSet<>();
        while (!in.takes('}')) {
            int from = in.next();
            String label = in.word("a flag");
            if (!type.labels().contains(label)) {
                throw in.unexpected(from, "a flag among " + String.join(", ", type.labels()));
            }
            if (!set.add(label)) {
                throw in.unexpected(from, "each flag once");
            }
            comma('}');
        }
        return FlagsValue.of(type.labels().stream().filter(set::contains).toList());
    }

    @Override
    public Object option(OptionType type) {
        String word = in.peekWord();
        if (word.equals("none")) {
            in.word("none");
            return Optional.empty();
        }
        if (word.equals("some")) {
            in.word("some");
            return Optional.of(payload(type.some(), "some"));
        }
        return Optional.of(flat(type.some(), "some(…) or none"));
    }

    @Override
    public Object result(ResultType type) {
        String word = in.peekWord();
        if (word.equals("ok") || word.equals("err")) {
            in.word(word);
            Optional<ValType> payload = word.equals("ok") ? type.ok() : type.error();
            Object value = payload.isPresent() ? payload(payload.get(), word) : null;
            return word.equals("ok") ? Result.ok(value) : Result.err(value);
        }
        String expected = "ok or err, as in " + type;
        return Result.ok(flat(type.ok().orElseThrow(() -> in.unexpected(expected)), expected));
    }

    private Object payload(ValType type, String label) {
        in.require('(', "( and a value behind " + label);
        Object value = read(type);
        in.require(')', ") behind the value of " + label);
        return value;
    }

    /** The value without the word around it, which only one that has no such words itself may do without. */
    private Object flat(ValType type, String expected) {
        if (type instanceof OptionType || type instanceof ResultType) {
            throw in.unexpected(expected);
        }
        return read(type);
    }

    @Override
    public Object map(MapType type) {
        in.require('{', type.toString());
        Map<Object, Object> map = new LinkedHashMap<>();
        for (boolean empty = in.takes(':'); !in.takes('}'); comma('}')) {
            if (empty) {
                throw in.unexpected("}");
            }
            Object key = read(type.key());
            in.require(':', ": behind a key");
            map.put(key, read(type.value()));
        }
        return map;
    }

    @Override
    public Object own(OwnType type) {
        throw withoutText(type);
    }

    @Override
    public Object borrow(BorrowType type) {
        throw withoutText(type);
    }

    @Override
    public Object stream(StreamType type) {
        throw withoutText(type);
    }

    @Override
    public Object future(FutureType type) {
        throw withoutText(type);
    }

    private IllegalArgumentException withoutText(ValType type) {
        return in.unexpected(type + ", of which no value can be written as text");
    }
}
