package dev.witloof.messaging.service;

import java.util.List;
import java.util.Optional;

/**
 * A message on its way. The bytes are handed over: neither side changes them afterwards.
 *
 * @param subject to what it is or was sent
 * @param body its bytes
 * @param replyTo the subject for a reply, if one is wanted
 * @param contentType what kind of bytes these are, if it is said
 * @param metadata names and values that go with it, in order; they are not interpreted
 */
public record Message(
        String subject, byte[] body, Optional<String> replyTo, Optional<String> contentType, List<Metadatum> metadata) {

    /**
     * A name and a value that go with a message.
     *
     * @param key the name
     * @param value the value
     */
    public record Metadatum(String key, String value) {}

    /** A copy of the metadata is taken, not of the bytes. */
    public Message {
        metadata = List.copyOf(metadata);
    }

    /** A message that is nothing but bytes to a subject. */
    public static Message of(String subject, byte[] body) {
        return new Message(subject, body, Optional.empty(), Optional.empty(), List.of());
    }

    /** The same message, with the subject for a reply. */
    public Message withReplyTo(String reply) {
        return new Message(subject, body, Optional.of(reply), contentType, metadata);
    }

    /** The same message to another subject. */
    public Message to(String other) {
        return new Message(other, body, replyTo, contentType, metadata);
    }

    /** Whether there is more to it than the two subjects and the bytes. */
    public boolean isDescribed() {
        return contentType.isPresent() || !metadata.isEmpty();
    }

    /** {@code message to orders.new, 12 bytes}: nothing of what it says, which may be secret. */
    @Override
    public String toString() {
        return "message to " + subject + ", " + body.length + (body.length == 1 ? " byte" : " bytes");
    }
}
