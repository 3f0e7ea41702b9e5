package dev.witloof.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What one input may cost, measured for the thread so that other work on the machine does not count. */
final class Bounds {

    /** The fuzzer's instrumentation makes everything some times slower. */
    private static final long MOST_NANOS = 5_000_000_000L;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long memory = THREADS.getCurrentThreadAllocatedBytes();
    private final long time = THREADS.getCurrentThreadCpuTime();

    /** Fails if what was done since this was made took too long or more memory than that. */
    void check(long mostBytes) {
        long nanos = THREADS.getCurrentThreadCpuTime() - time;
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - memory;
        assertThat(nanos).as("nanoseconds").isLessThan(MOST_NANOS);
        assertThat(bytes).as("bytes allocated").isLessThan(mostBytes);
    }
}
