package dev.witloof.nats;

import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamOptions;
import io.nats.client.Message;
import io.nats.client.api.StreamInfoOptions;
import io.nats.client.api.StreamState;
import io.nats.client.impl.Headers;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last message of each subject of a stream. Which subjects there are is asked in one request, so none that is there
 * throughout is missed. Their messages are then read in a row, and those that were replaced meanwhile one by one.
 *
 * @param <T> what is made of a message
 */
final class LastMessages<T> {

    /** A row that is as long as expected comes without a stop. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final JetStreamApi api;
    private final Reading<T> reading;
    private final Map<String, Long> unread = new HashMap<>();
    private final Map<String, T> found = new HashMap<>();
    private long last;

    private LastMessages(JetStreamApi api, Reading<T> reading) {
        this.api = api;
        this.reading = reading;
    }

    /**
     * What is made of a message.
     *
     * @param <T> what is made of it
     */
    interface Reading<T> {
        /** Nothing if the message says that nothing is there. */
        @Nullable
        T read(String subject, Headers headers, byte[] body);
    }

    /**
     * What is made of the last message of each subject.
     *
     * @param root how the subjects begin
     * @param headersOnly whether bodies may be left out
     */
    static <T> Map<String, T> under(JetStreamApi api, String root, boolean headersOnly, Reading<T> reading)
            throws NatsFailure {
        LastMessages<T> messages = new LastMessages<>(api, reading);
        messages.ask(root + ">");
        if (!messages.unread.isEmpty()) {
            StreamReading.until(api, root + ">", headersOnly, 1, PATIENCE, messages::take);
            messages.askRest();
        }
        return messages.found;
    }

    private void ask(String subjects) throws NatsFailure {
        NatsLink link = api.link();
        link.awaitConnection();
        try {
            StreamState state = link.connection()
                    .jetStreamManagement(JetStreamOptions.builder()
                            .requestTimeout(link.settings().callTimeout())
                            .build())
                    .getStreamInfo(api.stream(), StreamInfoOptions.filterSubjects(subjects))
                    .getStreamState();
            last = state.getLastSequence();
            unread.putAll(state.getSubjectMap());
        } catch (IOException | JetStreamApiException | IllegalStateException failure) {
            throw NatsFailure.thrown(link.settings(), failure);
        }
    }

    private boolean take(Message message) {
        note(message.getSubject(), headers(message.getHeaders()), message.getData());
        unread.computeIfPresent(message.getSubject(), (subject, count) -> count > 1 ? count - 1 : null);
        return !unread.isEmpty() && message.metaData().streamSequence() < last;
    }

    private static Headers headers(@Nullable Headers headers) {
        return headers == null ? new Headers() : headers;
    }

    private void note(String subject, Headers headers, byte[] body) {
        T read = reading.read(subject, headers, body);
        if (read == null) {
            found.remove(subject);
        } else {
            found.put(subject, read);
        }
    }

    private void askRest() throws NatsFailure {
        List<String> rest = List.copyOf(unread.keySet());
        api.link().all(rest.size(), i -> api.askLast(rest.get(i), false), (i, answer) -> {
            JetStreamApi.Stored stored = api.last(answer, false);
            if (stored == null) {
                found.remove(rest.get(i));
            } else {
                note(rest.get(i), stored.headers(), stored.body());
            }
        });
    }
}
