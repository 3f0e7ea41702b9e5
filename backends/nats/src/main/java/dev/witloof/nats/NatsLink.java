package dev.witloof.nats;

import dev.witloof.nats.NatsFailure.Kind;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.Options.HostnameResolveMode;
import io.nats.client.api.ServerInfo;
import io.nats.client.impl.Headers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A connection, with its threads, for any number of backends and threads. A request has an answer or a failure within the time
 * that calls have; while there is no connection nothing is kept to be sent later.
 */
final class NatsLink implements AutoCloseable {

    private static final String NAME = "witloof-nats";
    private static final String FORBIDDEN = "permissions violation for subscription to \"";
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);
    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(10);

    /** How many requests of one call may be without an answer. */
    private static final int MOST_PENDING = 64;

    private final NatsSettings settings;
    private final LinkEvents events;
    private final Connection connection;

    private NatsLink(NatsSettings settings, LinkEvents events, Connection connection) {
        this.settings = settings;
        this.events = events;
        this.connection = connection;
    }

    /**
     * An answer that may come.
     *
     * @param answer the answer
     * @param deadline until when
     */
    record Pending(CompletableFuture<Message> answer, long deadline) {}

    static NatsLink open(NatsSettings settings) throws NatsFailure {
        LinkEvents events = new LinkEvents(settings);
        try {
            return new NatsLink(settings, events, Nats.connect(options(settings, events)));
        } catch (IOException | IllegalStateException | IllegalArgumentException failure) {
            throw NatsFailure.unreachable(settings, failure);
        } catch (InterruptedException interrupt) {
            throw NatsFailure.interrupted(settings, interrupt);
        }
    }

    private static Options options(NatsSettings settings, LinkEvents events) {
        String scheme = settings.tls() == null ? "nats://" : "tls://";
        Options.Builder options = Options.builder()
                .servers(settings.servers().stream().map(scheme::concat).toArray(String[]::new))
                .connectionName(NAME)
                .connectionTimeout(settings.connectTimeout())
                .maxReconnects(-1)
                // Not reconnectWait: the library does not get over a jitter of nothing, and its own is longer than we
                // wait.
                .reconnectDelayHandler(round -> BETWEEN_ATTEMPTS)
                .reconnectBufferSize(0)
                .writeQueuePushTimeout(settings.callTimeout())
                .pingInterval(BETWEEN_PINGS)
                .reportNoResponders()
                .errorListener(events)
                .connectionListener(events);
        // By the other ways a host is an address before its certificate is looked at.
        options.hostnameResolveMode(HostnameResolveMode.HappyEyeballs);
        if (settings.tls() != null) {
            options.sslContext(CheckedTls.of(settings.tls()));
        }
        if (settings.user() != null || settings.password() != null) {
            options.userInfo(characters(settings.user()), characters(settings.password()));
        } else if (settings.token() != null) {
            options.token(settings.token().toCharArray());
        } else if (settings.credentials() != null) {
            options.authHandler(SignedIdentity.of(settings.credentials()));
        }
        return options.build();
    }

    private static char[] characters(@Nullable String text) {
        return text == null ? new char[0] : text.toCharArray();
    }

    NatsSettings settings() {
        return settings;
    }

    /** For what this class does not do itself; it is not to be closed. */
    Connection connection() {
        return connection;
    }

    /** Which server it is, at this time: another object, as soon as there is another connection. */
    ServerInfo server() throws NatsFailure {
        awaitConnection();
        return connection.getServerInfo();
    }

    /** How many bytes a message may have, with its headers. */
    long mostBytes() {
        return connection.getMaxPayload();
    }

    /** Waits until there is a connection, as long as one is being made. */
    void awaitConnection() throws NatsFailure {
        events.awaitConnection(connection, deadline(settings.callTimeout()));
    }

    private static long deadline(Duration timeout) {
        return System.nanoTime() + timeout.toNanos();
    }

    /** Sends a request, and waits for its answer. */
    Message request(String subject, @Nullable Headers headers, byte @Nullable [] body) throws NatsFailure {
        return await(send(subject, headers, body));
    }

    /** Sends a request whose answer is {@link #await waited for} later, or {@linkplain #forget forgotten}. */
    Pending send(String subject, @Nullable Headers headers, byte @Nullable [] body) throws NatsFailure {
        return send(subject, headers, body, settings.callTimeout());
    }

    /** The same, with another time for the answer. */
    Pending send(String subject, @Nullable Headers headers, byte @Nullable [] body, Duration timeout)
            throws NatsFailure {
        long deadline = deadline(timeout);
        awaitConnection();
        checkSize(headers, body);
        int told = events.told();
        CompletableFuture<Message> answer =
                sending(() -> connection.requestWithTimeout(subject, headers, body, timeout));
        events.await(answer, subject, told);
        return new Pending(answer, deadline);
    }

    /** Sends a message that nobody answers. */
    void publish(String subject, @Nullable String replyTo, @Nullable Headers headers, byte @Nullable [] body)
            throws NatsFailure {
        awaitConnection();
        checkSize(headers, body);
        sending(() -> {
            connection.publish(subject, replyTo, headers, body);
            return subject;
        });
    }

    private interface Sending<T> {
        T send();
    }

    private <T> T sending(Sending<T> sending) throws NatsFailure {
        try {
            return sending.send();
        } catch (IllegalStateException lost) {
            throw NatsFailure.disconnected(settings);
        } catch (IllegalArgumentException impossible) {
            throw NatsFailure.thrown(settings, impossible);
        }
    }

    private void checkSize(@Nullable Headers headers, byte @Nullable [] body) throws NatsFailure {
        long size = (body == null ? 0 : body.length)
                + (headers == null || headers.isEmpty() ? 0 : headers.serializedLength());
        if (size > mostBytes()) {
            throw NatsFailure.of(
                    Kind.IMPOSSIBLE, settings, "expected at most " + mostBytes() + " bytes, found " + size);
        }
    }

    /** Waits for an answer. */
    Message await(Pending pending) throws NatsFailure {
        try {
            return pending.answer().get(Math.max(pending.deadline() - System.nanoTime(), 0), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | CancellationException late) {
            throw NatsFailure.late(settings);
        } catch (ExecutionException failure) {
            throw NatsFailure.thrown(settings, failure);
        } catch (InterruptedException interrupt) {
            throw NatsFailure.interrupted(settings, interrupt);
        } finally {
            events.forget(pending.answer());
        }
    }

    /** An answer is not waited for any more. */
    void forget(Pending pending) {
        events.forget(pending.answer());
    }

    /** Whoever waits for an answer finds that there is no connection. */
    void giveUp(Pending pending) {
        pending.answer().completeExceptionally(NatsFailure.disconnected(settings));
    }

    /** Refuses what the server refused: it says so before it answers {@link #check}. */
    void requireSubscribed(String pattern) throws NatsFailure {
        String last = connection.getLastError();
        if (last != null
                && last.toLowerCase(Locale.ROOT).startsWith(FORBIDDEN + pattern.toLowerCase(Locale.ROOT) + "\"")) {
            throw NatsFailure.of(Kind.DENIED, settings, "expected permission to subscribe, found none");
        }
    }

    /** One of many requests. */
    interface Request {
        Pending send(int index) throws NatsFailure;
    }

    /** Takes the answers of many requests, in their order. */
    interface Answer {
        void take(int index, Message answer) throws NatsFailure;
    }

    /** Sends many requests, some of them before the answers of others have come. */
    void all(int count, Request request, Answer answer) throws NatsFailure {
        Deque<Pending> pending = new ArrayDeque<>();
        try {
            int sent = 0;
            for (int taken = 0; taken < count; ) {
                if (sent < count && pending.size() < MOST_PENDING) {
                    pending.add(request.send(sent++));
                } else {
                    answer.take(taken++, await(pending.remove()));
                }
            }
        } finally {
            pending.forEach(this::forget);
        }
    }

    /** Asks the server whether it is there. */
    void check() throws NatsFailure {
        awaitConnection();
        try {
            connection.flush(settings.callTimeout());
        } catch (TimeoutException late) {
            throw NatsFailure.late(settings);
        } catch (InterruptedException interrupt) {
            throw NatsFailure.interrupted(settings, interrupt);
        } catch (IllegalStateException lost) {
            throw NatsFailure.disconnected(settings);
        }
    }

    @Override
    public void close() throws InterruptedException {
        events.closing();
        connection.close();
    }
}
