package dev.witloof.wasi.io;

import dev.witloof.error.TrapException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One guest's thread that sleeps until one of several events has happened. An {@link Event} says by its methods what can wake
 * it.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-io/blob/f3655c91815ca539eacf25099a166c622dfa7f86/wit/poll.wit">wasi:io/poll</a>
 */
public final class Wait {

    private final Thread thread = Thread.currentThread();
    private final Set<Signal> signals = new HashSet<>();
    private final List<SelectionKey> keys = new ArrayList<>();
    private final List<SelectionKey> foreign = new ArrayList<>();
    private final Set<HostTime> times = new HashSet<>();
    private long nanos;
    private @Nullable Runnable skipping;
    private @Nullable Selectors selectors;
    private volatile @Nullable Selector selector;
    private volatile boolean woken;

    private Wait() {}

    /**
     * Waits until at least one event has happened.
     *
     * @param time as part of which the wait counts
     * @param ended what ends the wait when it is closed
     * @return the positions of those that have
     * @throws TrapException if the thread is interrupted, or what an event waits for is closed
     */
    static int[] any(List<? extends Event> events, HostTime time, Signal... ended) {
        int[] ready = ready(events);
        if (ready.length > 0) {
            return ready;
        }
        Wait wait = new Wait();
        try {
            wait.within(time);
            for (Signal each : ended) {
                wait.on(each);
            }
            while (ready.length == 0) {
                wait.begin();
                events.forEach(event -> event.arm(wait));
                ready = ready(events);
                if (ready.length == 0) {
                    wait.sleep();
                    wait.giveBack();
                    ready = ready(events);
                }
            }
            return ready;
        } finally {
            wait.giveBack();
            wait.signals.forEach(signal -> signal.remove(wait));
            wait.times.forEach(HostTime::end);
        }
    }

    private static int[] ready(List<? extends Event> events) {
        int[] ready = new int[events.size()];
        int count = 0;
        for (int i = 0; i < ready.length; i++) {
            if (events.get(i).ready()) {
                ready[count++] = i;
            }
        }
        return Arrays.copyOf(ready, count);
    }

    /** Sleep no longer than so many nanoseconds from now. */
    public void atMost(long most) {
        if (most < nanos) {
            nanos = most;
            skipping = null;
        }
    }

    /**
     * Do not sleep so many nanoseconds, but do this in place of it: a clock that nobody has to wait for moves itself. Of several
     * events the one that comes first says which.
     */
    public void skip(long most, Runnable moving) {
        if (most < nanos) {
            nanos = most;
            skipping = moving;
        }
    }

    /**
     * The wait counts as time of an instance, and ends when that is used up.
     *
     * @throws dev.witloof.error.LimitException if it is
     */
    public void within(HostTime time) {
        time.ended().ifPresent(this::on);
        if (time.isLimited() && !times.contains(time)) {
            time.begin();
            times.add(time);
        }
    }

    /** Wake up when a signal is sent. */
    public void on(Signal signal) {
        if (signals.add(signal)) {
            signal.add(this);
        }
    }

    /**
     * Wake up when a channel is ready. A channel that is closed wakes it at once.
     *
     * @param selectors by which it is looked at, if they are the first of this wait; those look at all of its channels
     * @param channel a channel that is configured not to block
     * @param operations as in {@link SelectionKey}
     */
    public void on(Selectors selectors, SelectableChannel channel, int operations) {
        try {
            if (selector == null) {
                this.selectors = selectors;
                selector = selectors.take();
            }
            List<SelectionKey> these = selectors == this.selectors ? keys : foreign;
            these.add(Selectors.register(selector, channel, operations));
        } catch (ClosedChannelException closed) {
            woken = true;
        }
    }

    /** Wake up when what another event waits for may have happened: for events that are made of others. */
    public void on(Event other) {
        other.arm(this);
    }

    private void begin() {
        nanos = Long.MAX_VALUE;
        skipping = null;
        woken = false;
    }

    /** By any thread: what is waited for may have happened. */
    void wake() {
        woken = true;
        LockSupport.unpark(thread);
        Selector inUse = selector;
        if (inUse != null) {
            inUse.wakeup();
        }
    }

    private void sleep() {
        Runnable moving = skipping;
        if (moving != null) {
            requireGoingOn();
            if (!woken) {
                moving.run();
            }
            return;
        }
        times.forEach(time -> atMost(time.left()));
        Selector channels = selector;
        long end = System.nanoTime() + nanos;
        long left = nanos;
        while (!woken && left > 0) {
            requireGoingOn();
            if (channels != null) {
                select(channels, left);
                return;
            }
            if (nanos == Long.MAX_VALUE) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, left);
                left = end - System.nanoTime();
            }
        }
        requireGoingOn();
    }

    private void select(Selector channels, long left) {
        try {
            channels.selectedKeys().clear();
            // Up to the next millisecond, because 0 would be for ever, and to come back early would be to spin.
            channels.select(nanos == Long.MAX_VALUE ? 0 : TimeUnit.NANOSECONDS.toMillis(left) + 1);
        } catch (IOException | ClosedSelectorException failure) {
            throw Selectors.failed(failure);
        }
        requireGoingOn();
    }

    private void requireGoingOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new TrapException("interrupted");
        }
        times.forEach(HostTime::requireLeft);
        for (Signal signal : signals) {
            if (signal.isClosed()) {
                throw new TrapException("what is waited for was closed");
            }
        }
    }

    private void giveBack() {
        Selector used = selector;
        if (used != null && selectors != null) {
            keys.forEach(Selectors::quieten);
            keys.clear();
            // Who has the others lets go of closed channels by selectors of its own, and would not find them here.
            Selectors.forget(used, foreign);
            foreign.clear();
            selector = null;
            selectors.giveBack(used);
        }
    }
}
