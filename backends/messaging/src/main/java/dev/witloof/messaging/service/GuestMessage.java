package dev.witloof.messaging.service;

import dev.witloof.host.Tuple2;
import dev.witloof.messaging.service.Message.Metadatum;
import dev.witloof.messaging.v0_2_0_draft.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as guests of {@code wasi:messaging} have it: one that was received, or one that is being made. As with everything
 * of one instance, one thread at a time uses it.
 */
public final class GuestMessage implements Types.Message {

    /** How many names of metadata a message may have: a guest that sets more traps. */
    static final int MOST_METADATA = 1_000;

    private final @Nullable Message received;
    private @Nullable String contentType;
    private byte[] data;
    private List<Metadatum> metadata;

    /** A new message. */
    GuestMessage(byte[] data) {
        this.received = null;
        this.data = data;
        this.metadata = new ArrayList<>();
    }

    /** A message that was received, with its topic, and what is needed for replying to it. */
    public GuestMessage(Message received) {
        this.received = received;
        this.contentType = received.contentType().orElse(null);
        this.data = received.body();
        this.metadata = new ArrayList<>(received.metadata());
    }

    /** What a guest's message says, to a subject. */
    static Message message(String subject, Types.Message message) {
        return new Message(
                subject,
                message.data(),
                Optional.empty(),
                message.contentType(),
                message.metadata().orElse(List.of()).stream()
                        .map(each -> new Metadatum(each.v0(), each.v1()))
                        .toList());
    }

    /** Where replies to a received message go. */
    static String replySubject(Types.Message message) throws MessagingException {
        if (!(message instanceof GuestMessage guest) || guest.received == null) {
            throw MessagingException.other("reply: expected a message that was received, found one that was made");
        }
        return guest.received
                .replyTo()
                .orElseThrow(() -> MessagingException.other("reply: the message wants no reply"));
    }

    @Override
    public Optional<String> topic() {
        return Optional.ofNullable(received).map(Message::subject);
    }

    @Override
    public Optional<String> contentType() {
        return Optional.ofNullable(contentType);
    }

    @Override
    public void setContentType(String type) {
        contentType = type;
    }

    @Override
    public byte[] data() {
        return data;
    }

    @Override
    public void setData(byte[] bytes) {
        data = bytes;
    }

    /** None where there is none, also where a list of none was set. */
    @Override
    public Optional<List<Tuple2<String, String>>> metadata() {
        return metadata.isEmpty()
                ? Optional.empty()
                : Optional.of(metadata.stream()
                        .map(each -> new Tuple2<>(each.key(), each.value()))
                        .toList());
    }

    /** Sets the value of a name, in the place of the value that it had. */
    @Override
    public void addMetadata(String key, String value) {
        Metadatum added = new Metadatum(key, value);
        for (int i = 0; i < metadata.size(); i++) {
            if (metadata.get(i).key().equals(key)) {
                metadata.set(i, added);
                return;
            }
        }
        requireAtMost(metadata.size() + 1);
        metadata.add(added);
    }

    /** Replaces all; of a name that comes twice the last value counts. */
    @Override
    public void setMetadata(List<Tuple2<String, String>> meta) {
        requireAtMost(meta.size());
        metadata = new ArrayList<>();
        meta.forEach(each -> addMetadata(each.v0(), each.v1()));
    }

    @Override
    public void removeMetadata(String key) {
        metadata.removeIf(each -> each.key().equals(key));
    }

    private static void requireAtMost(int number) {
        if (number > MOST_METADATA) {
            throw new IllegalStateException(
                    "message: expected at most " + MOST_METADATA + " names of metadata, found " + number);
        }
    }

    /** Nothing of what it says. */
    @Override
    public String toString() {
        return "message";
    }
}
