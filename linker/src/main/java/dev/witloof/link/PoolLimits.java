package dev.witloof.link;

import java.time.Duration;

/**
 * How many instances a {@link Pool} has, and for how long.
 *
 * @param size how many there are at most
 * @param uses after how many leases an instance is closed, {@link #UNLIMITED_USES} for never
 * @param idleTime for how long an instance may lie idle before it is closed, {@link #UNLIMITED_TIME} for ever
 * @param waitingTime for how long {@link Pool#borrow} waits for an instance if all are in use; zero for not at all
 */
public record PoolLimits(int size, long uses, Duration idleTime, Duration waitingTime) {

    /** An instance is never closed because it was used often. */
    public static final long UNLIMITED_USES = Long.MAX_VALUE;

    /** Longer than anything lasts. */
    public static final Duration UNLIMITED_TIME = Duration.ofSeconds(Long.MAX_VALUE);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if size, uses or idle time is not positive, or the waiting time is negative
     */
    public PoolLimits {
        require(size > 0, "size", "1 or more", size);
        require(uses > 0, "uses", "1 or more", uses);
        require(!idleTime.isNegative() && !idleTime.isZero(), "idle time", "more than nothing", idleTime);
        require(!waitingTime.isNegative(), "waiting time", "none or more", waitingTime);
    }

    private static void require(boolean holds, String what, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException("pool: " + what + ": expected " + expected + ", found " + found);
        }
    }

    /** Eight instances, no limit of uses or idle time, and ten seconds to wait, unless it is told otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /** Limits that are being collected. */
    public static final class Builder {

        private int size = 8;
        private long uses = UNLIMITED_USES;
        private Duration idleTime = UNLIMITED_TIME;
        private Duration waitingTime = Duration.ofSeconds(10);

        private Builder() {}

        /** How many instances there are at most; 8 unless it is said. */
        public Builder size(int instances) {
            size = instances;
            return this;
        }

        /** After how many leases an instance is closed, such as 1 for a new one each time; never unless it is said. */
        public Builder uses(long leases) {
            uses = leases;
            return this;
        }

        /** For how long an instance may lie idle before it is closed; for ever unless it is said. */
        public Builder idleTime(Duration time) {
            idleTime = time;
            return this;
        }

        /** For how long a borrower waits if all are in use; 10 seconds unless it is said. */
        public Builder waitingTime(Duration time) {
            waitingTime = time;
            return this;
        }

        /**
         * The limits.
         *
         * @throws IllegalArgumentException if size, uses or idle time is not positive, or the waiting time is negative
         */
        public PoolLimits build() {
            return new PoolLimits(size, uses, idleTime, waitingTime);
        }
    }
}
