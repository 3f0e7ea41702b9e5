package dev.witloof.wasi.io;

import java.util.List;

/**
 * What a guest can wait for: the base of every {@code pollable} that the host gives out. It has a condition, {@link #ready},
 * which may be asked again and again and is true as long as what it stands for can be had; and it tells a {@link Wait} what
 * may make it true.
 *
 * <p>Guests wait in their own threads, and none is needed beside them: a waiting thread sleeps until the clock, a channel or
 * another thread's {@link Signal} wakes it, asks all conditions again, and sleeps on if none holds. An interrupt ends the wait
 * and the guest's call.
 */
public abstract class Event implements Poll.Pollable {

    /** An event, to be extended by what serves guests. */
    protected Event() {}

    /** An event that has always happened. */
    public static Event always() {
        return new Event() {
            @Override
            public boolean ready() {
                return true;
            }

            @Override
            protected void arm(Wait wait) {}
        };
    }

    /** Whether it has happened. Never waits. Asked by one thread at a time. */
    @Override
    public abstract boolean ready();

    /**
     * Tells a wait what to look at, once more before each time that its thread sleeps. The condition is asked again
     * afterwards, so what happens in between is not missed.
     */
    protected abstract void arm(Wait wait);

    /**
     * Waits until it has happened.
     *
     * @throws dev.witloof.error.TrapException if the thread is interrupted, or what it waits for is closed
     */
    @Override
    public final void block() {
        if (!ready()) {
            Wait.any(List.of(this), HostTime.unlimited());
        }
    }
}
