package dev.witloof.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.witloof.abi.LiftLowerContext;
import dev.witloof.abi.LiftLowerOptions;
import dev.witloof.abi.Passage;
import dev.witloof.abi.PreparedLift;
import dev.witloof.abi.PreparedLower;
import dev.witloof.abi.PreparedTransfer;
import dev.witloof.abi.StringEncoding;
import dev.witloof.error.TrapException;
import dev.witloof.type.FuncType;
import dev.witloof.value.TupleValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Arguments of any types from guest to guest, whatever the caller's memory and core values: both ways, by copying and by
 * Java values, trap or bring the callee the same arguments.
 */
final class TransferFuzzTest {

    private static final long MOST_MEMORY = 2L << 30;

    /** What both ways made of the arguments. */
    private record Arrival(Optional<TupleValue> arguments, String trap) {

        static Arrival trapped(TrapException trap) {
            return new Arrival(Optional.empty(), trap.reason());
        }

        /** Whether there was no room for the arguments, which the ways need in different amounts. */
        boolean wantedRoom() {
            return trap.startsWith("realloc: ") || trap.contains("expected values that take at most");
        }
    }

    static Stream<byte[]> choices() {
        return Seeds.random();
    }

    @MethodSource("choices")
    @FuzzTest(maxDuration = "1m")
    void transfer(byte[] bytes) {
        Choices choices = new Choices(bytes);
        LiftLowerOptions from = encoded(choices);
        LiftLowerOptions to = encoded(choices);
        FuncType type = FuncType.of(new ChosenTypes(choices, List.of()).func().params(), Optional.empty());
        PreparedLower caller = PreparedLower.of(type, from);
        PreparedLift callee = PreparedLift.of(type, to);
        // What the callee was passed is read like a caller's arguments.
        PreparedLower reader = PreparedLower.of(type, to);
        long[] arguments = new long[caller.coreType().params().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = choices.coreValue();
        }
        FuzzedGuest source = new FuzzedGuest();
        source.fill(choices.rest(FuzzedGuest.PAGE));

        Bounds bounds = new Bounds();
        Arrival byValues = byValues(caller, callee, reader, source.context, arguments);
        Arrival byCopying = byCopying(caller.transferTo(callee).orElseThrow(), reader, source.context, arguments);
        if (!byValues.wantedRoom() && !byCopying.wantedRoom()) {
            assertThat(byCopying).isEqualTo(byValues);
        }
        bounds.check(MOST_MEMORY);
    }

    private static LiftLowerOptions encoded(Choices choices) {
        return LiftLowerOptions.of(StringEncoding.values()[choices.below(3)], FuzzedGuest.RESOURCES::indexOf);
    }

    private static Arrival byValues(
            PreparedLower caller,
            PreparedLift callee,
            PreparedLower reader,
            LiftLowerContext source,
            long[] arguments) {
        try {
            LiftLowerContext target = new FuzzedGuest().context;
            long[] lowered = callee.lowerParams(target, caller.liftParams(source, arguments));
            return new Arrival(Optional.of(TupleValue.of(reader.liftParams(target, lowered))), "");
        } catch (TrapException trap) {
            return Arrival.trapped(trap);
        }
    }

    private static Arrival byCopying(
            PreparedTransfer transfer, PreparedLower reader, LiftLowerContext source, long[] arguments) {
        try {
            LiftLowerContext target = new FuzzedGuest().context;
            Passage passage = transfer.liftParams(source, target, arguments);
            long[] lowered = transfer.lowerParams(passage, arguments);
            return new Arrival(Optional.of(TupleValue.of(reader.liftParams(target, lowered))), "");
        } catch (TrapException trap) {
            return Arrival.trapped(trap);
        }
    }
}
