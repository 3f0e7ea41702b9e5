package dev.witloof.redis;

import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.Subjects;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * How subjects are called in Redis: the prefix, then the subject, in UTF-8, is the channel. Of the wildcards of a pattern both
 * become {@code *}, which in Redis stands for any characters, dots too; what comes of that and does not match is left out here.
 *
 * @param prefix how all channels begin
 */
record Channels(String prefix) {

    byte[] channel(String subject) {
        return (prefix + subject).getBytes(StandardCharsets.UTF_8);
    }

    /** The command that subscribes to a pattern, or to a subject. */
    CommandArguments subscribe(String pattern) {
        if (!Subjects.isPattern(pattern)) {
            return new CommandArguments(Command.SUBSCRIBE).add(channel(pattern));
        }
        StringBuilder glob = new StringBuilder(Glob.escaped(prefix));
        String dot = "";
        for (String token : pattern.split("\\.")) {
            glob.append(dot).append(token.equals("*") || token.equals(">") ? "*" : Glob.escaped(token));
            dot = ".";
        }
        return new CommandArguments(Command.PSUBSCRIBE).add(glob.toString());
    }

    /** A message of a channel; nothing if its subject is not one of the pattern. */
    @Nullable
    Message received(String pattern, byte[] channel, byte[] sent) {
        String name = new String(channel, StandardCharsets.UTF_8);
        if (!name.startsWith(prefix)) {
            return null;
        }
        String subject = name.substring(prefix.length());
        return Subjects.matches(pattern, subject) ? Envelope.message(subject, sent) : null;
    }
}
