package dev.witloof.wasi.http;

import dev.witloof.value.Result;
import dev.witloof.wasi.http.Types.ErrorCode;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@code response-outparam}: the way of one response to the server. */
final class ResponseOut implements Types.ResponseOutparam {

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int LOWEST_FINAL = 200;
    private static final int BROKEN = 500;

    private final boolean head;
    private final HttpResponder responder;
    private boolean responded;
    private @Nullable SentBody body;
    private @Nullable Exception failure;

    ResponseOut(RequestHead request, HttpResponder responder) {
        this.head = request.method().equals("HEAD");
        this.responder = responder;
    }

    /** What {@code set} does with it. */
    void set(Result<Types.OutgoingResponse, ErrorCode> response) {
        if (response instanceof Result.Err<Types.OutgoingResponse, ErrorCode> error && error.error() != null) {
            fail(ErrorCodes.status(error.error()), new HttpFailureException(error.error()));
        } else if (response instanceof Result.Ok<Types.OutgoingResponse, ErrorCode> ok && ok.value() != null) {
            send(Foreign.require("outgoing-response", SentResponse.class, ok.value()));
        }
    }

    private void send(SentResponse response) {
        int status = response.statusCode();
        HttpFields fields = response.sentFields();
        long declared = ContentLength.of(fields.all());
        boolean empty = head || status == NO_CONTENT || status == NOT_MODIFIED;
        String wrong = wrong(status, declared, empty, response);
        if (wrong != null) {
            response.abandon();
            fail(BROKEN, new IllegalStateException("response: " + wrong));
            return;
        }
        body = response.sentBody().orElseGet(() -> SentBody.none(declared));
        if (empty) {
            body.leaveEmpty();
        }
        response.sent();
        send(status, fields, empty ? OptionalLong.of(0) : body.length(), body);
    }

    private static @Nullable String wrong(int status, long declared, boolean empty, SentResponse response) {
        if (status < LOWEST_FINAL) {
            return "expected a status of 200 or more, found " + status;
        }
        if (declared == ContentLength.INVALID) {
            return "expected one Content-Length, a number, found "
                    + response.sentFields().values("content-length");
        }
        return declared > 0 && !empty && response.sentBody().isEmpty()
                ? "expected a body of " + declared + " bytes, as Content-Length says, found none"
                : null;
    }

    /** The guest does not answer, or not as it should: the client gets to know. */
    void fail(int status, Exception why) {
        failure = failure == null ? why : failure;
        if (!responded) {
            SentBody none = SentBody.none(0);
            send(status, HttpFields.none(), OptionalLong.of(0), none);
        }
    }

    private void send(int status, HttpFields fields, OptionalLong length, SentBody from) {
        responded = true;
        ResponseHead response = ResponseHead.of(status, fields);
        try {
            from.handOver(responder.respond(length.isPresent() ? response.bodyLength(length.getAsLong()) : response));
        } catch (IOException e) {
            failure = failure == null ? HttpFailureException.of(e) : failure;
            from.refuse();
        }
    }

    /**
     * The guest returned, or failed: nothing more comes.
     *
     * @param why what it failed by
     * @return what went wrong; {@code null} if nothing did
     */
    @Nullable
    Exception end(@Nullable Exception why, int status) {
        if (why != null) {
            fail(status, why);
        } else if (!responded) {
            fail(BROKEN, new IllegalStateException("response: expected one by the end of the call, found none"));
        }
        if (body != null) {
            body.breakOff();
            if (!body.isWhole() && failure == null) {
                failure = body.failure()
                        .<Exception>map(HttpFailureException::of)
                        .orElseGet(
                                () -> new IllegalStateException(
                                        "response: expected its body to be finished by the end of the call, found it broken off"));
            }
        }
        return failure;
    }
}
