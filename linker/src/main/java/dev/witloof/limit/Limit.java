package dev.witloof.limit;

import java.time.Duration;
import java.util.Optional;

/**
 * One limit that an embedder can set. Each counts what all instances of one store have together, unless it says something
 * else.
 */
public enum Limit {
    /** Pages of 64 KiB of all memories, those that they begin with and those that they grow by. */
    MEMORY_PAGES("memoryPages", 0, 1 << 14, 1 << 20),
    /** Elements of all tables, those that they begin with and those that they grow by. */
    TABLE_ELEMENTS("tableElements", 0, 10_000_000, 100_000_000),
    /** Handles to resources in the tables of all instances at the same time. */
    HANDLES("handles", 0, 1_000_000, (1 << 28) - 1),
    /** Component instances, and as many core instances again. */
    INSTANCES("instances", 1, 10_000, 1_000_000),
    /** Definitions of all instances: those of components, and the functions, globals and segments of core modules. */
    DEFINITIONS("definitions", 1, 1_000_000, 10_000_000),
    /** Calls into instances of the plan that one thread has on its stack, one within the other. No default but the stack. */
    CALL_DEPTH("callDepth", 1, Optional.empty(), 100_000),
    /** About how many bytes of the heap the values take that one side of a call hands over. */
    LIFTED_BYTES("liftedBytes", 0, Optional.of(1L << 29), 1L << 40),
    /** The wall clock of one call from Java, in nanoseconds. No default. */
    DEADLINE("deadline", 1, Optional.empty(), Duration.ofDays(365).toNanos());

    private final String words;
    private final long least;
    private final Optional<Long> usual;
    private final long ceiling;

    Limit(String words, long least, long usual, long ceiling) {
        this(words, least, Optional.of(usual), ceiling);
    }

    Limit(String words, long least, Optional<Long> usual, long ceiling) {
        this.words = words;
        this.least = least;
        this.usual = usual;
        this.ceiling = ceiling;
    }

    /** Its name in plans, in files and among the methods of {@link Limits.Builder}. */
    public String words() {
        return words;
    }

    /** The least that may be asked for. */
    public long least() {
        return least;
    }

    /** What holds where an embedder says nothing; empty where nothing does. */
    public Optional<Long> usual() {
        return usual;
    }

    /** The most that may be asked for. */
    public long ceiling() {
        return ceiling;
    }

    /** A value of this limit as it is read and written: a number, of {@link #DEADLINE} a time such as {@code 1s500ms}. */
    public String text(long value) {
        return this == DEADLINE ? Durations.text(Duration.ofNanos(value)) : Long.toString(value);
    }
}
