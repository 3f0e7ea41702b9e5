package dev.witloof.wrapper;

import dev.witloof.error.DeadlineException;
import dev.witloof.host.HostObjects;
import dev.witloof.instance.Call;
import dev.witloof.instance.HostFunction;
import dev.witloof.link.Wrapper;
import dev.witloof.policy.OwnError;
import dev.witloof.type.FuncType;
import dev.witloof.value.Result;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts a call that takes too long. It then fails: with its interface's own error where that has one for it
 * ({@link OwnError#TIMEOUT}), else with a trap, a {@link DeadlineException}; the error of the backend is the trap's cause.
 *
 * <p>The call stays on the thread that made it, so a backend that ignores interrupts is not ended: its call fails when it comes
 * back. What it returns then is thrown away, a handle in it closed if it is {@link AutoCloseable}. The drop of a resource is not
 * interrupted. An interrupt of somebody else is passed on.
 *
 * <p>The scheduler is the embedder's and does nothing but interrupt. One of its own making should remove what is cancelled
 * ({@code setRemoveOnCancelPolicy(true)}), because nearly everything is.
 */
public final class TimeLimit implements Wrapper {

    private final Duration limit;
    private final ScheduledExecutorService scheduler;

    private TimeLimit(Duration limit, ScheduledExecutorService scheduler) {
        this.limit = limit;
        this.scheduler = scheduler;
    }

    /**
     * At most as long as this.
     *
     * @param scheduler by which calls are interrupted
     * @throws IllegalArgumentException if it is not longer than nothing
     */
    public static TimeLimit of(Duration limit, ScheduledExecutorService scheduler) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("time limit: expected more than 0, found " + limit);
        }
        return new TimeLimit(limit, Objects.requireNonNull(scheduler, "scheduler"));
    }

    @Override
    public String description() {
        return "time limit " + limit.toMillis() + " ms";
    }

    @Override
    public HostFunction wrap(Call call, FuncType type, HostFunction next) {
        if (call.isResourceDrop()) {
            return next;
        }
        Optional<Object> error = OwnError.TIMEOUT.of(type);
        String reason = "expected an answer within " + limit.toMillis() + " ms, found none";
        return (called, args) -> {
            Watch watch = new Watch(Thread.currentThread());
            Future<?> alarm = scheduler.schedule(watch::expire, limit.toNanos(), TimeUnit.NANOSECONDS);
            Object result = null;
            Exception failure = null;
            boolean expired = true;
            try {
                result = next.call(called, args);
            } catch (Exception e) {
                failure = e;
            } finally {
                // Also where an error, of which nothing is made here, goes through.
                alarm.cancel(false);
                expired = watch.stop();
            }
            if (!expired) {
                if (failure != null) {
                    throw failure;
                }
                return result;
            }
            close(result);
            if (error.isPresent()) {
                return error.get();
            }
            throw new DeadlineException(reason, null, call.toString(), List.of(), failure);
        };
    }

    private static void close(@Nullable Object result) {
        Object value = result instanceof Result.Ok<?, ?> ok ? ok.value() : result;
        if (value instanceof AutoCloseable) {
            HostObjects.close(value);
        }
    }

    /** Interrupts a thread, but not once its call is over. */
    private static final class Watch {

        private final Thread thread;
        private boolean over;
        private boolean expired;
        private boolean interruptedBefore;

        Watch(Thread thread) {
            this.thread = thread;
        }

        synchronized void expire() {
            if (!over) {
                expired = true;
                interruptedBefore = thread.isInterrupted();
                thread.interrupt();
            }
        }

        /** Whether it expired; the interrupt is taken back then, but for one that was there before. */
        boolean stop() {
            synchronized (this) {
                over = true;
            }
            if (expired && !interruptedBefore) {
                Thread.interrupted();
            }
            return expired;
        }
    }
}
