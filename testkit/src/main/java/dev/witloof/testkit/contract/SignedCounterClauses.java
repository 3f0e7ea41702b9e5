package dev.witloof.testkit.contract;

import org.junit.jupiter.api.Test;

/** What {@code atomics} promises of counters where they may be negative. */
abstract class SignedCounterClauses extends CounterClauses {

    @Test
    final void aNegativeNumberIsSubtracted() throws Exception {
        counting((service, bucket) -> {
            sum(service, bucket, "n", 10, 10);
            sum(service, bucket, "n", -3, 7);
            bucket.expect(Clause.COUNTERS, "n", "7");
            sum(service, bucket, "n", -7, 0);
            bucket.expect(Clause.COUNTERS, "n", "0");
        });
    }

    @Test
    final void aCounterMayBeNegative() throws Exception {
        counting((service, bucket) -> {
            sum(service, bucket, "n", -3, -3);
            bucket.expect(Clause.COUNTERS, "n", "-3");
            sum(service, bucket, "n", 1, -2);
            sum(service, bucket, "n", 5, 3);
            bucket.set("n", "-10");
            sum(service, bucket, "n", 3, -7);
        });
    }

    @Test
    final void theLeastNumberIsExact() throws Exception {
        counting((service, bucket) -> {
            sum(service, bucket, "n", Long.MIN_VALUE, Long.MIN_VALUE);
            bucket.expect(Clause.COUNTERS, "n", "-9223372036854775808");
        });
    }

    @Test
    final void aSumBeyond64BitsIsRefused() throws Exception {
        counting((service, bucket) -> {
            refuses(service, bucket, "9223372036854775807", 1);
            refuses(service, bucket, "-9223372036854775808", -1);
            refuses(service, bucket, "9223372036854775808", 1);
        });
    }
}
