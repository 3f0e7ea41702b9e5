package dev.witloof.abi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.layout.ElementSize;
import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.value.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random types and values, from fixed seeds: what goes through a function and back is what it was. */
class RoundTripTest {

    private static final int SEEDS = 400;

    @Test
    void whatAGuestEchoesIsWhatItWasGiven() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Sample sample = Sample.of(random, 3);
            LiftLowerOptions options = Guest.options(StringEncoding.values()[random.nextInt(3)]);
            FuncType type = FuncType.of(List.of(new LabelledType("value", sample.type())), Optional.of(sample.type()));
            PreparedLift lift = PreparedLift.of(type, options);
            PreparedLower lower = PreparedLower.of(type, options);
            Guest guest = new Guest();

            // As a guest that hands its argument to an imported function with the same type, and returns what comes.
            long[] flat = lift.lowerParams(guest.cx, new Object[] {sample.value()});
            assertThat(flat).hasSize(lift.coreType().params().size());
            long[] args = flat;
            boolean spilled = lower.coreType().params().size() > flat.length;
            if (spilled) {
                args = Arrays.copyOf(flat, flat.length + 1);
                args[flat.length] = guest.cx.allocate(8, (int) ElementSize.of(sample.type()));
            }
            Object[] seen = lower.liftParams(guest.cx, args);
            long[] result = lower.lowerResult(guest.cx, seen[0], args);
            assertThat(result).hasSize(lower.coreType().results().size());
            Object echoed = lift.liftResult(guest.cx, spilled ? new long[] {args[flat.length]} : result);

            assertThat(Result.ok(seen[0])).as("seed %d", seed).isEqualTo(Result.ok(sample.value()));
            assertThat(Result.ok(echoed)).as("seed %d", seed).isEqualTo(Result.ok(sample.value()));
        }
    }
}
