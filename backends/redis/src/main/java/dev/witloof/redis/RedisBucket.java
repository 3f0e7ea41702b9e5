package dev.witloof.redis;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyPage;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.Sighting;
import dev.witloof.keyvalue.service.StoredBucket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * A bucket: keys of Redis that begin alike. Their values are plain strings of Redis.
 *
 * @param pool the connections
 * @param keys how the keys are called
 */
record RedisBucket(RedisPool pool, RedisKeys keys) implements StoredBucket {

    /** About how many keys of the database are looked at for a page. */
    private static final int PAGE = 1000;

    @Override
    public byte @Nullable [] get(String key) throws KeyValueException {
        return (byte[]) repeatable(arguments(Command.GET, key));
    }

    @Override
    public void set(String key, byte[] value) throws KeyValueException {
        repeatable(arguments(Command.SET, key).add(value));
    }

    @Override
    public void delete(String key) throws KeyValueException {
        repeatable(arguments(Command.DEL, key));
    }

    @Override
    public boolean exists(String key) throws KeyValueException {
        return (long) repeatable(arguments(Command.EXISTS, key)) == 1;
    }

    /** The cursor is Redis's own. */
    @Override
    public KeyPage list(long cursor) throws KeyValueException {
        List<?> page = (List<?>) repeatable(new CommandArguments(Command.SCAN)
                .add(Long.toUnsignedString(cursor))
                .add(Keyword.MATCH)
                .add(keys.pattern())
                .add(Keyword.COUNT)
                .add(PAGE));
        Set<String> listed = new LinkedHashSet<>();
        for (Object name : (List<?>) page.get(1)) {
            listed.add(keys.key((byte[]) name));
        }
        long next = Long.parseUnsignedLong(new String((byte[]) page.get(0), StandardCharsets.US_ASCII));
        return new KeyPage(List.copyOf(listed), next == 0 ? OptionalLong.empty() : OptionalLong.of(next));
    }

    @Override
    public long increment(String key, long delta, CounterType type) throws KeyValueException {
        Long sum = switch (type) {
            case SIGNED -> addSigned(key, delta);
            case UNSIGNED -> addUnsigned(key, delta);
        };
        return sum != null ? sum : addBySwapping(key, delta, type);
    }

    /** The sum; nothing if Redis finds no number of its own kind, or the sum too large. */
    private @Nullable Long addSigned(String key, long delta) throws KeyValueException {
        CommandArguments arguments = arguments(Command.INCRBY, key).add(delta);
        return once(connection -> {
            try {
                return (Long) connection.executeCommand(arguments);
            } catch (JedisDataException refused) {
                if (String.valueOf(refused.getMessage()).startsWith("ERR ")) {
                    return null;
                }
                throw refused;
            }
        });
    }

    private @Nullable Long addUnsigned(String key, long delta) throws KeyValueException {
        if (delta < 0 || delta > Script.MOST_ADDED) {
            return null;
        }
        byte[] digits = CounterType.UNSIGNED.encode(delta);
        byte[] sum = (byte[]) once(connection -> Script.ADD_UNSIGNED.on(connection, keys.named(key), digits));
        return sum == null ? null : CounterType.UNSIGNED.decode(sum);
    }

    /** For what Redis does not count itself; here it is also found out what is wrong. */
    private long addBySwapping(String key, long delta, CounterType type) throws KeyValueException {
        long deadline = System.nanoTime() + pool.settings().callTimeout().toNanos();
        do {
            Sighting seen = see(key);
            byte[] sum = type.add(seen.value(), delta);
            if (swap(key, seen, sum)) {
                return type.decode(sum);
            }
        } while (deadline - System.nanoTime() > 0);
        throw KeyValueException.other("increment: expected a moment without changes by others within "
                + pool.settings().callTimeout().toMillis() + " ms, found none");
    }

    /** The version is the value. */
    @Override
    public Sighting see(String key) throws KeyValueException {
        byte[] value = get(key);
        return new Sighting(value, value == null ? "nothing" : value);
    }

    @Override
    public boolean swap(String key, Sighting seen, byte[] value) throws KeyValueException {
        byte[] old = seen.value();
        if (old == null) {
            CommandArguments ifAbsent = arguments(Command.SET, key).add(value).add(Keyword.NX);
            return once(connection -> connection.executeCommand(ifAbsent)) != null;
        }
        return (Long) once(connection -> Script.SWAP.on(connection, keys.named(key), old, value)) == 1;
    }

    @Override
    public List<byte @Nullable []> getMany(List<String> wanted) throws KeyValueException {
        if (wanted.isEmpty()) {
            return List.of();
        }
        // MGET gives strings of bytes, and nothing for what is none.
        @SuppressWarnings("unchecked")
        List<byte @Nullable []> values = (List<byte @Nullable []>) repeatable(arguments(Command.MGET, wanted));
        return values;
    }

    @Override
    public void setMany(List<Entry> entries) throws KeyValueException {
        if (!entries.isEmpty()) {
            CommandArguments arguments = new CommandArguments(Command.MSET);
            entries.forEach(entry -> arguments.add(keys.named(entry.key())).add(entry.value()));
            repeatable(arguments);
        }
    }

    @Override
    public void deleteMany(List<String> unwanted) throws KeyValueException {
        if (!unwanted.isEmpty()) {
            repeatable(arguments(Command.DEL, unwanted));
        }
    }

    private CommandArguments arguments(Command command, String key) {
        return new CommandArguments(command).add(keys.named(key));
    }

    private CommandArguments arguments(Command command, List<String> all) {
        CommandArguments arguments = new CommandArguments(command);
        all.forEach(key -> arguments.add(keys.named(key)));
        return arguments;
    }

    private @Nullable Object repeatable(CommandArguments arguments) throws KeyValueException {
        try {
            return pool.repeatable(connection -> connection.executeCommand(arguments));
        } catch (RedisException failure) {
            throw error(failure);
        }
    }

    private <T> @Nullable T once(RedisPool.Command<T> command) throws KeyValueException {
        try {
            return pool.once(command);
        } catch (RedisException failure) {
            throw error(failure);
        }
    }

    static KeyValueException error(RedisException failure) {
        String text = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case LATE -> KeyValueException.timeout(text, failure);
            case UNREACHABLE -> KeyValueException.unavailable(text, failure);
            case DENIED -> KeyValueException.accessDenied();
            case FULL -> KeyValueException.quotaExceeded(text, failure);
            case OTHER -> KeyValueException.other(text, failure);
        };
    }
}
