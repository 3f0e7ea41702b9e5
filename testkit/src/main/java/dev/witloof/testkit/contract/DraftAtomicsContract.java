package dev.witloof.testkit.contract;

import org.junit.jupiter.api.Test;

/** What {@code wasi:keyvalue/atomics@0.2.0-draft} promises: counters without a sign. */
public abstract class DraftAtomicsContract extends CounterClauses {

    /** For the class that extends it. */
    protected DraftAtomicsContract() {}

    @Override
    final Draft draft() {
        return new FirstDraft();
    }

    @Test
    final void numbersBeyond63BitsAreExactOrRefused() throws Exception {
        counting((service, bucket) -> {
            if (can(Ability.COUNT_UNSIGNED)) {
                bucket.set("n", "9223372036854775807");
                sum(service, bucket, "n", 1, Long.MIN_VALUE);
                bucket.expect(Clause.COUNTERS, "n", "9223372036854775808");
                sum(service, bucket, "m", -1L, -1L);
                bucket.expect(Clause.COUNTERS, "m", "18446744073709551615");
            } else {
                refuses(service, bucket, "9223372036854775807", 1);
                refuses(service, bucket, "1", Long.MIN_VALUE);
                refuses(service, bucket, "9223372036854775808", 1);
            }
        });
    }

    @Test
    final void aSumBeyond64BitsIsRefused() throws Exception {
        counting((service, bucket) -> {
            refuses(service, bucket, "18446744073709551615", 1);
            refuses(service, bucket, "2", -1L);
        });
    }
}
