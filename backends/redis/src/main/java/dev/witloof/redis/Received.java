package dev.witloof.redis;

import java.util.Arrays;
import java.util.List;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.ResponseKeyword;
import redis.clients.jedis.exceptions.JedisException;

/**
 * What came to a subscriber.
 *
 * @param channel where it was published
 * @param sent what was published
 */
record Received(byte[] channel, byte[] sent) {

    /** Waits for the next. */
    static Received next(Connection connection) {
        List<?> parts = (List<?>) connection.getUnflushedObject();
        byte[] kind = (byte[]) parts.get(0);
        if (Arrays.equals(ResponseKeyword.MESSAGE.getRaw(), kind)) {
            return new Received((byte[]) parts.get(1), (byte[]) parts.get(2));
        }
        if (Arrays.equals(ResponseKeyword.PMESSAGE.getRaw(), kind)) {
            return new Received((byte[]) parts.get(2), (byte[]) parts.get(3));
        }
        throw new JedisException("neither a message nor one of a pattern");
    }
}
