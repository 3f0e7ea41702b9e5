package dev.witloof.messaging;

import dev.witloof.link.Pool;
import dev.witloof.messaging.service.MessagingException;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.messaging.service.Subjects;
import dev.witloof.messaging.service.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * What leads from subjects to the handlers that a component exports: {@code wasmcloud:messaging/handler@0.2.0} or
 * {@code wasi:messaging/incoming-handler@0.2.0-draft}, under names and without.
 *
 * <pre>{@code
 * try (Deployment deployment = plan.start();
 *         MessagingService service = messaging.open(connections);
 *         Subscriptions subscriptions = Subscriptions.of(service)
 *                 .executor(executor)
 *                 .on("orders.*", deployment.pool(limits), "orders-handler")
 *                 .inGroup("audit.>", "auditors", deployment.pool(limits), "audit-handler")
 *                 .open()) {
 *     …
 * }
 * }</pre>
 *
 * <p>A message is given to an instance that is borrowed for it from the pool: with {@code uses(1)} a new one each time. What a
 * guest returns as an error, or traps, is told to the listener and comes to nothing else: delivery is at most once. There is no
 * thread here: handlers run on the executor, or without one on the thread of the system that brings the messages.
 *
 * <p>Close it before the deployment: it takes no more messages then, and waits for those that it has.
 */
public final class Subscriptions implements AutoCloseable {

    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final Duration drainTime;

    private Subscriptions(Duration drainTime) {
        this.drainTime = drainTime;
    }

    /** Subscriptions to a messaging system, which stays the caller's to close. */
    public static Builder of(MessagingService service) {
        return new Builder(service);
    }

    /**
     * Subscribes no more, and waits until the handlers have done what they have and what waits for them; after the
     * {@linkplain Builder#drainTime time} for it is up, what still waits is dropped. A handler that calls it does not wait for
     * itself. Closing again does nothing.
     *
     * @throws IllegalStateException if the time was up, or the thread interrupted, and a handler still had a message; what it
     *     needs is then not to be closed yet
     */
    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        lanes.forEach(Lane::stop);
        long deadline = System.nanoTime() + drainTime.toNanos();
        boolean interrupted = false;
        int busy = 0;
        for (Lane lane : lanes) {
            try {
                busy += lane.drain(interrupted ? System.nanoTime() : deadline);
            } catch (InterruptedException interrupt) {
                interrupted = true;
                busy += drainNow(lane);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (busy > 0) {
            throw new IllegalStateException("subscriptions: expected the handlers to be done within "
                    + drainTime.toMillis() + " ms, found " + busy + (busy == 1 ? " that is not" : " that are not"));
        }
    }

    private static int drainNow(Lane lane) {
        try {
            return lane.drain(System.nanoTime());
        } catch (InterruptedException interrupt) {
            throw new IllegalStateException("what does not wait is not interrupted", interrupt);
        }
    }

    /** Collects what is subscribed, and how it is delivered. */
    public static final class Builder {

        /** A subscription that is to be made. */
        private record Wanted(String pattern, String group, PooledHandler handler) {}

        private final MessagingService service;
        private final List<Wanted> wanted = new ArrayList<>();
        private Executor executor = Runnable::run;
        private DeliveryListener listener = DeliveryListener.logging();
        private int queue = 1_000;
        private int atOnce = 1;
        private Duration waitForRoom = Duration.ZERO;
        private Duration drainTime = Duration.ofSeconds(10);

        private Builder(MessagingService service) {
            this.service = Objects.requireNonNull(service, "service");
        }

        /**
         * Gives the messages of all subjects of a pattern to an export.
         *
         * @param pattern see {@link Subjects}
         * @param pool where instances are borrowed; it stays the caller's
         * @param export the export's name: a name such as {@code orders-handler}, or the interface name of an unnamed one
         */
        public Builder on(String pattern, Pool pool, String export) {
            wanted.add(new Wanted(pattern, "", new PooledHandler(pool, export)));
            return this;
        }

        /**
         * The same as one of a group, of which each message is given to one: several programs share the work so. Not every
         * system has groups.
         */
        public Builder inGroup(String pattern, String group, Pool pool, String export) {
            if (group.isEmpty()) {
                throw new IllegalArgumentException("inGroup: expected the name of a group, found none");
            }
            wanted.add(new Wanted(pattern, group, new PooledHandler(pool, export)));
            return this;
        }

        /**
         * Where the handlers run; by default on the thread that brings the message, which for a system on a network is one that
         * all its subscriptions need. A subscription uses a thread as long as it has messages.
         */
        public Builder executor(Executor runs) {
            executor = Objects.requireNonNull(runs, "executor");
            return this;
        }

        /** Who is told what became of each message; by default what was not handled is {@linkplain DeliveryListener#logging logged}. */
        public Builder listener(DeliveryListener told) {
            listener = Objects.requireNonNull(told, "listener");
            return this;
        }

        /**
         * How many messages of a subscription may wait for its handler, by default 1,000. A further one is dropped, and the
         * listener told.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder queue(int messages) {
            queue = atLeastOne("queue", messages);
            return this;
        }

        /**
         * How many messages of one subscription are handled at once, by default one after the other. With more they are no
         * longer in order, and the pool needs as many instances.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder atOnce(int messages) {
            atOnce = atLeastOne("atOnce", messages);
            return this;
        }

        /**
         * For how long the thread that brings a message waits for room before it is dropped, by default not at all. Waiting
         * slows the system down to what the handlers can do; the thread may be one that other subscriptions, and replies, need.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Builder waitForRoom(Duration time) {
            waitForRoom = notNegative("waitForRoom", time);
            return this;
        }

        /**
         * For how long closing waits for handlers, by default 10 seconds.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Builder drainTime(Duration time) {
            drainTime = notNegative("drainTime", time);
            return this;
        }

        private static int atLeastOne(String what, int number) {
            if (number < 1) {
                throw new IllegalArgumentException(what + ": expected 1 or more, found " + number);
            }
            return number;
        }

        private static Duration notNegative(String what, Duration time) {
            if (time.isNegative()) {
                throw new IllegalArgumentException(what + ": expected none or more, found " + time);
            }
            return time;
        }

        /**
         * Looks at each pool whether its component has the export, for which an instance is made, and then subscribes; all or
         * nothing.
         *
         * @throws IllegalArgumentException if a component has no such export, or something is no pattern
         * @throws MessagingException if the system refuses a subscription
         * @throws InterruptedException if the thread is interrupted while it waits for an instance
         */
        public Subscriptions open() throws MessagingException, InterruptedException {
            for (Wanted each : wanted) {
                checkPattern(each.pattern());
                each.handler().check();
            }
            LaneRules rules = new LaneRules(executor, listener, queue, atOnce, waitForRoom);
            Subscriptions opened = new Subscriptions(drainTime);
            boolean complete = false;
            try {
                for (Wanted each : wanted) {
                    opened.subscribe(service, each, new Lane(each.pattern(), each.handler(), rules));
                }
                complete = true;
                return opened;
            } finally {
                if (!complete) {
                    opened.close();
                }
            }
        }

        private static void checkPattern(String pattern) {
            try {
                Subjects.checkPattern(pattern);
            } catch (MessagingException wrong) {
                throw new IllegalArgumentException(wrong.getMessage(), wrong);
            }
        }
    }

    private void subscribe(MessagingService service, Builder.Wanted wanted, Lane lane) throws MessagingException {
        lanes.add(lane);
        subscriptions.add(
                wanted.group().isEmpty()
                        ? service.subscribe(wanted.pattern(), lane)
                        : service.subscribe(wanted.pattern(), wanted.group(), lane));
    }
}
