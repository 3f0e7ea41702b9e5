package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Backend;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What names of imports of {@code witloof:keyvalue/store@0.1.0} do, and what they do not; that the keys are those of the drafts; and
 * that one {@code atomics} and one {@code batch} do for the buckets of every store.
 */
public abstract class TypesNamesContract extends NameClauses {

    /** For the class that extends it. */
    protected TypesNamesContract() {}

    @Override
    final Draft draft() {
        return new ThirdForm();
    }

    @Test
    final void theKeysAreThoseOfTheDrafts() throws Exception {
        Backend store = fresh();
        Service third = start(store);
        for (Draft draft : List.of(new FirstDraft(), new SecondDraft())) {
            Service other = start(again(store), draft, Use.UNNAMED, List.of("store"));
            String key = "by " + draft.version();
            other.main().set(key, "theirs");
            third.main().expect(Clause.ONE_LAYOUT, key, "theirs");
            third.main().set(key, "ours");
            other.main().expect(Clause.ONE_LAYOUT, key, "ours");
            third.main().delete(key);
            other.main().expectNothing(Clause.ONE_LAYOUT, key);
        }
    }

    @Test
    final void oneAtomicsCountsInTheBucketsOfEveryStore() throws Exception {
        Service left = start(fresh(), Use.NAMED);
        Service right = start(fresh(), Use.NAMED_MAIN);
        Service counting = start(fresh(), draft(), Use.UNNAMED, List.of("atomics"));
        for (Service store : List.of(left, right)) {
            TestedBucket bucket = store.main();
            if (can(Ability.INCREMENT)) {
                bucket.set("n", "40");
                assertThat(CounterClauses.increment(counting, bucket, "n", 2))
                        .as(counting.where().says(Clause.INCREMENT))
                        .isEqualTo(42);
                bucket.expect(Clause.COUNTERS, "n", "42");
            } else {
                counting.where()
                        .refusedAsOther(
                                Clause.INCREMENT, () -> counting.atomics().increment(bucket.handle(), "n", 1));
            }
        }
    }

    @Test
    final void oneBatchDoesForTheBucketsOfEveryStore() throws Exception {
        Service left = start(fresh(), Use.NAMED);
        Service right = start(fresh(), Use.NAMED_MAIN);
        Service batches = start(fresh(), draft(), Use.UNNAMED, List.of("batch"));
        TestedBucket bucket = left.main();
        batches.where()
                .run(
                        Clause.SET_MANY,
                        () -> batches.batch()
                                .setMany(bucket.handle(), List.of(new Draft.Entry("key", Values.bytes("value")))));
        bucket.expect(Clause.SET_MANY, "key", "value");
        right.main().expectNothing(Clause.APART, "key");
    }
}
