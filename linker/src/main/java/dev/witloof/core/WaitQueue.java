package dev.witloof.core;

import dev.witloof.error.TrapException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The threads that wait at the addresses of one memory by {@code memory.atomic.wait}. */
final class WaitQueue {

    private static final int WOKEN = 0;
    private static final int NOT_EQUAL = 1;
    private static final int TIMED_OUT = 2;

    private final Map<Integer, Deque<Waiter>> waiting = new HashMap<>();

    private static final class Waiter {
        boolean woken;
    }

    /**
     * Waits until woken.
     *
     * @param expected whether the memory still holds what the guest expects; asked under the lock
     * @param timeout in nanoseconds; negative waits for ever
     * @return 0 if woken, 1 if the value was another, 2 at the timeout
     */
    synchronized int await(int address, BooleanSupplier expected, long timeout) {
        if (!expected.getAsBoolean()) {
            return NOT_EQUAL;
        }
        long start = System.nanoTime();
        Waiter self = new Waiter();
        waiting.computeIfAbsent(address, each -> new ArrayDeque<>()).add(self);
        try {
            while (!self.woken) {
                long left = timeout < 0 ? Long.MAX_VALUE : timeout - (System.nanoTime() - start);
                if (left <= 0) {
                    return TIMED_OUT;
                }
                wait(Math.max(1, left / 1_000_000));
            }
            return WOKEN;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TrapException("interrupted", interrupted);
        } finally {
            Deque<Waiter> here = waiting.get(address);
            here.remove(self);
            if (here.isEmpty()) {
                waiting.remove(address);
            }
        }
    }

    /** Wakes up to {@code count} threads (unsigned) in the order of their arrival; returns how many. */
    synchronized int wake(int address, int count) {
        Deque<Waiter> here = waiting.get(address);
        if (here == null) {
            return 0;
        }
        int woken = 0;
        for (Iterator<Waiter> each = here.iterator(); each.hasNext() && Integer.compareUnsigned(woken, count) < 0; ) {
            Waiter waiter = each.next();
            if (!waiter.woken) {
                waiter.woken = true;
                woken++;
            }
        }
        notifyAll();
        return woken;
    }
}
