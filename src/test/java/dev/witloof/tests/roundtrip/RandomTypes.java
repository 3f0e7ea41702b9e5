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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Value types of every kind but handles and asynchronous ones; the same seed gives the same types. */
final class RandomTypes {

    private static final List<PrimitiveType> PRIMITIVES =
            List.copyOf(EnumSet.complementOf(EnumSet.of(PrimitiveType.ERROR_CONTEXT)));
    private static final List<PrimitiveType> KEYS = PRIMITIVES.stream()
            .filter(type -> type != PrimitiveType.F32 && type != PrimitiveType.F64)
            .toList();
    private static final int DEPTH = 4;
    private static final int MOST_LABELS = 32;

    private final Random random;
    private final boolean fixedLengthLists;

    RandomTypes(Random random, boolean fixedLengthLists) {
        this.random = random;
        this.fixedLengthLists = fixedLengthLists;
    }

    /** A type that is no more than a few levels deep. */
    ValType next() {
        // The outermost type decides what a case is about: all kinds are equally likely there.
        return type(DEPTH);
    }

    private ValType type(int depth) {
        if (depth == 0) {
            return primitive();
        }
        return switch (random.nextInt(fixedLengthLists ? 13 : 12)) {
            case 0, 1 -> primitive();
            case 2 -> PrimitiveType.STRING;
            case 3 -> new ListType(type(depth - 1));
            case 4 -> new MapType(KEYS.get(random.nextInt(KEYS.size())), type(depth - 1));
            case 5 ->
                new RecordType(labels("f", 6).stream()
                        .map(label -> new LabelledType(label, type(depth - 1)))
                        .toList());
            case 6 ->
                new TupleType(Stream.generate(() -> type(depth - 1))
                        .limit(1 + random.nextInt(5))
                        .toList());
            case 7 ->
                new VariantType(labels("c", random.nextInt(20) == 0 ? 300 : 5).stream()
                        .map(label -> new VariantType.Case(label, optional(() -> type(depth - 1))))
                        .toList());
            case 8 -> new EnumType(labels("e", random.nextInt(4) == 0 ? 300 : MOST_LABELS));
            case 9 -> new FlagsType(labels("f", MOST_LABELS));
            case 10 -> new OptionType(type(depth - 1));
            case 11 -> new ResultType(optional(() -> type(depth - 1)), optional(() -> type(depth - 1)));
            default -> new FixedLengthListType(type(depth - 1), 1 + random.nextInt(5));
        };
    }

    private PrimitiveType primitive() {
        return PRIMITIVES.get(random.nextInt(PRIMITIVES.size()));
    }

    private Optional<ValType> optional(Supplier<ValType> type) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(type.get());
    }

    private List<String> labels(String prefix, int most) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(i -> prefix + i)
                .toList();
    }
}
