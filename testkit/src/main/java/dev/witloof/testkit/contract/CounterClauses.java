package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Backend;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What {@code atomics} promises of counters; a store that cannot count has to say so each time. */
abstract class CounterClauses extends KeyValueContract {

    @Override
    List<String> interfaces() {
        return List.of("store", "atomics");
    }

    /** What a test does with a counting store. */
    interface Counting {
        void test(Service service, TestedBucket bucket) throws Exception;
    }

    /** Tests counting, or that it is refused. */
    final void counting(Counting counting) throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        if (can(Ability.INCREMENT)) {
            counting.test(service, bucket);
        } else {
            bucket.set("n", "1");
            service.where()
                    .refusedAsOther(Clause.INCREMENT, () -> service.atomics().increment(bucket.handle(), "n", 1));
            bucket.expect(Clause.UNHARMED, "n", "1");
        }
    }

    static long increment(Service service, TestedBucket bucket, String key, long delta) {
        return service.where().call(Clause.INCREMENT, () -> service.atomics().increment(bucket.handle(), key, delta));
    }

    final void sum(Service service, TestedBucket bucket, String key, long delta, long sum) {
        assertThat(increment(service, bucket, key, delta))
                .as("%s, of the key %s and %d", service.where().says(Clause.INCREMENT), Values.quoted(key), delta)
                .isEqualTo(sum);
    }

    /** An increment of this value has to be refused, and to leave it. */
    final void refuses(Service service, TestedBucket bucket, String value, long delta) {
        bucket.set("refused", value);
        service.where()
                .refusedAsOther(Clause.INCREMENT, () -> service.atomics().increment(bucket.handle(), "refused", delta));
        bucket.expect(Clause.UNHARMED, "refused", value);
    }

    @Test
    final void anUnknownKeyCountsAsZero() throws Exception {
        counting((service, bucket) -> {
            sum(service, bucket, "a", 1, 1);
            sum(service, bucket, "b", 7, 7);
            sum(service, bucket, "c", 0, 0);
        });
    }

    @Test
    final void incrementsAddUp() throws Exception {
        counting((service, bucket) -> {
            sum(service, bucket, "n", 1, 1);
            sum(service, bucket, "n", 1, 2);
            sum(service, bucket, "n", 40, 42);
            sum(service, bucket, "n", 0, 42);
            sum(service, bucket, "n", 1_000_000_000_000L, 1_000_000_000_042L);
        });
    }

    @Test
    final void aCounterIsItsDigits() throws Exception {
        counting((service, bucket) -> {
            increment(service, bucket, "n", 9);
            bucket.expect(Clause.COUNTERS, "n", "9");
            increment(service, bucket, "n", 1);
            bucket.expect(Clause.COUNTERS, "n", "10");
            increment(service, bucket, "n", 1_234_567_880L);
            bucket.expect(Clause.COUNTERS, "n", "1234567890");
        });
    }

    @Test
    final void digitsThatWereSetAreCounted() throws Exception {
        counting((service, bucket) -> {
            bucket.set("n", "41");
            sum(service, bucket, "n", 1, 42);
            bucket.set("n", "0");
            sum(service, bucket, "n", 5, 5);
        });
    }

    @Test
    final void aCounterIsAKeyLikeOthers() throws Exception {
        counting((service, bucket) -> {
            increment(service, bucket, "n", 3);
            if (can(Ability.LIST_KEYS)) {
                assertThat(bucket.keys()).as(service.where().says(Clause.KEYS)).containsExactly("n");
            }
            bucket.delete("n");
            bucket.expectNothing(Clause.DELETE, "n");
            sum(service, bucket, "n", 2, 2);
        });
    }

    @Test
    final void whatIsNoNumberIsRefused() throws Exception {
        counting((service, bucket) -> {
            for (String value : List.of("abc", "1x", "x1", "1.5", "1 2", "0x10", "é", "--1")) {
                refuses(service, bucket, value, 1);
            }
        });
    }

    @Test
    final void eightBytesAreNoNumber() throws Exception {
        counting((service, bucket) -> refuses(service, bucket, "\0\0\0\0\0\0\0\1", 1));
    }

    @Test
    final void anEmptyValueIsNoNumber() throws Exception {
        counting((service, bucket) -> refuses(service, bucket, "", 1));
    }

    @Test
    final void countersAreApartByKeyAndBucket() throws Exception {
        counting((service, bucket) -> {
            sum(service, bucket, "a", 1, 1);
            sum(service, bucket, "b", 2, 2);
            sum(service, service.hot(), "a", 10, 10);
            sum(service, bucket, "a", 1, 2);
            bucket.expect(Clause.BUCKET, "b", "2");
        });
    }

    @Test
    final void oddKeysCount() throws Exception {
        counting((service, bucket) -> {
            for (String key : List.of("a b", "é", "😀", "a/b", "*", "\r\n", "k".repeat(200))) {
                sum(service, bucket, key, 2, 2);
                sum(service, bucket, key, 3, 5);
            }
        });
    }

    @Test
    final void noIncrementOfManyThreadsIsLost() throws Exception {
        counting((service, bucket) -> {
            Together.run(8, thread -> {
                TestedBucket own = service.main();
                for (int i = 0; i < 125; i++) {
                    increment(service, own, "n", 1);
                }
            });
            assertThat(increment(service, bucket, "n", 0))
                    .as(service.where().says(Clause.ATOMIC))
                    .isEqualTo(1000);
        });
    }

    @Test
    final void everySumOfManyThreadsIsGivenOnce() throws Exception {
        counting((service, bucket) -> {
            Set<Long> sums = ConcurrentHashMap.newKeySet();
            Together.run(4, thread -> {
                for (int i = 0; i < 100; i++) {
                    sums.add(increment(service, bucket, "n", 1));
                }
            });
            assertThat(sums).as(service.where().says(Clause.ATOMIC)).hasSize(400);
        });
    }

    @Test
    final void twoStartsCountTogether() throws Exception {
        counting((ignored, bucket) -> {
            Backend store = fresh();
            Service first = start(store);
            Service second = start(again(store));
            Together.run(4, thread -> {
                Service own = thread % 2 == 0 ? first : second;
                TestedBucket main = own.main();
                for (int i = 0; i < 50; i++) {
                    increment(own, main, "n", 1);
                }
            });
            first.main().expect(Clause.ATOMIC, "n", "200");
            close(first);
            sum(second, second.main(), "n", 1, 201);
        });
    }

    @Test
    final void numbersUpTo64BitsSignedAreExact() throws Exception {
        counting((service, bucket) -> {
            sum(service, bucket, "n", (1L << 53) + 1, (1L << 53) + 1);
            sum(service, bucket, "n", 1, (1L << 53) + 2);
            bucket.set("n", "9223372036854775806");
            sum(service, bucket, "n", 1, Long.MAX_VALUE);
            bucket.expect(Clause.COUNTERS, "n", "9223372036854775807");
        });
    }

    @Test
    final void aNumberBeyondAllIsRefused() throws Exception {
        counting((service, bucket) -> {
            refuses(service, bucket, "18446744073709551616", 1);
            refuses(service, bucket, "99999999999999999999999999", 1);
        });
    }
}
