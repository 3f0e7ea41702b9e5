package dev.witloof.abi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.layout.Alignment;
import dev.witloof.layout.ElementSize;
import dev.witloof.layout.Flattening;
import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ValType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Values that go from guest to guest, by copying and by lifting and lowering, from fixed seeds: the same core values,
 * the same bytes in the whole memory, the same calls of {@code realloc}, the same traps.
 */
class TransferTest {

    private static final int SEEDS = 800;

    /** Everything that the two ways must have in common. */
    private record Outcome(String thrown, List<Long> flat, List<List<Long>> reallocs, byte[] memory) {}

    /** One case: what it is made of, made again for each way. */
    private static final class Case {

        final Random random;
        final StringEncoding from;
        final StringEncoding to;
        final boolean damaged;
        final Sample sample;
        final FuncType type;
        final Guest source = new Guest();
        final Guest target = new Guest();

        Case(int seed) {
            this.random = new Random(seed);
            this.from = StringEncoding.values()[random.nextInt(3)];
            this.to = StringEncoding.values()[random.nextInt(3)];
            this.damaged = random.nextInt(3) == 0;
            this.sample = Sample.of(random, 3);
            ValType value = sample.type();
            this.type = FuncType.of(
                    List.of(new LabelledType("value", value), new LabelledType("more", PrimitiveType.STRING)),
                    Optional.of(value));
            random.nextBytes(target.memory.array());
            source.cx.allocate(8, 64);
            target.cx.allocate(8, 64);
            target.calls.clear();
        }

        LiftLowerOptions sourceOptions() {
            return Guest.options(from);
        }

        /** As the specification has it: strings come from the source's encoding. */
        LiftLowerOptions targetOptions() {
            return new LiftLowerOptions(to, from, resource -> 0);
        }

        /** The core values that a guest passes; perhaps not those that it ought to. */
        long[] args() {
            long[] flat = PreparedLift.of(type, sourceOptions())
                    .lowerParams(source.cx, new Object[] {sample.value(), "more ✓"});
            return damage(flat);
        }

        long[] results() {
            if (Flattening.count(sample.type()) <= Flattening.MAX_FLAT_RESULTS) {
                long[] flat = new long[Flattening.count(sample.type())];
                FlatLowering.of(sample.type(), sourceOptions()).lower(source.cx, sample.value(), flat, 0);
                return damage(flat);
            }
            int at = source.cx.allocate(Alignment.of(sample.type()), (int) ElementSize.of(sample.type()));
            Storing.of(sample.type(), sourceOptions()).store(source.cx, sample.value(), at);
            return damage(new long[] {at});
        }

        private long[] damage(long[] flat) {
            if (!damaged) {
                return flat;
            }
            int used = source.cx.allocate(1, 0);
            for (int i = 0; i < 1 + used / 16; i++) {
                source.memory.array()[64 + random.nextInt(Math.max(1, used - 64))] ^= (byte) random.nextInt(256);
            }
            if (flat.length > 0 && random.nextInt(4) == 0) {
                flat[random.nextInt(flat.length)] ^= 1L << random.nextInt(32);
            }
            return flat;
        }

        Outcome outcome(Way way) {
            long[] flat = {};
            String thrown = "";
            try {
                flat = way.run();
            } catch (RuntimeException e) {
                thrown = e.getClass().getSimpleName() + ": " + e.getMessage();
            }
            return new Outcome(
                    thrown, Arrays.stream(flat).boxed().toList(), List.copyOf(target.calls), target.memory.array());
        }
    }

    private interface Way {
        long[] run();
    }

    @Test
    void parametersGoTheSameBothWays() {
        List<String> traps = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Case java = new Case(seed);
            long[] args = java.args();
            Outcome lifted = java.outcome(() -> {
                Object[] values =
                        PreparedLower.of(java.type, java.sourceOptions()).liftParams(java.source.cx, args);
                return PreparedLift.of(java.type, java.targetOptions()).lowerParams(java.target.cx, values);
            });
            Case direct = new Case(seed);
            long[] sameArgs = direct.args();
            PreparedTransfer transfer = transfer(
                    PreparedLower.of(direct.type, direct.sourceOptions()),
                    PreparedLift.of(direct.type, Guest.options(direct.to)));
            Outcome copied = direct.outcome(() -> {
                Passage passage = transfer.liftParams(direct.source.cx, direct.target.cx, sameArgs);
                return transfer.lowerParams(passage, sameArgs);
            });
            assertSame(seed, direct, copied, lifted);
            if (!copied.thrown().isEmpty()) {
                traps.add(copied.thrown());
            }
        }
        assertThat(traps).as("damage is seen").hasSizeGreaterThan(SEEDS / 20);
    }

    @Test
    void resultsGoTheSameBothWays() {
        List<String> traps = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Case java = new Case(-1 - seed);
            long[] results = java.results();
            long[] args = new long[17];
            Outcome lifted = java.outcome(() -> {
                Object value = PreparedLift.of(java.type, java.sourceOptions()).liftResult(java.source.cx, results);
                int at = out(java, args);
                return with(
                        PreparedLower.of(java.type, java.targetOptions()).lowerResult(java.target.cx, value, args), at);
            });
            Case direct = new Case(-1 - seed);
            long[] sameResults = direct.results();
            PreparedTransfer transfer = transfer(
                    PreparedLower.of(direct.type, Guest.options(direct.to)),
                    PreparedLift.of(direct.type, direct.sourceOptions()));
            Outcome copied = direct.outcome(() -> {
                Passage passage = transfer.liftResult(direct.target.cx, direct.source.cx, sameResults);
                int at = out(direct, args);
                return with(transfer.lowerResult(passage, sameResults, args), at);
            });
            assertSame(seed, direct, copied, lifted);
            if (!copied.thrown().isEmpty()) {
                traps.add(copied.thrown());
            }
        }
        assertThat(traps).as("damage is seen").hasSizeGreaterThan(SEEDS / 20);
    }

    /** Says in the core arguments where a result is to be stored. */
    private static int out(Case each, long[] args) {
        int at = each.target.cx.allocate(8, (int) ElementSize.of(each.sample.type()));
        Arrays.fill(args, at);
        return at;
    }

    private static long[] with(long[] flat, int more) {
        long[] all = Arrays.copyOf(flat, flat.length + 1);
        all[flat.length] = more;
        return all;
    }

    private static PreparedTransfer transfer(PreparedLower caller, PreparedLift callee) {
        return caller.transferTo(callee).orElseThrow();
    }

    private static void assertSame(int seed, Case each, Outcome copied, Outcome lifted) {
        String what = "seed " + seed + ", " + each.from + " to " + each.to + ", " + each.sample.type();
        assertThat(copied.thrown()).as(what).isEqualTo(lifted.thrown());
        if (!each.damaged) {
            assertThat(copied.thrown()).as(what).isEmpty();
        } else if (each.from == StringEncoding.LATIN1_UTF16) {
            // A Java string does not tell whether its length was tagged, by which realloc is called.
            return;
        }
        assertThat(copied.reallocs()).as(what).isEqualTo(lifted.reallocs());
        assertThat(copied.flat()).as(what).isEqualTo(lifted.flat());
        assertThat(Arrays.mismatch(copied.memory(), lifted.memory())).as(what).isEqualTo(-1);
    }
}
