package dev.witloof.wasi.clocks;

import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.HostTime;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.io.Signal;
import dev.witloof.wasi.io.Wait;

/**
 * {@code wasi:clocks/monotonic-clock} over a {@link MonotonicTime}.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-clocks/blob/be769fb9ea5e4ed48f2da5ab795e41021f425f6e/wit/monotonic-clock.wit">wasi:clocks/monotonic-clock</a>
 */
public final class TimerClock implements MonotonicClock {

    private final MonotonicTime time;
    private final Signal ended;
    private final HostTime hostTime;

    /**
     * A clock by which guests wait as long as they like.
     *
     * @param ended what ends all waits when it is closed
     */
    public TimerClock(MonotonicTime time, Signal ended) {
        this(time, ended, HostTime.unlimited());
    }

    /**
     * A clock.
     *
     * @param ended what ends all waits when it is closed
     * @param hostTime how long an instance may wait, by the system's clock
     */
    public TimerClock(MonotonicTime time, Signal ended, HostTime hostTime) {
        this.time = time;
        this.ended = ended;
        this.hostTime = hostTime;
    }

    @Override
    public long now() {
        return time.now();
    }

    @Override
    public long resolution() {
        return time.resolution();
    }

    @Override
    public Poll.Pollable subscribeInstant(long when) {
        return new Timer(when);
    }

    @Override
    public Poll.Pollable subscribeDuration(long when) {
        long end = time.now() + when;
        // Beyond the last reading there is no later one.
        return new Timer(Long.compareUnsigned(end, when) < 0 ? -1 : end);
    }

    private final class Timer extends Event {

        private final long instant;

        Timer(long instant) {
            this.instant = instant;
        }

        @Override
        public boolean ready() {
            return Long.compareUnsigned(time.now(), instant) >= 0;
        }

        @Override
        protected void arm(Wait wait) {
            wait.within(hostTime);
            wait.on(ended);
            if (!ready()) {
                time.arm(wait, instant);
            }
        }
    }
}
