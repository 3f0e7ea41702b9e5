package dev.witloof.abi;

import static dev.witloof.abi.LayoutTest.function;
import static dev.witloof.abi.LayoutTest.of;
import static dev.witloof.type.PrimitiveType.F32;
import static dev.witloof.type.PrimitiveType.STRING;
import static dev.witloof.type.PrimitiveType.U16;
import static dev.witloof.type.PrimitiveType.U32;
import static dev.witloof.type.PrimitiveType.U64;
import static dev.witloof.type.PrimitiveType.U8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.core.CoreFunction;
import dev.witloof.error.TrapException;
import dev.witloof.limit.Limits;
import dev.witloof.state.Entrance;
import dev.witloof.state.Holdings;
import dev.witloof.state.InstanceState;
import dev.witloof.state.RuntimeResourceType;
import dev.witloof.type.BorrowType;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ListType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.value.RecordValue;
import dev.witloof.value.TupleValue;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** {@link PreparedLift} and {@link PreparedLower}. */
class PreparedTest {

    private static final LiftLowerOptions OPTIONS = Guest.options(StringEncoding.UTF8);

    private final Guest guest = new Guest();

    @Test
    void fewParametersTravelAsCoreValues() {
        PreparedLift lift = PreparedLift.of(function(Optional.of(U32), U8, STRING, new OptionType(U64)), OPTIONS);
        assertThat(lift.lowerParams(guest.cx, new Object[] {1, "ab", 7L})).containsExactly(1, 0, 2, 1, 7);
        assertThat(lift.liftResult(guest.cx, new long[] {-1})).isEqualTo(0xFFFF_FFFFL);
    }

    @Test
    void manyParametersTravelInOneBlock() {
        PreparedLift lift = PreparedLift.of(function(Optional.empty(), of(U16, 17)), OPTIONS);
        Object[] args = IntStream.range(0, 17).boxed().toArray();
        guest.cx.allocate(1, 3);
        assertThat(lift.lowerParams(guest.cx, args)).containsExactly(4);
        assertThat(guest.calls.get(1)).containsExactly(0L, 0L, 2L, 34L, 4L);
        assertThat(guest.memory.array()[4 + 32]).isEqualTo((byte) 16);
        assertThat(lift.liftResult(guest.cx, new long[0])).isNull();

        PreparedLower lower = PreparedLower.of(function(Optional.empty(), of(U16, 17)), OPTIONS);
        assertThat(lower.liftParams(guest.cx, new long[] {4})).containsExactly(args);
    }

    @Test
    void aLargeResultIsWhereTheGuestSays() {
        FuncType type = function(Optional.of(new TupleType(List.of(U8, STRING))), U8);
        guest.write(0x40, 9, 0, 0, 0, 0x50, 0, 0, 0, 2, 0, 0, 0);
        guest.write(0x50, 'h', 'i');
        PreparedLift lift = PreparedLift.of(type, OPTIONS);
        assertThat(lift.liftResult(guest.cx, new long[] {0x40})).isEqualTo(TupleValue.of(9, "hi"));

        PreparedLower lower = PreparedLower.of(type, OPTIONS);
        long[] args = {3, 0x80};
        assertThat(lower.liftParams(guest.cx, args)).containsExactly(3);
        assertThat(lower.lowerResult(guest.cx, TupleValue.of(9, "hi"), args)).isEmpty();
        assertThat(lift.liftResult(guest.cx, new long[] {0x80})).isEqualTo(TupleValue.of(9, "hi"));
    }

    @Test
    void smallResultsAreCoreValues() {
        PreparedLower lower = PreparedLower.of(function(Optional.of(F32)), OPTIONS);
        assertThat(lower.liftParams(guest.cx, new long[0])).isEmpty();
        assertThat(lower.lowerResult(guest.cx, -1.5f, new long[0])).containsExactly(0xBFC0_0000L);
        PreparedLower none = PreparedLower.of(function(Optional.empty()), OPTIONS);
        assertThat(none.lowerResult(guest.cx, null, new long[0])).isEmpty();
    }

    @Test
    void pointersAreChecked() {
        FuncType results = function(Optional.of(new TupleType(List.of(U8, U32))));
        FuncType params = function(Optional.empty(), of(U16, 17));
        assertTrap(
                () -> PreparedLift.of(results, OPTIONS).liftResult(guest.cx, new long[] {2}),
                "result: expected an address that is a multiple of 4, found 0x2");
        assertTrap(
                () -> PreparedLift.of(results, OPTIONS).liftResult(guest.cx, new long[] {0xFFFC}),
                "result: expected 8 bytes within the memory's 65536, found them at 0xfffc");
        assertTrap(
                () -> PreparedLower.of(results, OPTIONS)
                        .lowerResult(guest.cx, TupleValue.of(1, 2), new long[] {0xFFFF_FFFCL}),
                "result: expected 8 bytes within the memory's 65536, found them at 0xfffffffc");
        assertTrap(
                () -> PreparedLower.of(params, OPTIONS).liftParams(guest.cx, new long[] {1}),
                "parameters: expected an address that is a multiple of 2, found 0x1");
        assertTrap(
                () -> PreparedLower.of(params, OPTIONS).liftParams(guest.cx, new long[] {0xFFE0}),
                "parameters: expected 34 bytes within the memory's 65536, found them at 0xffe0");
        assertTrap(
                () -> PreparedLift.of(params, OPTIONS)
                        .lowerParams(
                                Guest.allocatingAt(0x1_0000),
                                Collections.nCopies(17, 1).toArray()),
                "realloc: expected 34 bytes within the memory's 65536, found them at 0x10000");
    }

    @Test
    void whatDoesNotFitIsNamedWithThePathToIt() {
        FuncType type = FuncType.of(
                List.of(
                        new LabelledType("n", U8),
                        new LabelledType(
                                "points", new ListType(new RecordType(List.of(new LabelledType("label", STRING)))))),
                Optional.of(U8));
        PreparedLift lift = PreparedLift.of(type, OPTIONS);
        RecordValue good = RecordValue.of("label", "x");
        RecordValue bad = RecordValue.of(Collections.singletonMap("label", null));
        assertUnfit(
                () -> lift.lowerParams(guest.cx, new Object[] {1, List.of(good, good, good, bad)}),
                "argument \"points\", element 3, field \"label\": expected string, found null");
        assertUnfit(() -> lift.lowerParams(guest.cx, new Object[] {1}), "arguments: expected 2, found 1");
        PreparedLift spilled = PreparedLift.of(function(Optional.empty(), of(U8, 17)), OPTIONS);
        Object[] args = Collections.nCopies(17, 1).toArray();
        args[16] = 256;
        assertUnfit(() -> spilled.lowerParams(guest.cx, args), "argument \"p16\": expected u8, found 256");

        PreparedLower lower = PreparedLower.of(type, OPTIONS);
        assertUnfit(() -> lower.lowerResult(guest.cx, 256, new long[3]), "result: expected u8, found 256");
        PreparedLower pair = PreparedLower.of(function(Optional.of(new TupleType(List.of(U8, U8)))), OPTIONS);
        assertUnfit(
                () -> pair.lowerResult(guest.cx, TupleValue.of(1, null), new long[1]),
                "result, element 1: expected u8, found null");
        PreparedLower none = PreparedLower.of(function(Optional.empty()), OPTIONS);
        assertUnfit(() -> none.lowerResult(guest.cx, 1, new long[0]), "result: expected none, found 1");
        assertUnfit(
                () -> PreparedLift.of(function(Optional.empty(), new FixedLengthListType(U8, -1)), OPTIONS)
                        .lowerParams(guest.cx, new Object[] {List.of()}),
                "arguments: expected at most 268435455 bytes, found 4294967295");
    }

    @Test
    void eachFunctionSaysWhatItNeeds() {
        ResourceType bucket = ResourceType.named("bucket");
        ValType pair = new TupleType(List.of(U8, U8));
        assertNeeds(function(Optional.of(U8), U8), "", "");
        assertNeeds(function(Optional.empty(), STRING), "memory realloc", "memory");
        assertNeeds(function(Optional.of(STRING)), "memory", "memory realloc");
        assertNeeds(function(Optional.of(pair)), "memory", "memory");
        assertNeeds(function(Optional.empty(), of(U8, 17)), "memory realloc", "memory");
        assertNeeds(function(Optional.of(new OwnType(bucket)), new OwnType(bucket)), "", "");
        assertNeeds(function(Optional.empty(), new OptionType(new BorrowType(bucket))), "scope", "scope");
    }

    private static void assertNeeds(FuncType type, String lift, String lower) {
        PreparedLift lifted = PreparedLift.of(type, OPTIONS);
        assertThat(words(lifted.needsMemory(), lifted.needsRealloc(), lifted.needsBorrowScope()))
                .isEqualTo(lift);
        PreparedLower lowered = PreparedLower.of(type, OPTIONS);
        assertThat(words(lowered.needsMemory(), lowered.needsRealloc(), lowered.needsBorrowScope()))
                .isEqualTo(lower);
    }

    private static String words(boolean memory, boolean realloc, boolean scope) {
        return ((memory ? "memory " : "") + (realloc ? "realloc " : "") + (scope ? "scope" : "")).trim();
    }

    @Test
    void theGuestMayNotCallOutWhileItAllocates() {
        InstanceState instance = new InstanceState(new Entrance(), null, new Holdings(Limits.NONE, null));
        boolean[] mayLeave = {true};
        LiftLowerContext cx = new LiftLowerContext(
                guest.memory,
                CoreFunction.ofHost(
                        new CoreExternType.Func(
                                Collections.nCopies(4, CoreValType.Number.I32), List.of(CoreValType.Number.I32)),
                        args -> {
                            mayLeave[0] = instance.mayLeave();
                            return new long[] {8};
                        }),
                instance,
                new RuntimeResourceType[0]);
        assertThat(cx.allocate(1, 5)).isEqualTo(8);
        assertThat(mayLeave[0]).isFalse();
        assertThat(instance.mayLeave()).isTrue();
        assertThat(cx.instance()).isSameAs(instance);
    }

    @Test
    void aContextThatLacksWhatTheFunctionNeedsSaysSo() {
        LiftLowerContext cx = new LiftLowerContext(null, null, guest.instance, new RuntimeResourceType[0]);
        PreparedLift lift = PreparedLift.of(function(Optional.of(STRING), STRING), OPTIONS);
        assertThatThrownBy(() -> lift.lowerParams(cx, new Object[] {"x"}))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("realloc: expected one, because the function needs it, found none");
        assertThatThrownBy(() -> lift.liftResult(cx, new long[1]))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("memory: expected one, because the function needs it, found none");
    }

    private static void assertTrap(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isExactlyInstanceOf(TrapException.class).hasMessage(message);
    }

    private static void assertUnfit(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
