package dev.witloof.messaging;

import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessagingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Who is subscribed to what in memory, in the order in which they came. Any number of threads may use it. */
final class Subscribers {

    private final int maximumBodyBytes;
    private final int maximumPending;
    private final AtomicLong inboxes = new AtomicLong();
    // By group, those that share its messages; who is in no group has one of its own. Under the lock of this object.
    private final Map<Object, Group> groups = new LinkedHashMap<>();

    /**
     * A group of those who are subscribed to one pattern under one name.
     *
     * @param pattern the pattern
     * @param name the name
     */
    private record GroupName(String pattern, String name) {}

    private static final class Group {
        private final List<InMemorySubscription> members = new ArrayList<>();
        private int next;

        /** One after the other has a turn. */
        InMemorySubscription turn() {
            next = next >= members.size() ? 0 : next;
            return members.get(next++);
        }
    }

    Subscribers(int maximumBodyBytes, int maximumPending) {
        this.maximumBodyBytes = maximumBodyBytes;
        this.maximumPending = maximumPending;
    }

    int maximumPending() {
        return maximumPending;
    }

    /** A subject that nobody has had. */
    String inbox() {
        return "_inbox." + inboxes.incrementAndGet();
    }

    synchronized void add(InMemorySubscription subscription) {
        groups.computeIfAbsent(key(subscription), key -> new Group()).members.add(subscription);
    }

    synchronized void remove(InMemorySubscription subscription) {
        Object key = key(subscription);
        Group group = groups.get(key);
        if (group != null && group.members.remove(subscription) && group.members.isEmpty()) {
            groups.remove(key);
        }
    }

    private static Object key(InMemorySubscription subscription) {
        return subscription.group().isEmpty()
                ? subscription
                : new GroupName(subscription.pattern(), subscription.group());
    }

    private synchronized List<InMemorySubscription> of(String subject) {
        List<InMemorySubscription> found = new ArrayList<>();
        for (Group group : groups.values()) {
            if (group.members.get(0).takes(subject)) {
                found.add(group.turn());
            }
        }
        return found;
    }

    /**
     * Gives a message to all that it is for.
     *
     * @return whether there were any
     * @throws MessagingException if it is too large, or one of them has as many waiting as there may be
     */
    boolean publish(Message message) throws MessagingException {
        if (message.body().length > maximumBodyBytes) {
            throw MessagingException.other(
                    "body: expected at most " + maximumBodyBytes + " bytes, found " + message.body().length);
        }
        List<InMemorySubscription> all = of(message.subject());
        int full = 0;
        for (InMemorySubscription each : all) {
            if (!each.offer(message)) {
                full++;
            }
        }
        if (full > 0) {
            throw MessagingException.other("publish: " + full + " of " + all.size() + " subscribers have "
                    + maximumPending + " messages waiting");
        }
        return !all.isEmpty();
    }
}
