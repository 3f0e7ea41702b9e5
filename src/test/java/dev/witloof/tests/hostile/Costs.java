package dev.witloof.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What hostile input may cost before it is refused. */
final class Costs {

    private static final long MOST_NANOS = 5_000_000_000L;
    private static final long MOST_BYTES = 256L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Costs() {}

    /** What the work throws, if anything, in a few seconds of processor time at most and with little memory. */
    static Throwable refusal(ThrowingCallable work) {
        return refusal(MOST_BYTES, work);
    }

    /** What the work throws, if anything, in a few seconds of processor time at most and with so much memory at most. */
    static Throwable refusal(long mostBytes, ThrowingCallable work) {
        long memory = THREADS.getCurrentThreadAllocatedBytes();
        long time = THREADS.getCurrentThreadCpuTime();
        Throwable refusal = catchThrowable(work);
        // Both are read before anything is asserted: assertions allocate too.
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - memory;
        long nanos = THREADS.getCurrentThreadCpuTime() - time;
        assertThat(nanos).as("nanoseconds").isLessThan(MOST_NANOS);
        assertThat(bytes).as("bytes").isLessThan(mostBytes);
        return refusal;
    }
}
