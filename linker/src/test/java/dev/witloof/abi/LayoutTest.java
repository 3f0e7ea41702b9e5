package dev.witloof.abi;

import static dev.witloof.type.PrimitiveType.ERROR_CONTEXT;
import static dev.witloof.type.PrimitiveType.F32;
import static dev.witloof.type.PrimitiveType.F64;
import static dev.witloof.type.PrimitiveType.S64;
import static dev.witloof.type.PrimitiveType.STRING;
import static dev.witloof.type.PrimitiveType.U16;
import static dev.witloof.type.PrimitiveType.U32;
import static dev.witloof.type.PrimitiveType.U64;
import static dev.witloof.type.PrimitiveType.U8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.layout.Alignment;
import dev.witloof.layout.ElementSize;
import dev.witloof.layout.Flattening;
import dev.witloof.layout.TypePredicates;
import dev.witloof.type.BorrowType;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FuncType;
import dev.witloof.type.FutureType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.ResultType;
import dev.witloof.type.StreamType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@link Alignment}, {@link ElementSize}, {@link Flattening} and {@link TypePredicates}; the vectors have many more. */
class LayoutTest {

    private static final ResourceType BUCKET = ResourceType.named("bucket");

    @Test
    void sizesAndAlignmentsFollowTheSpecification() {
        assertLayout(new TupleType(List.of(U8, U32, U8)), 12, 4);
        assertLayout(new OptionType(U64), 16, 8);
        assertLayout(new ResultType(Optional.of(U16), Optional.empty()), 4, 2);
        assertLayout(new MapType(U8, U8), 8, 4);
        assertLayout(new FixedLengthListType(U16, 3), 6, 2);
        assertLayout(new OwnType(BUCKET), 4, 4);
        assertLayout(new BorrowType(BUCKET), 4, 4);
        assertLayout(new StreamType(Optional.of(U8)), 4, 4);
        assertLayout(new FutureType(Optional.empty()), 4, 4);
        assertLayout(ERROR_CONTEXT, 4, 4);
    }

    @Test
    void whatNoMemoryHasRoomForDoesNotOverflow() {
        ValType huge = new FixedLengthListType(new FixedLengthListType(U64, -1), -1);
        assertThat(ElementSize.of(huge)).isEqualTo(1L << 40);
        assertThat(ElementSize.of(new FixedLengthListType(U64, -1))).isEqualTo(0xFFFF_FFFFL * 8);
        assertThat(ElementSize.of(new TupleType(List.of(huge, huge)))).isEqualTo(1L << 40);
        assertThat(ElementSize.of(new OptionType(huge))).isEqualTo(1L << 40);
        assertThat(Flattening.flattenFuncType(function(Optional.of(huge), huge), Flattening.Side.LIFT))
                .hasToString("[i32] -> [i32]");
    }

    @Test
    void functionsSpillOver16ParametersAnd1Result() {
        assertFlattened(function(Optional.empty()), "[] -> []", "[] -> []");
        assertFlattened(
                function(Optional.of(U8), S64, F32, F64, STRING),
                "[i64 f32 f64 i32 i32] -> [i32]",
                "[i64 f32 f64 i32 i32] -> [i32]");
        assertFlattened(function(Optional.of(STRING), U8), "[i32] -> [i32]", "[i32 i32] -> []");
        assertFlattened(
                function(Optional.of(STRING), of(F32, 16)),
                "[" + "f32 ".repeat(15) + "f32] -> [i32]",
                "[" + "f32 ".repeat(16) + "i32] -> []");
        assertFlattened(function(Optional.of(STRING), of(F32, 17)), "[i32] -> [i32]", "[i32 i32] -> []");
        assertFlattened(
                function(Optional.empty(), new FixedLengthListType(STRING, 8)),
                "[" + "i32 ".repeat(15) + "i32] -> []",
                "[" + "i32 ".repeat(15) + "i32] -> []");
        assertFlattened(function(Optional.empty(), new FixedLengthListType(STRING, 9)), "[i32] -> []", "[i32] -> []");
    }

    @Test
    void casesShareCoreTypesThatHaveRoomForEach() {
        assertJoined(F32, F32, "[i32 f32] -> []");
        assertJoined(U8, F32, "[i32 i32] -> []");
        assertJoined(F32, U8, "[i32 i32] -> []");
        assertJoined(F32, F64, "[i32 i64] -> []");
        assertJoined(U8, S64, "[i32 i64] -> []");
        assertJoined(F64, STRING, "[i32 i64 i32] -> []");
        assertJoined(new OwnType(BUCKET), new StreamType(Optional.empty()), "[i32 i32] -> []");
    }

    private static void assertJoined(ValType a, ValType b, String flattened) {
        ValType type = new VariantType(
                List.of(new VariantType.Case("a", Optional.of(a)), new VariantType.Case("b", Optional.of(b))));
        assertThat(Flattening.flattenFuncType(function(Optional.empty(), type), Flattening.Side.LOWER))
                .hasToString(flattened);
    }

    @Test
    void borrowsAndPointersAreFoundHoweverDeep() {
        ValType borrow = new BorrowType(BUCKET);
        for (ValType outer : List.of(
                borrow,
                new ListType(borrow),
                new FixedLengthListType(borrow, 2),
                new RecordType(List.of(new LabelledType("a", U8), new LabelledType("b", borrow))),
                new TupleType(List.of(U8, borrow)),
                new VariantType(List.of(new VariantType.Case("a", Optional.of(borrow)))),
                new OptionType(borrow),
                new ResultType(Optional.empty(), Optional.of(borrow)),
                new MapType(U8, borrow))) {
            assertThat(TypePredicates.containsBorrow(outer)).as("%s", outer).isTrue();
        }
        assertThat(TypePredicates.containsBorrow(new ListType(new OwnType(BUCKET))))
                .isFalse();
        assertThat(TypePredicates.containsPointer(new OptionType(new TupleType(List.of(U8, STRING)))))
                .isTrue();
        assertThat(TypePredicates.containsPointer(new FixedLengthListType(new MapType(U8, U8), 1)))
                .isTrue();
        assertThat(TypePredicates.containsPointer(new FixedLengthListType(U8, 4)))
                .isFalse();
    }

    @Test
    void asynchronousTypesAreLaidOutButNotPrepared() {
        LiftLowerOptions options = Guest.options(StringEncoding.UTF8);
        for (ValType type : List.of(new StreamType(Optional.of(U8)), new FutureType(Optional.empty()), ERROR_CONTEXT)) {
            String message =
                    type + ": expected a type of the synchronous Canonical ABI, found one of the asynchronous one";
            assertThatThrownBy(() -> PreparedLift.of(function(Optional.empty(), type), options))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> PreparedLower.of(function(Optional.empty(), new ListType(type)), options))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage(message);
        }
    }

    static FuncType function(Optional<ValType> result, ValType... params) {
        List<LabelledType> labelled = new ArrayList<>();
        for (ValType param : params) {
            labelled.add(new LabelledType("p" + labelled.size(), param));
        }
        return FuncType.of(labelled, result);
    }

    static ValType[] of(ValType type, int count) {
        ValType[] types = new ValType[count];
        Arrays.fill(types, type);
        return types;
    }

    private static void assertLayout(ValType type, long size, int alignment) {
        assertThat(ElementSize.of(type)).as("size of %s", type).isEqualTo(size);
        assertThat(Alignment.of(type)).as("alignment of %s", type).isEqualTo(alignment);
    }

    private static void assertFlattened(FuncType type, String lift, String lower) {
        CoreExternType.Func lifted = Flattening.flattenFuncType(type, Flattening.Side.LIFT);
        assertThat(lifted)
                .hasToString(lift)
                .isEqualTo(PreparedLift.of(type, Guest.options(StringEncoding.UTF8))
                        .coreType());
        CoreExternType.Func lowered = Flattening.flattenFuncType(type, Flattening.Side.LOWER);
        assertThat(lowered)
                .hasToString(lower)
                .isEqualTo(PreparedLower.of(type, Guest.options(StringEncoding.UTF8))
                        .coreType());
    }
}
