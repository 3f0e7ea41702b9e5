package dev.witloof.limit;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the instances of one store may take up together, and how long a call may run. What is set here is enforced; what is
 * not set has the default of its {@link Limit}. Immutable.
 *
 * <pre>{@code
 * Limits limits = Limits.builder().memoryPages(1024).handles(10_000).deadline(Duration.ofSeconds(5)).build();
 * }</pre>
 */
public final class Limits {

    /** Nothing set: the defaults. */
    public static final Limits NONE = builder().build();

    private final Map<Limit, Long> set;

    private Limits(Map<Limit, Long> set) {
        this.set = set;
    }

    /** Nothing set yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** What was set for a limit; empty where its default holds. */
    public Optional<Long> asked(Limit limit) {
        return Optional.ofNullable(set.get(limit));
    }

    /** What holds for a limit: what was set, else its default; empty where it has none. */
    public Optional<Long> of(Limit limit) {
        return asked(limit).or(limit::usual);
    }

    /** What holds for a limit that has a default. */
    public long most(Limit limit) {
        return of(limit).orElseThrow(() -> new IllegalStateException(limit.words() + ": expected a limit, found none"));
    }

    /** How long a call may run. */
    public Optional<Duration> deadline() {
        return asked(Limit.DEADLINE).map(Duration::ofNanos);
    }

    /** Whether nothing was set, so that the defaults hold. */
    public boolean isEmpty() {
        return set.isEmpty();
    }

    /** Whether the same was set. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Limits limits && set.equals(limits.set);
    }

    @Override
    public int hashCode() {
        return set.hashCode();
    }

    /** What was set, in the order of {@link Limit}: {@code memoryPages 1024, deadline 5s}; empty if nothing was. */
    @Override
    public String toString() {
        return set.entrySet().stream()
                .map(each -> each.getKey().words() + " " + each.getKey().text(each.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Collects limits. Setting one again replaces it. */
    public static final class Builder {

        private final Map<Limit, Long> set = new EnumMap<>(Limit.class);

        private Builder() {}

        /** The most pages of 64 KiB that all memories have together. */
        public Builder memoryPages(int pages) {
            return set(Limit.MEMORY_PAGES, pages);
        }

        /** The most elements that all tables have together. */
        public Builder tableElements(int elements) {
            return set(Limit.TABLE_ELEMENTS, elements);
        }

        /** The most handles to resources that all instances hold at the same time. */
        public Builder handles(int handles) {
            return set(Limit.HANDLES, handles);
        }

        /** The most component instances, and the most core instances. */
        public Builder instances(int instances) {
            return set(Limit.INSTANCES, instances);
        }

        /** The most definitions that all instances have together. */
        public Builder definitions(int definitions) {
            return set(Limit.DEFINITIONS, definitions);
        }

        /** The most calls into instances that one thread has on its stack, one within the other. */
        public Builder callDepth(int calls) {
            return set(Limit.CALL_DEPTH, calls);
        }

        /** About how many bytes of the heap the values may take that one side of a call hands over. */
        public Builder liftedBytes(long bytes) {
            return set(Limit.LIFTED_BYTES, bytes);
        }

        /** How long a call from Java may run, by the wall clock; it needs a scheduler. */
        public Builder deadline(Duration deadline) {
            long nanos;
            try {
                nanos = deadline.toNanos();
            } catch (ArithmeticException tooLong) {
                nanos = deadline.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
            }
            return set(Limit.DEADLINE, nanos);
        }

        /**
         * Sets a limit.
         *
         * @throws IllegalArgumentException if the value is less than its {@link Limit#least} or more than its {@link
         *     Limit#ceiling}
         */
        public Builder set(Limit limit, long value) {
            if (value < limit.least() || value > limit.ceiling()) {
                throw new IllegalArgumentException(limit.words() + ": expected " + limit.text(limit.least()) + " to "
                        + limit.text(limit.ceiling()) + ", found " + found(limit, value));
            }
            set.put(limit, value);
            return this;
        }

        private static String found(Limit limit, long value) {
            if (limit != Limit.DEADLINE) {
                return Long.toString(value);
            }
            if (value < 0) {
                return "less than 0s";
            }
            return value == Long.MAX_VALUE ? "more than " + limit.text(limit.ceiling()) : limit.text(value);
        }

        /** The limits. */
        public Limits build() {
            return new Limits(new EnumMap<>(set));
        }
    }
}
