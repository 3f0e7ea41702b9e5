package dev.witloof.nats;

import io.nats.client.AuthenticationException;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamStatusException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;

/**
 * What went wrong with the server, told without what the server or the client library said: that may quote keys and
 * credentials. Of a server's error its number is kept.
 */
final class NatsFailure extends Exception {

    /** What callers tell apart. */
    enum Kind {
        /** There is no connection, or it went away. */
        CONNECTION,
        /** There was no answer in time. */
        TIMEOUT,
        /** Nobody is there to answer. */
        NO_RESPONDERS,
        /** This user may not do it. */
        DENIED,
        /** The server answered with an error. */
        REFUSED,
        /** It is no request that can be made. */
        IMPOSSIBLE,
        /** The thread was interrupted, and still is. */
        INTERRUPTED
    }

    /** JetStream's number for an expectation that did not hold. */
    static final int WRONG_LAST_SEQUENCE = 10071;

    /** The same in a cluster, while the answer is being found out. */
    static final int SEQUENCE_UNKNOWN = 10164;

    static final int MESSAGE_NOT_FOUND = 10037;
    static final int STREAM_NOT_FOUND = 10059;
    static final int STREAM_NAME_IN_USE = 10058;

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final int number;

    private NatsFailure(Kind kind, int number, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.number = number;
    }

    static NatsFailure of(Kind kind, NatsSettings settings, String expectedAndFound) {
        return new NatsFailure(kind, 0, settings + ": " + expectedAndFound, null);
    }

    private static NatsFailure of(Kind kind, NatsSettings settings, String expectedAndFound, Throwable cause) {
        return new NatsFailure(kind, 0, settings + ": " + expectedAndFound, cause);
    }

    static NatsFailure unreachable(NatsSettings settings, Throwable cause) {
        return cause instanceof AuthenticationException
                ? of(Kind.DENIED, settings, "expected to be let in, found the credentials refused", cause)
                : of(
                        Kind.CONNECTION,
                        settings,
                        "expected a connection within "
                                + settings.connectTimeout().toMillis() + " ms, found none",
                        cause);
    }

    static NatsFailure disconnected(NatsSettings settings) {
        return of(Kind.CONNECTION, settings, "expected a connection, found none");
    }

    static NatsFailure late(NatsSettings settings) {
        return of(
                Kind.TIMEOUT,
                settings,
                "expected an answer within " + settings.callTimeout().toMillis() + " ms, found none");
    }

    static NatsFailure interrupted(NatsSettings settings, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return of(Kind.INTERRUPTED, settings, "expected to wait for an answer, found an interrupt", cause);
    }

    static NatsFailure refused(NatsSettings settings, int number) {
        return new NatsFailure(
                Kind.REFUSED, number, settings + ": expected success, found JetStream's error " + number, null);
    }

    /** What the client library threw; how to say it depends on its class only. */
    static NatsFailure thrown(NatsSettings settings, Throwable thrown) {
        if (thrown instanceof ExecutionException && thrown.getCause() != null) {
            return thrown(settings, thrown.getCause());
        }
        if (thrown instanceof NatsFailure failure) {
            return new NatsFailure(failure.kind, failure.number, failure.getMessage(), failure);
        }
        if (thrown instanceof JetStreamStatusException) {
            return of(Kind.NO_RESPONDERS, settings, "expected an answer, found nobody to give one", thrown);
        }
        if (thrown instanceof JetStreamApiException refused) {
            int number = refused.getApiErrorCode() > 0 ? refused.getApiErrorCode() : refused.getErrorCode();
            return new NatsFailure(
                    Kind.REFUSED, number, settings + ": expected success, found JetStream's error " + number, thrown);
        }
        if (thrown instanceof InterruptedException interrupt) {
            return interrupted(settings, interrupt);
        }
        if (thrown instanceof IOException && thrown.getCause() instanceof InterruptedException interrupt) {
            return interrupted(settings, interrupt);
        }
        if (thrown instanceof IOException) {
            // Of a request of its own the library says no more than that nothing came.
            return late(settings);
        }
        if (thrown instanceof IllegalStateException) {
            return disconnected(settings);
        }
        if (thrown instanceof IllegalArgumentException) {
            return of(Kind.IMPOSSIBLE, settings, "expected a request that can be sent, found another", thrown);
        }
        return of(Kind.CONNECTION, settings, "expected an answer, found none", thrown);
    }

    Kind kind() {
        return kind;
    }

    boolean is(int jetStreamError) {
        return kind == Kind.REFUSED && number == jetStreamError;
    }

    /** Whether what was asked is not there, a stream or what should answer for it. */
    boolean isMissing() {
        return kind == Kind.NO_RESPONDERS || is(STREAM_NOT_FOUND);
    }

    /** Whether what was to be changed is not what it was expected to be. */
    boolean isChanged() {
        return is(WRONG_LAST_SEQUENCE) || is(SEQUENCE_UNKNOWN);
    }
}
