package dev.witloof.nats;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyPage;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.Sighting;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.nats.JetStreamApi.Stored;
import dev.witloof.nats.NatsLink.Pending;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A bucket in JetStream. A value is the last message of its key's subject, and its version that message's number. What is
 * deleted is a message that says so, which is written before the value goes and removed behind it.
 */
final class NatsBucket implements StoredBucket {

    private static final String OPERATION = "KV-Operation";
    private static final String DELETED = "DEL";

    /** What newer servers say where they removed a value. */
    private static final String REASON = "Nats-Marker-Reason";

    private static final long ABSENT = 0;
    private static final long LONGEST_PAUSE_NANOS = 2_000_000;

    private final NatsLink link;
    private final KeyValueStream stream;
    private final JetStreamApi api;
    private final int pageSize;

    private NatsBucket(NatsLink link, KeyValueStream stream, int pageSize) {
        this.link = link;
        this.stream = stream;
        this.api = stream.api();
        this.pageSize = pageSize;
    }

    static NatsBucket open(NatsLink link, StreamSettings settings, String name) throws KeyValueException {
        String bucket = Names.bucket(settings.prefix(), name)
                .orElseThrow(() -> KeyValueException.other(
                        "bucket: expected a shorter name, found one of " + name.length() + " characters"));
        NatsBucket opened = new NatsBucket(link, new KeyValueStream(link, bucket, settings), settings.pageSize());
        opened.asked(() -> null);
        return opened;
    }

    /** What the component is told. */
    static KeyValueException error(NatsFailure failure) {
        String text = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case DENIED -> KeyValueException.accessDenied();
            case TIMEOUT -> KeyValueException.timeout(text, failure);
            case CONNECTION, NO_RESPONDERS -> KeyValueException.unavailable(text, failure);
            case REFUSED, IMPOSSIBLE, INTERRUPTED -> KeyValueException.other(text, failure);
        };
    }

    /** What is asked of the stream. */
    private interface Asking<T extends @Nullable Object> {
        T ask() throws NatsFailure, KeyValueException;
    }

    private <T extends @Nullable Object> T asked(Asking<T> asking) throws KeyValueException {
        try {
            stream.makeIfNew();
            try {
                return asking.ask();
            } catch (NatsFailure failure) {
                stream.doubt(failure);
                if (!failure.isMissing()) {
                    throw failure;
                }
                // Nobody took it, so it can be asked again of the stream that is made now.
                stream.makeIfNew();
                return asking.ask();
            }
        } catch (NatsFailure failure) {
            throw error(failure);
        }
    }

    private String subject(String key) {
        return stream.subject(Names.key(key).name());
    }

    private static boolean isValue(@Nullable Stored stored) {
        return stored != null && !saysGone(stored.headers());
    }

    /** Whether a message with these headers is no value. */
    private static boolean saysGone(Headers headers) {
        return headers.getFirst(OPERATION) != null || headers.getFirst(REASON) != null;
    }

    private static byte @Nullable [] value(@Nullable Stored stored) {
        return stored != null && isValue(stored) ? stored.body() : null;
    }

    private @Nullable Stored last(String key) throws NatsFailure {
        return last(link.await(api.askLast(subject(key), stream.isDirect())));
    }

    private @Nullable Stored last(Message answer) throws NatsFailure {
        return api.last(answer, stream.isDirect());
    }

    private Pending sendValue(String key, byte[] value, @Nullable Long expected) throws NatsFailure {
        Names.KeyName name = Names.key(key);
        Headers headers = null;
        if (name.header() != null) {
            headers = new Headers().put(Names.KEY_HEADER, name.header());
        }
        if (expected != null) {
            headers = (headers == null ? new Headers() : headers)
                    .put(JetStreamApi.EXPECTED_SEQUENCE, String.valueOf(expected));
        }
        return link.send(stream.subject(name.name()), headers, value);
    }

    /** Whether the value was set, which it is if the key's last message is the expected one. */
    private boolean isSet(String key, byte[] value, long expected) throws NatsFailure {
        try {
            api.stored(sendValue(key, value, expected));
            return true;
        } catch (NatsFailure failure) {
            if (failure.isChanged()) {
                return false;
            }
            throw failure;
        }
    }

    @Override
    public byte @Nullable [] get(String key) throws KeyValueException {
        return asked(() -> value(last(key)));
    }

    @Override
    public void set(String key, byte[] value) throws KeyValueException {
        asked(() -> api.stored(sendValue(key, value, null)));
    }

    @Override
    public boolean exists(String key) throws KeyValueException {
        return asked(() -> isValue(last(key)));
    }

    @Override
    public void delete(String key) throws KeyValueException {
        deleteMany(List.of(key));
    }

    @Override
    public Sighting see(String key) throws KeyValueException {
        return asked(() -> {
            Stored stored = last(key);
            return stored != null && isValue(stored)
                    ? new Sighting(stored.body(), stored.sequence())
                    : new Sighting(null, ABSENT);
        });
    }

    @Override
    public boolean swap(String key, Sighting seen, byte[] value) throws KeyValueException {
        long version = (Long) seen.version();
        if (version != ABSENT) {
            return asked(() -> isSet(key, value, version));
        }
        return asked(() -> {
            Attempts attempts = new Attempts("swap");
            long expected = ABSENT;
            while (!isSet(key, value, expected)) {
                // It may have been deleted, which is as good as not there; and the message that says so goes at any
                // time.
                Stored stored = last(key);
                if (isValue(stored)) {
                    return false;
                }
                expected = stored == null ? ABSENT : stored.sequence();
                attempts.pause();
            }
            return true;
        });
    }

    @Override
    public long increment(String key, long delta, CounterType type) throws KeyValueException {
        return asked(() -> {
            Attempts attempts = new Attempts("increment");
            while (true) {
                Stored stored = last(key);
                byte[] sum = type.add(value(stored), delta);
                if (isSet(key, sum, stored == null ? ABSENT : stored.sequence())) {
                    return type.decode(sum);
                }
                attempts.pause();
            }
        });
    }

    /** Attempts of which another thread or process may spoil each. */
    private final class Attempts {

        private final String what;
        private final long deadline =
                System.nanoTime() + link.settings().callTimeout().toNanos();

        Attempts(String what) {
            this.what = what;
        }

        void pause() throws KeyValueException {
            if (System.nanoTime() - deadline > 0) {
                throw KeyValueException.other(what + ": expected to be the only one within "
                        + link.settings().callTimeout().toMillis() + " ms, found others each time");
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
        }
    }

    @Override
    public KeyPage list(long cursor) throws KeyValueException {
        return asked(() -> {
            NamePages page = NamePages.of(keys().values(), cursor, pageSize);
            return new KeyPage(page.names(), page.next());
        });
    }

    private Map<String, String> keys() throws NatsFailure {
        String root = stream.subject("");
        return LastMessages.under(
                api,
                root,
                true,
                (subject, headers, body) -> saysGone(headers)
                        ? null
                        : Names.decode(subject.substring(root.length()), headers.getFirst(Names.KEY_HEADER))
                                .orElse(null));
    }

    @Override
    public List<byte @Nullable []> getMany(List<String> keys) throws KeyValueException {
        return asked(() -> {
            List<byte @Nullable []> values = new ArrayList<>(keys.size());
            link.all(
                    keys.size(),
                    i -> api.askLast(subject(keys.get(i)), stream.isDirect()),
                    (i, answer) -> values.add(value(last(answer))));
            return values;
        });
    }

    @Override
    public void setMany(List<Entry> entries) throws KeyValueException {
        asked(() -> {
            link.all(
                    entries.size(),
                    i -> sendValue(entries.get(i).key(), entries.get(i).value(), null),
                    (i, answer) -> api.stored(answer));
            return null;
        });
    }

    @Override
    public void deleteMany(List<String> keys) throws KeyValueException {
        asked(() -> {
            link.all(
                    keys.size(),
                    i -> link.send(subject(keys.get(i)), new Headers().put(OPERATION, DELETED), null),
                    (i, answer) -> api.removeBefore(subject(keys.get(i)), api.stored(answer) + 1));
            return null;
        });
    }
}
