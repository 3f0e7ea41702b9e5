package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.Values.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.keyvalue.v0_1_0.Cas;
import dev.witloof.keyvalue.v0_1_0.Types;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code witloof:keyvalue/cas@0.1.0} promises; a store that cannot compare and swap has to say so each time. */
public abstract class TypesCasContract extends KeyValueContract {

    /** For the class that extends it. */
    protected TypesCasContract() {}

    @Override
    final Draft draft() {
        return new ThirdForm();
    }

    @Override
    final List<String> interfaces() {
        return List.of("store", "cas");
    }

    /** What a test does with a key of a store that can compare and swap. */
    private interface Swapping {
        void test(Key key) throws Exception;
    }

    private void swapping(Swapping swapping) throws Exception {
        Key key = new Key(start());
        if (can(Ability.COMPARE_AND_SWAP)) {
            swapping.test(key);
        } else {
            key.bucket.set("key", "value");
            key.where.refusedAsOther(Clause.CURRENT, () -> key.cas.current(key.handle, "key"));
            key.where.refusedAsOther(
                    Clause.CONDITIONS, () -> key.cas.swap(key.handle, "key", bytes("other"), value("value")));
            key.bucket.expect(Clause.UNHARMED, "key", "value");
        }
    }

    private static Cas.CasOptions value(String value) {
        return new Cas.CasOptions(Optional.empty(), Optional.of(bytes(value)));
    }

    private static Cas.CasOptions version(String version) {
        return new Cas.CasOptions(Optional.of(version), Optional.empty());
    }

    /** The key {@code key} of the bucket {@code main}. */
    private static final class Key {

        private final Where where;
        private final TestedBucket bucket;
        private final Types.Bucket handle;
        private final Cas cas;

        Key(Service service) {
            where = service.where();
            bucket = service.main();
            handle = (Types.Bucket) bucket.handle();
            cas = (Cas) service.object("cas");
        }

        Cas.Entry current() {
            Optional<Cas.Entry> entry = where.call(Clause.CURRENT, () -> cas.current(handle, "key"));
            assertThat(entry).as(where.says(Clause.CURRENT)).isPresent();
            return entry.orElseThrow();
        }

        /** What came of a swap: {@code swapped}, or {@code stale: } with the value that is there. */
        String swap(String value, Cas.CasOptions options) {
            Cas.CasResult result = where.call(Clause.CONDITIONS, () -> cas.swap(handle, "key", bytes(value), options));
            return result instanceof Cas.CasResult.Stale stale
                    ? "stale: "
                            + stale.value()
                                    .map(entry -> new String(entry.value(), StandardCharsets.UTF_8))
                                    .orElse("nothing")
                    : "swapped";
        }

        void swaps(String value, Cas.CasOptions options, String result) {
            assertThat(swap(value, options)).as(where.says(Clause.CONDITIONS)).isEqualTo(result);
        }
    }

    @Test
    final void aKeyIsSeenWithItsVersion() throws Exception {
        swapping(key -> {
            assertThat(key.where.call(Clause.CURRENT, () -> key.cas.current(key.handle, "key")))
                    .as(key.where.says(Clause.CURRENT))
                    .isEmpty();
            key.bucket.set("key", "one");
            Cas.Entry one = key.current();
            assertThat(Values.shown(one.value()))
                    .as(key.where.says(Clause.CURRENT))
                    .isEqualTo(Values.shown(bytes("one")));
            assertThat(key.current().version())
                    .as(key.where.says(Clause.VERSION))
                    .isEqualTo(one.version());
            key.bucket.set("key", "two");
            assertThat(key.current().version())
                    .as(key.where.says(Clause.VERSION))
                    .isNotEqualTo(one.version());
        });
    }

    @Test
    final void theVersionMustBeTheOneThatWasSeen() throws Exception {
        swapping(key -> {
            key.bucket.set("key", "one");
            String version = key.current().version();
            key.swaps("two", version(version), "swapped");
            key.bucket.expect(Clause.CONDITIONS, "key", "two");
            key.swaps("three", version(version), "stale: two");
            key.bucket.expect(Clause.UNHARMED, "key", "two");
        });
    }

    @Test
    final void theValueMustBeTheOneThatIsNamed() throws Exception {
        swapping(key -> {
            key.bucket.set("key", "one");
            key.swaps("two", value("other"), "stale: one");
            key.bucket.expect(Clause.UNHARMED, "key", "one");
            key.swaps("two", value("one"), "swapped");
            key.bucket.expect(Clause.CONDITIONS, "key", "two");
        });
    }

    @Test
    final void bothConditionsMustHold() throws Exception {
        swapping(key -> {
            key.bucket.set("key", "one");
            Optional<String> version = Optional.of(key.current().version());
            key.swaps("two", new Cas.CasOptions(version, Optional.of(bytes("other"))), "stale: one");
            key.swaps("two", new Cas.CasOptions(Optional.of("unknown"), Optional.of(bytes("one"))), "stale: one");
            key.swaps("two", new Cas.CasOptions(version, Optional.of(bytes("one"))), "swapped");
        });
    }

    @Test
    final void aKeyThatIsNotThereIsStale() throws Exception {
        swapping(key -> {
            key.swaps("one", version("unknown"), "stale: nothing");
            key.swaps("one", value(""), "stale: nothing");
            key.bucket.expectNothing(Clause.STALE, "key");
        });
    }

    @Test
    final void withoutAConditionItIsAnInvalidArgument() throws Exception {
        Key key = new Key(start());
        key.bucket.set("key", "one");
        Cas.CasOptions none = new Cas.CasOptions(Optional.empty(), Optional.empty());
        assertThat(key.where
                        .refused(Clause.CONDITIONS, () -> key.cas.swap(key.handle, "key", bytes("two"), none))
                        .error())
                .as(key.where.says(Clause.CONDITIONS))
                .isEqualTo("invalid-argument");
        key.bucket.expect(Clause.UNHARMED, "key", "one");
    }

    @Test
    final void noSwapOfManyThreadsIsLost() throws Exception {
        swapping(key -> {
            key.bucket.set("key", "0");
            Together.run(4, thread -> {
                for (int i = 0; i < 25; i++) {
                    Cas.Entry seen;
                    String next;
                    do {
                        seen = key.current();
                        next = String.valueOf(
                                1 + Integer.parseInt(new String(seen.value(), StandardCharsets.US_ASCII)));
                    } while (!key.swap(next, version(seen.version())).equals("swapped"));
                }
            });
            key.bucket.expect(Clause.ATOMIC, "key", "100");
        });
    }
}
