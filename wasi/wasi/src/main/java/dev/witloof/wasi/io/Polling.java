package dev.witloof.wasi.io;

import dev.witloof.error.TrapException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code wasi:io/poll}: waits for what the host's interfaces gave out, timers, streams, sockets and whatever else is an
 * {@link Event}, all at once.
 */
public final class Polling implements Poll {

    private final Signal ended;
    private final HostTime time;

    /**
     * Waiting, as long as need be.
     *
     * @param ended what ends all waits when it is closed
     */
    public Polling(Signal ended) {
        this(ended, HostTime.unlimited());
    }

    /**
     * Waiting.
     *
     * @param ended what ends all waits when it is closed
     * @param time how long an instance may wait
     */
    public Polling(Signal ended, HostTime time) {
        this.ended = ended;
        this.time = time;
    }

    /**
     * {@inheritDoc}
     *
     * @throws TrapException if the list is empty, something in it is no {@link Event}, or the wait is ended
     */
    @Override
    public int[] poll(List<Pollable> in) {
        if (in.isEmpty()) {
            throw new TrapException("poll: expected at least one pollable, found none");
        }
        List<Event> events = new ArrayList<>(in.size());
        for (Pollable each : in) {
            if (!(each instanceof Event event)) {
                throw new TrapException("poll: expected pollables that extend " + Event.class.getName() + ", found a "
                        + each.getClass().getName());
            }
            events.add(event);
        }
        return Wait.any(events, time, ended);
    }
}
