package dev.witloof.abi;

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
import java.util.stream.IntStream;

/** A random type and a value of it. */
record Sample(ValType type, Object value) {

    static Sample of(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 20)) {
            case 0 -> new Sample(PrimitiveType.BOOL, random.nextBoolean());
            case 1 -> new Sample(PrimitiveType.U8, random.nextInt(256));
            case 2 -> new Sample(PrimitiveType.S16, (short) random.nextInt());
            case 3 -> new Sample(PrimitiveType.U32, random.nextLong() & 0xFFFF_FFFFL);
            case 4 -> new Sample(PrimitiveType.S64, random.nextLong());
            case 5 -> new Sample(PrimitiveType.F32, random.nextFloat());
            case 6 -> new Sample(PrimitiveType.F64, random.nextGaussian());
            case 7, 8 -> new Sample(PrimitiveType.STRING, string(random));
            case 9 -> list(random, depth);
            case 10 -> record(random, depth);
            case 11 -> tuple(random, depth);
            case 12 -> variant(random, depth);
            case 13 -> option(random, depth);
            case 14 -> result(random, depth);
            case 15 -> named(random);
            case 16 -> numbers(random);
            case 17 -> new Sample(PrimitiveType.CHAR, Character.codePointAt(string(random) + "x", 0));
            case 18 -> fixedLength(random, depth);
            default -> map(random, depth);
        };
    }

    private static String string(Random random) {
        int[] codePoints = random.ints(random.nextInt(20), 0, 0x1_1000)
                .map(c -> random.nextBoolean() ? c & 0x7F : c)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .toArray();
        return new String(codePoints, 0, codePoints.length);
    }

    private static Sample list(Random random, int depth) {
        if (random.nextBoolean()) {
            byte[] bytes = new byte[random.nextInt(30)];
            random.nextBytes(bytes);
            return new Sample(new ListType(PrimitiveType.U8), bytes);
        }
        // Elements of one type: the same structure, or fewer of it.
        Sample element = new Sample(new OptionType(PrimitiveType.STRING), Optional.of(string(random)));
        Sample inner = of(random, depth - 1);
        Sample pair = new Sample(
                new TupleType(List.of(element.type(), inner.type())), TupleValue.of(element.value(), inner.value()));
        int count = random.nextInt(4);
        return new Sample(
                new ListType(pair.type()),
                IntStream.range(0, count).mapToObj(i -> pair.value()).toList());
    }

    private static Sample record(Random random, int depth) {
        List<LabelledType> fields = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i <= random.nextInt(6); i++) {
            Sample field = of(random, depth - 1);
            fields.add(new LabelledType("f" + i, field.type()));
            values.put("f" + i, field.value());
        }
        return new Sample(new RecordType(fields), RecordValue.of(values));
    }

    private static Sample tuple(Random random, int depth) {
        List<Sample> elements = IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> of(random, depth - 1))
                .toList();
        return new Sample(
                new TupleType(elements.stream().map(Sample::type).toList()),
                TupleValue.of(elements.stream().map(Sample::value).toArray()));
    }

    private static Sample variant(Random random, int depth) {
        int count = 1 + random.nextInt(5);
        int chosen = random.nextInt(count);
        List<VariantType.Case> cases = new ArrayList<>();
        Object value = null;
        for (int i = 0; i < count; i++) {
            Optional<Sample> payload = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(of(random, depth - 1));
            cases.add(new VariantType.Case("c" + i, payload.map(Sample::type)));
            if (i == chosen) {
                String label = "c" + i;
                value = payload.map(p -> VariantValue.of(label, p.value())).orElseGet(() -> VariantValue.of(label));
            }
        }
        return new Sample(new VariantType(cases), value);
    }

    private static Sample option(Random random, int depth) {
        Sample some = of(random, depth - 1);
        return new Sample(
                new OptionType(some.type()), random.nextBoolean() ? Optional.of(some.value()) : Optional.empty());
    }

    private static Sample result(Random random, int depth) {
        Sample ok = of(random, depth - 1);
        Sample error = of(random, depth - 1);
        return switch (random.nextInt(3)) {
            case 0 ->
                new Sample(new ResultType(Optional.of(ok.type()), Optional.of(error.type())), Result.ok(ok.value()));
            case 1 ->
                new Sample(new ResultType(Optional.empty(), Optional.of(error.type())), Result.err(error.value()));
            default -> new Sample(new ResultType(Optional.of(ok.type()), Optional.empty()), Result.err(null));
        };
    }

    private static Sample named(Random random) {
        int count = 1 + random.nextInt(32);
        List<String> labels = IntStream.range(0, count).mapToObj(i -> "l" + i).toList();
        if (random.nextBoolean()) {
            return new Sample(new EnumType(labels), EnumValue.of(labels.get(random.nextInt(count))));
        }
        return new Sample(
                new FlagsType(labels),
                FlagsValue.of(labels.stream().filter(l -> random.nextBoolean()).toList()));
    }

    private static Sample map(Random random, int depth) {
        Sample value = of(random, depth - 1);
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(string(random), value.value());
        }
        return new Sample(new MapType(PrimitiveType.STRING, value.type()), map);
    }

    private static Sample numbers(Random random) {
        int length = random.nextInt(9);
        return switch (random.nextInt(5)) {
            case 0 ->
                new Sample(
                        new ListType(PrimitiveType.CHAR),
                        random.ints(length, 0, 0xD800).toArray());
            case 1 ->
                new Sample(
                        new ListType(PrimitiveType.F64),
                        random.doubles(length)
                                .map(d -> d < 0.2 ? Double.NaN : d)
                                .toArray());
            case 2 ->
                new Sample(new ListType(PrimitiveType.U32), random.ints(length).toArray());
            case 3 ->
                new Sample(new ListType(PrimitiveType.S64), random.longs(length).toArray());
            default -> {
                boolean[] bools = new boolean[length];
                for (int i = 0; i < length; i++) {
                    bools[i] = random.nextBoolean();
                }
                yield new Sample(new ListType(PrimitiveType.BOOL), bools);
            }
        };
    }

    private static Sample fixedLength(Random random, int depth) {
        Sample element = of(random, depth - 1);
        int length = 1 + random.nextInt(4);
        return new Sample(
                new FixedLengthListType(element.type(), length),
                IntStream.range(0, length).mapToObj(i -> element.value()).toList());
    }
}
