package dev.witloof.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.witloof.abi.LiftLowerOptions;
import dev.witloof.abi.PreparedLift;
import dev.witloof.abi.PreparedLower;
import dev.witloof.abi.StringEncoding;
import dev.witloof.error.TrapException;
import dev.witloof.state.BorrowScope;
import dev.witloof.type.FuncType;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a guest's memory and core values, for any type: values, or a {@link TrapException}, soon and with little
 * memory.
 */
final class LiftingFuzzTest {

    /** Lists may overlap, so that a page spells more than it holds: the library's own bound is half a gigabyte. */
    private static final long MOST_MEMORY = 1L << 30;

    static Stream<byte[]> choices() {
        return Seeds.random();
    }

    @MethodSource("choices")
    @FuzzTest(maxDuration = "1m")
    void lift(byte[] bytes) {
        Choices choices = new Choices(bytes);
        StringEncoding encoding = StringEncoding.values()[choices.below(3)];
        FuncType type = new ChosenTypes(choices, FuzzedGuest.RESOURCES).func();
        LiftLowerOptions options = LiftLowerOptions.of(encoding, FuzzedGuest.RESOURCES::indexOf);
        PreparedLower lower = PreparedLower.of(type, options);
        PreparedLift lift = PreparedLift.of(type, options);
        long[] arguments = new long[lower.coreType().params().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = choices.coreValue();
        }
        long[] results = {choices.coreValue()};
        FuzzedGuest guest = new FuzzedGuest();
        guest.fill(choices.rest(FuzzedGuest.PAGE));

        Bounds bounds = new Bounds();
        BorrowScope.Subtask subtask = new BorrowScope.Subtask();
        guest.context.borrowScope(subtask);
        try {
            assertThat(lower.liftParams(guest.context, arguments)).doesNotContainNull();
        } catch (TrapException trap) {
            // As it should be: whatever else is thrown is a finding.
        } finally {
            subtask.end();
        }
        guest.context.borrowScope(null);
        try {
            Object result = lift.liftResult(guest.context, results);
            assertThat(result == null).isEqualTo(type.result().isEmpty());
        } catch (TrapException trap) {
            // Likewise.
        }
        bounds.check(MOST_MEMORY);
    }
}
