package dev.witloof.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** A script that the server carries out while nobody else changes anything. */
final class Script {

    /**
     * Adds to a number without a sign as {@code INCRBY} does, which itself would count from a negative one on. Gives the sum
     * in digits, because Lua's own numbers are not exact; or nothing if that has to be done in another way: what is there is no
     * such number in its usual form, or it is large.
     */
    static final Script ADD_UNSIGNED = new Script("""
            local old = redis.call('GET', KEYS[1]) or '0'
            if #old > 18 or not (old == '0' or old:find('^[1-9]%d*$')) then
              return false
            end
            redis.call('INCRBY', KEYS[1], ARGV[1])
            return redis.call('GET', KEYS[1])
            """);

    /** What may be added by it: the sum of this and of 18 digits is a number with a sign. */
    static final long MOST_ADDED = Long.MAX_VALUE / 2;

    /** Sets a value if the old one is there and equal. Gives 1 if it was. */
    static final Script SWAP = new Script("""
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then
              return 0
            end
            redis.call('SET', KEYS[1], ARGV[2])
            return 1
            """);

    private final byte[] text;
    private final byte[] digest;

    private Script(String text) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(this.text); // how Redis calls a script
            this.digest = HexFormat.of().formatHex(sha1).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every JDK has it
        }
    }

    /** Has it carried out for one key; the server is sent the text only if it does not know it yet. */
    Object on(Connection connection, byte[] key, byte[]... arguments) {
        try {
            return connection.executeCommand(arguments(Command.EVALSHA, digest, key, arguments));
        } catch (JedisNoScriptException unknown) {
            return connection.executeCommand(arguments(Command.EVAL, text, key, arguments));
        }
    }

    private static CommandArguments arguments(Command command, byte[] script, byte[] key, byte[][] arguments) {
        CommandArguments all = new CommandArguments(command).add(script).add(1).add(key);
        for (byte[] argument : arguments) {
            all.add(argument);
        }
        return all;
    }
}
