package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.Values.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.keyvalue.v0_2_0_draft2.Atomics;
import dev.witloof.keyvalue.v0_2_0_draft2.Store;
import dev.witloof.link.Backend;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What {@code wasi:keyvalue/atomics@0.2.0-draft2} promises of {@code cas}; a store that cannot has to say so each time. */
public abstract class Draft2CasContract extends KeyValueContract {

    /** For the class that extends it. */
    protected Draft2CasContract() {}

    @Override
    final Draft draft() {
        return new SecondDraft();
    }

    @Override
    final List<String> interfaces() {
        return List.of("store", "atomics");
    }

    /** What a test does with a store that can compare and swap. */
    private interface Swapping {
        void test(Service service, TestedBucket bucket) throws Exception;
    }

    private void swapping(Swapping swapping) throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        if (can(Ability.COMPARE_AND_SWAP)) {
            swapping.test(service, bucket);
        } else {
            refused(service, bucket);
        }
    }

    /** To look at a value has to be refused. */
    static void refused(Service service, TestedBucket bucket) {
        bucket.set("key", "value");
        service.where()
                .refusedAsOther(Clause.CAS_NEW, () -> atomics(service).casNew((Store.Bucket) bucket.handle(), "key"));
        bucket.expect(Clause.UNHARMED, "key", "value");
    }

    private static Atomics atomics(Service service) {
        return (Atomics) service.object("atomics");
    }

    private static Atomics.Cas look(Service service, TestedBucket bucket, String key) {
        return service.where().call(Clause.CAS_NEW, () -> atomics(service).casNew((Store.Bucket) bucket.handle(), key));
    }

    private static void saw(Service service, Clause clause, Atomics.Cas cas, String shown) {
        assertThat(Values.shown(service.where().call(Clause.CAS_CURRENT, cas::current)))
                .as(service.where().says(clause))
                .isEqualTo(shown);
    }

    private static String text(String value) {
        return Values.shown(bytes(value));
    }

    private static void swap(Service service, Atomics.Cas cas, String value) {
        service.where().run(Clause.SWAP, () -> atomics(service).swap(cas, bytes(value)));
    }

    /** The handle that comes with the failure. */
    private static Atomics.Cas failed(Service service, Atomics.Cas cas, String value) {
        try {
            atomics(service).swap(cas, bytes(value));
        } catch (Atomics.CasErrorException failure) {
            if (failure.error() instanceof Atomics.CasError.CasFailed changed) {
                return changed.value();
            }
            return Assertions.fail(
                    "[" + service.where().says(Clause.CAS_FAILED) + "] expected cas-failed, found the error "
                            + service.where().draft().refusal(failure),
                    failure);
        } catch (RuntimeException failure) {
            return Assertions.fail(
                    "[" + service.where().says(Clause.ERRORS) + "] expected cas-failed, found thrown: " + failure,
                    failure);
        }
        return Assertions.fail("[" + service.where().says(Clause.CAS_FAILED) + "] expected cas-failed, found a result");
    }

    @Test
    final void whatWasSeenIsTheValue() throws Exception {
        swapping((service, bucket) -> {
            bucket.set("key", "value");
            Atomics.Cas cas = look(service, bucket, "key");
            saw(service, Clause.CAS_CURRENT, cas, text("value"));
            saw(service, Clause.CAS_CURRENT, cas, text("value"));
            bucket.expect(Clause.UNHARMED, "key", "value");
        });
    }

    @Test
    final void anUnknownKeyIsSeenAsNothing() throws Exception {
        swapping((service, bucket) -> {
            saw(service, Clause.CAS_CURRENT, look(service, bucket, "key"), "nothing");
            bucket.expectNothing(Clause.CAS_NEW, "key");
        });
    }

    @Test
    final void anEmptyValueIsSeenAsAValue() throws Exception {
        swapping((service, bucket) -> {
            bucket.set("key", "");
            Atomics.Cas cas = look(service, bucket, "key");
            saw(service, Clause.CAS_CURRENT, cas, text(""));
            swap(service, cas, "value");
            bucket.expect(Clause.SWAP, "key", "value");
        });
    }

    @Test
    final void whatWasNotChangedIsSwapped() throws Exception {
        swapping((service, bucket) -> {
            bucket.set("key", "one");
            swap(service, look(service, bucket, "key"), "two");
            bucket.expect(Clause.SWAP, "key", "two");
            swap(service, look(service, bucket, "key"), "");
            bucket.expect(Clause.SWAP, "key", "");
        });
    }

    @Test
    final void whatWasNotThereAndIsNotIsSet() throws Exception {
        swapping((service, bucket) -> {
            swap(service, look(service, bucket, "key"), "value");
            bucket.expect(Clause.SWAP, "key", "value");
        });
    }

    @Test
    final void whatWasChangedIsNotSwapped() throws Exception {
        swapping((service, bucket) -> {
            bucket.set("key", "one");
            Atomics.Cas cas = look(service, bucket, "key");
            bucket.set("key", "two");
            Atomics.Cas now = failed(service, cas, "three");
            bucket.expect(Clause.CAS_FAILED, "key", "two");
            saw(service, Clause.CAS_FAILED, now, text("two"));
            swap(service, now, "three");
            bucket.expect(Clause.SWAP, "key", "three");
        });
    }

    @Test
    final void whatWasSetMeanwhileIsNotSwapped() throws Exception {
        swapping((service, bucket) -> {
            Atomics.Cas cas = look(service, bucket, "key");
            bucket.set("key", "");
            Atomics.Cas now = failed(service, cas, "mine");
            saw(service, Clause.CAS_FAILED, now, text(""));
            bucket.expect(Clause.CAS_FAILED, "key", "");
        });
    }

    @Test
    final void whatWasDeletedMeanwhileIsNotSwapped() throws Exception {
        swapping((service, bucket) -> {
            bucket.set("key", "one");
            Atomics.Cas cas = look(service, bucket, "key");
            bucket.delete("key");
            Atomics.Cas now = failed(service, cas, "two");
            saw(service, Clause.CAS_FAILED, now, "nothing");
            bucket.expectNothing(Clause.CAS_FAILED, "key");
            swap(service, now, "three");
            bucket.expect(Clause.SWAP, "key", "three");
        });
    }

    @Test
    final void ofTwoThatLookedOneSwaps() throws Exception {
        swapping((service, bucket) -> {
            bucket.set("key", "one");
            Atomics.Cas first = look(service, bucket, "key");
            Atomics.Cas second = look(service, service.main(), "key");
            swap(service, first, "first's");
            saw(service, Clause.CAS_FAILED, failed(service, second, "second's"), text("first's"));
            bucket.expect(Clause.CAS_FAILED, "key", "first's");
        });
    }

    @Test
    final void otherKeysAndBucketsDoNotMatter() throws Exception {
        swapping((service, bucket) -> {
            bucket.set("key", "one");
            Atomics.Cas cas = look(service, bucket, "key");
            bucket.set("other", "x");
            service.hot().set("key", "x");
            swap(service, cas, "two");
            bucket.expect(Clause.SWAP, "key", "two");
            service.hot().expect(Clause.BUCKET, "key", "x");
        });
    }

    @Test
    final void anIncrementIsAChange() throws Exception {
        swapping((service, bucket) -> {
            bucket.set("n", "1");
            Atomics.Cas cas = look(service, bucket, "n");
            if (can(Ability.INCREMENT)) {
                CounterClauses.increment(service, bucket, "n", 1);
            } else {
                bucket.set("n", "2");
            }
            saw(service, Clause.CAS_FAILED, failed(service, cas, "9"), text("2"));
            bucket.expect(Clause.CAS_FAILED, "n", "2");
        });
    }

    @Test
    final void aClosedHandleChangesNothing() throws Exception {
        swapping((service, bucket) -> {
            bucket.set("key", "one");
            look(service, bucket, "key").close();
            bucket.expect(Clause.HANDLES, "key", "one");
            swap(service, look(service, bucket, "key"), "two");
            bucket.expect(Clause.SWAP, "key", "two");
        });
    }

    @Test
    final void theSwapOfManyThreadsLosesNothing() throws Exception {
        swapping((service, bucket) -> {
            Together.run(4, thread -> {
                TestedBucket own = service.main();
                for (int i = 0; i < 25; i++) {
                    addOne(service, look(service, own, "n"));
                }
            });
            bucket.expect(Clause.ATOMIC, "n", "100");
        });
    }

    private static void addOne(Service service, Atomics.Cas first) throws Exception {
        Atomics.Cas cas = first;
        while (true) {
            int n = cas.current()
                    .map(value -> Integer.parseInt(new String(value, StandardCharsets.UTF_8)))
                    .orElse(0);
            try {
                atomics(service).swap(cas, bytes(String.valueOf(n + 1)));
                return;
            } catch (Atomics.CasErrorException failure) {
                if (!(failure.error() instanceof Atomics.CasError.CasFailed changed)) {
                    throw failure;
                }
                cas = changed.value();
            }
        }
    }

    @Test
    final void anotherStartsChangeIsSeen() throws Exception {
        swapping((ignored, unused) -> {
            Backend store = fresh();
            Service first = start(store);
            Service second = start(again(store));
            first.main().set("key", "one");
            Atomics.Cas cas = look(first, first.main(), "key");
            second.main().set("key", "two");
            saw(first, Clause.SAME_STORE, failed(first, cas, "three"), text("two"));
        });
    }
}
