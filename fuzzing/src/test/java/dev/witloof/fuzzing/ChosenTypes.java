package dev.witloof.fuzzing;

import dev.witloof.layout.ElementSize;
import dev.witloof.type.BorrowType;
import dev.witloof.type.EnumType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.ResultType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Types as the fuzzer chooses them, of those that a valid component may have. */
final class ChosenTypes {

    private static final int DEPTH = 8;
    private static final int MOST_NODES = 60;
    private static final int MOST_FLAGS = 32;
    private static final int SMALL = 1_000;

    /** Without {@code error-context}, which nothing can run yet. */
    private static final PrimitiveType[] PRIMITIVES = IntStream.range(0, PrimitiveType.ERROR_CONTEXT.ordinal())
            .mapToObj(i -> PrimitiveType.values()[i])
            .toArray(PrimitiveType[]::new);

    private static final PrimitiveType[] KEYS = {
        PrimitiveType.STRING, PrimitiveType.U8, PrimitiveType.S64, PrimitiveType.CHAR, PrimitiveType.BOOL
    };

    private final Choices choices;
    private final List<ResourceType> resources;
    private int nodes;
    private boolean borrows = true;

    /**
     * Types.
     *
     * @param resources those that handles may be of; empty for types without handles
     */
    ChosenTypes(Choices choices, List<ResourceType> resources) {
        this.choices = choices;
        this.resources = resources;
    }

    /** A function with some parameters, and a result or none. */
    FuncType func() {
        List<LabelledType> params = new ArrayList<>();
        for (int i = choices.below(4); i >= 0; i--) {
            params.add(new LabelledType("p" + i, value(DEPTH)));
        }
        // No result can borrow.
        borrows = false;
        return FuncType.of(params, optional(DEPTH));
    }

    private ValType value(int depth) {
        nodes++;
        if (depth == 0 || nodes > MOST_NODES) {
            return primitive();
        }
        return switch (choices.below(16)) {
            case 0, 1, 2 -> primitive();
            case 3, 4 -> new ListType(value(depth - 1));
            case 5 -> fixedLengthList(depth);
            case 6, 7 -> record(depth);
            case 8 -> new TupleType(some(depth));
            case 9 -> variant(depth);
            case 10 -> new EnumType(labels(256));
            case 11 -> new FlagsType(labels(MOST_FLAGS));
            case 12 -> new OptionType(value(depth - 1));
            case 13 -> new ResultType(optional(depth - 1), optional(depth - 1));
            case 14 -> new MapType(KEYS[choices.below(KEYS.length)], value(depth - 1));
            default -> handle();
        };
    }

    private PrimitiveType primitive() {
        return PRIMITIVES[choices.below(PRIMITIVES.length)];
    }

    private ValType handle() {
        if (resources.isEmpty()) {
            return PrimitiveType.STRING;
        }
        ResourceType resource = resources.get(choices.below(resources.size()));
        return choices.below(2) == 0 || !borrows ? new OwnType(resource) : new BorrowType(resource);
    }

    private Optional<ValType> optional(int depth) {
        return choices.below(4) == 0 ? Optional.empty() : Optional.of(value(depth));
    }

    private List<ValType> some(int depth) {
        List<ValType> types = new ArrayList<>();
        for (int i = choices.below(5); i >= 0; i--) {
            types.add(value(depth - 1));
        }
        return types;
    }

    /** Of many elements only if they are small: a validated type's values are. */
    private ValType fixedLengthList(int depth) {
        ValType element = value(depth - 1);
        return new FixedLengthListType(element, 1 + (ElementSize.of(element) < SMALL ? choices.below(20) : 0));
    }

    private ValType record(int depth) {
        List<ValType> types = some(depth);
        return new RecordType(IntStream.range(0, types.size())
                .mapToObj(i -> new LabelledType("f" + i, types.get(i)))
                .toList());
    }

    private ValType variant(int depth) {
        List<VariantType.Case> cases = new ArrayList<>();
        for (int i = choices.below(5); i >= 0; i--) {
            cases.add(new VariantType.Case("c" + i, optional(depth - 1)));
        }
        return new VariantType(cases);
    }

    private List<String> labels(int most) {
        return IntStream.rangeClosed(0, choices.below(most))
                .mapToObj(i -> "l" + i)
                .toList();
    }
}
