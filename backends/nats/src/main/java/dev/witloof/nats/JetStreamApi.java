package dev.witloof.nats;

import dev.witloof.nats.NatsLink.Pending;
import io.nats.client.Message;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import io.nats.client.support.JsonParseException;
import io.nats.client.support.JsonParser;
import io.nats.client.support.JsonValue;
import io.nats.client.support.JsonValueUtils;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one stream of JetStream. They are the library's own, made here so that many can be on their way at once, and a
 * stream that is not there is told from one that does not answer.
 */
final class JetStreamApi {

    static final String EXPECTED_SEQUENCE = "Nats-Expected-Last-Subject-Sequence";

    private static final String API = "$JS.API.";
    private static final int NOT_FOUND = 404;

    private final NatsLink link;
    private final String stream;

    JetStreamApi(NatsLink link, String stream) {
        this.link = link;
        this.stream = stream;
    }

    /**
     * The last message of a subject.
     *
     * @param sequence its number in the stream
     * @param headers its headers
     * @param body its bytes
     */
    record Stored(long sequence, Headers headers, byte[] body) {}

    NatsLink link() {
        return link;
    }

    String stream() {
        return stream;
    }

    /** Asks for the last message of a subject; not direct, it comes from the stream's leader, and so is surely the last. */
    Pending askLast(String subject, boolean direct) throws NatsFailure {
        return direct
                ? link.send(API + "DIRECT.GET." + stream + "." + subject, null, null)
                : link.send(API + "STREAM.MSG.GET." + stream, null, json("{\"last_by_subj\":\"" + subject + "\"}"));
    }

    /** The message that was asked for; {@code null} if there is none. */
    @Nullable
    Stored last(Message answer, boolean direct) throws NatsFailure {
        if (direct) {
            return direct(answer);
        }
        try {
            requireSuccess(answer);
        } catch (NatsFailure failure) {
            if (failure.is(NatsFailure.MESSAGE_NOT_FOUND)) {
                return null;
            }
            throw failure;
        }
        MessageInfo message = new MessageInfo(answer, stream, false);
        return new Stored(message.getSeq(), headers(message.getHeaders()), bytes(message.getData()));
    }

    /** Asks for the first message of a subject. */
    Pending askFirst(String subject) throws NatsFailure {
        return link.send(
                API + "STREAM.MSG.GET." + stream, null, json("{\"seq\":1,\"next_by_subj\":\"" + subject + "\"}"));
    }

    private @Nullable Stored direct(Message answer) throws NatsFailure {
        if (answer.isStatusMessage()) {
            int code = answer.getStatus().getCode();
            if (code == NOT_FOUND) {
                return null;
            }
            throw NatsFailure.refused(link.settings(), code);
        }
        Headers headers = headers(answer.getHeaders());
        try {
            return new Stored(Long.parseLong(headers.getLast("Nats-Sequence")), headers, bytes(answer.getData()));
        } catch (NumberFormatException strange) {
            throw NatsFailure.refused(link.settings(), 0);
        }
    }

    private static Headers headers(@Nullable Headers headers) {
        return headers == null ? new Headers() : headers;
    }

    private static byte[] bytes(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }

    /** Waits for the number of a message that was sent to the stream. */
    long stored(Pending pending) throws NatsFailure {
        return stored(link.await(pending));
    }

    /** The number of a message that was sent to the stream. */
    long stored(Message answer) throws NatsFailure {
        return JsonValueUtils.readLong(requireSuccess(answer), "seq", 0);
    }

    /** What the server answered, unless it is an error. */
    JsonValue requireSuccess(Message answer) throws NatsFailure {
        JsonValue json;
        try {
            json = JsonParser.parse(answer.getData());
        } catch (JsonParseException strange) {
            throw NatsFailure.refused(link.settings(), 0);
        }
        JsonValue error = JsonValueUtils.readValue(json, "error");
        if (error != null) {
            int number = JsonValueUtils.readInteger(error, "err_code", 0);
            throw NatsFailure.refused(
                    link.settings(), number > 0 ? number : JsonValueUtils.readInteger(error, "code", 0));
        }
        return json;
    }

    /** Asks that the messages of a subject be removed, up to one that is kept. */
    void removeBefore(String subject, long sequence) throws NatsFailure {
        link.publish(
                API + "STREAM.PURGE." + stream,
                null,
                null,
                json("{\"filter\":\"" + subject + "\",\"seq\":" + sequence + "}"));
    }

    /** Removes all messages of a subject. */
    void remove(String subject) throws NatsFailure {
        requireSuccess(link.request(API + "STREAM.PURGE." + stream, null, json("{\"filter\":\"" + subject + "\"}")));
    }

    /** Asks that a reader be removed; by itself it goes after some seconds. */
    void removeConsumer(String consumer) throws NatsFailure {
        link.publish(API + "CONSUMER.DELETE." + stream + "." + consumer, null, null, null);
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
