package dev.witloof.wasi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.TrapException;
import dev.witloof.host.ResultException;
import dev.witloof.value.Result;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.http.Types.ErrorCodeException;
import dev.witloof.wasi.http.Types.Fields;
import dev.witloof.wasi.http.Types.FutureIncomingResponse;
import dev.witloof.wasi.http.Types.FutureTrailers;
import dev.witloof.wasi.http.Types.IncomingBody;
import dev.witloof.wasi.http.Types.IncomingResponse;
import dev.witloof.wasi.http.Types.OutgoingBody;
import dev.witloof.wasi.http.Types.OutgoingRequest;
import dev.witloof.wasi.http.Types.RequestOptions;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.io.Polling;
import dev.witloof.wasi.io.Signal;
import dev.witloof.wasi.io.Streams;
import dev.witloof.wasi.io.Streams.StreamErrorException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What comes back for the requests that a guest sends, and how they end. */
class AnsweredTest extends Exchanging {

    @Test
    void aResponseIsHadOnce() throws Exception {
        FutureIncomingResponse future = send(request());
        Poll.Pollable responded = future.subscribe();
        assertThat(responded.ready()).isFalse();
        assertThat(future.get()).isEmpty();
        CompletableFuture.runAsync(() -> exchange().respond(404, "A", "1", "connection", "close"));
        responded.block();
        IncomingResponse response = response(future);
        assertThat(future.get()).contains(Result.err(null));
        assertThat(responded.ready()).isTrue();
        future.close();
        assertThat(exchange().closed).isFalse();
        assertThat(response.status()).isEqualTo(404);
        Fields headers = response.headers();
        assertThat(FieldsTest.lines(headers)).containsExactly("A=1");
        assertThatThrownBy(response::close)
                .isInstanceOf(TrapException.class)
                .hasMessage("incoming-response: expected its children to be dropped before it, found 1");
        headers.close();
        response.close();
        assertThat(exchange().closed).isTrue();
    }

    @Test
    void aFailureIsHadOnce() throws Exception {
        FutureIncomingResponse future = send(request());
        exchange().fail(new ConnectException());
        assertThat(failure(future)).isEqualTo(new ErrorCode.ConnectionRefused());
        assertThat(future.get()).contains(Result.err(null));
        assertThat(exchange().closed).isTrue();
        future.close();
    }

    @Test
    void whatNobodyWaitsForIsCancelled() throws Exception {
        OutgoingRequest request = request();
        OutgoingBody body = request.body();
        FutureIncomingResponse future = send(request);
        future.close();
        assertThat(exchange().closed).isTrue();
        body.close();
        assertThat(exchange().requestEnd).isEqualTo("cut");
    }

    @Test
    void aBodyIsReadToItsTrailers() throws Exception {
        FutureIncomingResponse future = send(request());
        exchange().respond(200);
        IncomingResponse response = response(future);
        IncomingBody body = response.consume();
        assertThatThrownBy(response::consume).isInstanceOf(ResultException.class);
        response.close();
        Streams.InputStream stream = body.stream();
        assertThatThrownBy(body::stream).isInstanceOf(ResultException.class);
        assertThat(stream.read(10)).isEmpty();
        CompletableFuture.runAsync(() -> exchange().send("hello"));
        assertThat(stream.blockingRead(10)).isEqualTo(bytes("hello"));
        exchange().end("X-Sum", "7", "Host", "x");
        assertThat(catchThrowableOfType(StreamErrorException.class, () -> stream.blockingRead(10))
                        .error())
                .isEqualTo(new Streams.StreamError.Closed());
        assertThatThrownBy(() -> types.incomingBodyFinish(body))
                .isInstanceOf(TrapException.class)
                .hasMessage("incoming-body: expected its children to be dropped before it, found 1");
        stream.close();
        FutureTrailers trailers = types.incomingBodyFinish(body);
        assertThat(trailers.subscribe().ready()).isTrue();
        Fields fields = ((Result.Ok<Optional<Fields>, ErrorCode>) outcome(trailers))
                .value()
                .orElseThrow();
        assertThat(FieldsTest.lines(fields)).containsExactly("X-Sum=7");
        assertThat(trailers.get()).contains(Result.err(null));
        assertThatThrownBy(trailers::close)
                .isInstanceOf(TrapException.class)
                .hasMessage("future-trailers: expected its children to be dropped before it, found 1");
        fields.close();
        trailers.close();
        assertThat(exchange().bodyClosed).isTrue();
        assertThat(exchange().closed).isTrue();
    }

    @Test
    void whatIsNotReadIsThrownAwayForTheTrailers() throws Exception {
        FutureIncomingResponse future = send(request());
        exchange().respond(200);
        FutureTrailers trailers = types.incomingBodyFinish(response(future).consume());
        exchange().send("one");
        Poll.Pollable arrived = trailers.subscribe();
        assertThat(arrived.ready()).isFalse();
        assertThat(trailers.get()).isEmpty();
        CompletableFuture.runAsync(() -> {
            exchange().send("two");
            exchange().end();
        });
        arrived.block();
        assertThat(outcome(trailers)).isEqualTo(Result.ok(Optional.empty()));
    }

    @Test
    void aBodyThatBreaksOffTellsTheStreamAndTheTrailers() throws Exception {
        FutureIncomingResponse future = send(request());
        exchange().respond(200);
        IncomingBody body = response(future).consume();
        Streams.InputStream stream = body.stream();
        exchange().send("half");
        exchange().fail(new HttpFailureException(new ErrorCode.HttpResponseIncomplete()));
        assertThat(stream.blockingRead(10)).isEqualTo(bytes("half"));
        StreamErrorException failed = catchThrowableOfType(StreamErrorException.class, () -> stream.blockingRead(10));
        assertThat(types.httpErrorCode(((Streams.StreamError.LastOperationFailed) failed.error()).value()))
                .contains(new ErrorCode.HttpResponseIncomplete());
        stream.close();
        FutureTrailers trailers = types.incomingBodyFinish(body);
        assertThat(outcome(trailers)).isEqualTo(Result.err(new ErrorCode.HttpResponseIncomplete()));
    }

    @Test
    void soManyRequestsAreUnderWayAndNoMore() throws Exception {
        FutureIncomingResponse first = send(request());
        FutureIncomingResponse second = send(request());
        assertThat(refused(request())).isEqualTo(new ErrorCode.ConnectionLimitReached());
        first.close();
        FutureIncomingResponse third = send(request());
        exchange().respond(200);
        IncomingBody body = response(third).consume();
        assertThat(refused(request())).isEqualTo(new ErrorCode.ConnectionLimitReached());
        body.close();
        send(request());
        assertThat(Objects.requireNonNull(second).get()).isEmpty();
    }

    @Test
    void timeOutsArePassedOn() throws Exception {
        RequestOptions options = types.newRequestOptions();
        assertThat(options.connectTimeout()).isEmpty();
        options.setConnectTimeout(Optional.of(1_000_000L));
        options.setFirstByteTimeout(Optional.of(-1L));
        options.setBetweenBytesTimeout(Optional.of(0L));
        assertThat(options.connectTimeout()).contains(1_000_000L);
        assertThat(options.firstByteTimeout()).contains(-1L);
        assertThat(options.betweenBytesTimeout()).contains(0L);
        handler.handle(request(), Optional.of(options));
        assertThat(exchange().timeouts.connect()).contains(Duration.ofMillis(1));
        assertThat(exchange().timeouts.firstByte()).contains(Duration.ofNanos(Long.MAX_VALUE));
        assertThat(exchange().timeouts.betweenBytes()).contains(Duration.ZERO);
    }

    @Test
    void aTransportCanRefuse() throws Exception {
        OutgoingHandler denying = new OutgoingRequests(
                (request, timeouts) -> {
                    throw new HttpFailureException(new ErrorCode.HttpRequestDenied());
                },
                1,
                bytes,
                ended);
        for (int i = 0; i < 3; i++) {
            OutgoingRequest request = request();
            assertThat(catchThrowableOfType(ErrorCodeException.class, () -> denying.handle(request, Optional.empty()))
                            .error())
                    .isEqualTo(new ErrorCode.HttpRequestDenied());
        }
    }

    @Test
    void theEndOfTheDeploymentEndsWaiting() throws Exception {
        FutureIncomingResponse future = send(request());
        Poll.Pollable responded = future.subscribe();
        CompletableFuture.runAsync(ended::close);
        assertThatThrownBy(() -> new Polling(new Signal()).poll(List.of(responded)))
                .isInstanceOf(TrapException.class)
                .hasMessage("what is waited for was closed");
    }

    @Test
    void anInstanceThatEndsMindsNoOrder() throws Exception {
        OutgoingRequest sent = request();
        SentBody body = (SentBody) sent.body();
        body.write();
        FutureIncomingResponse future = send(sent);
        exchange().respond(200);
        ReceivedResponse response = (ReceivedResponse) response(future);
        response.headers();
        ReceivedBody received = (ReceivedBody) response.consume();
        received.stream();
        response.abandon();
        received.abandon();
        body.abandon();
        assertThat(exchange().closed).isTrue();
        assertThat(exchange().requestEnd).isEqualTo("cut");
        SentRequest unsent = (SentRequest) request();
        unsent.headers();
        unsent.abandon();
    }

    @Test
    void aFunctionCanAnswer() throws Exception {
        OutgoingHandler answering = new OutgoingRequests(
                HttpTransport.answering((request, content) -> {
                    if (request.pathWithQuery().orElse("").equals("/down")) {
                        throw new ConnectException();
                    }
                    return HttpAnswer.of(201, request + " " + new String(content, StandardCharsets.UTF_8));
                }),
                2,
                bytes,
                ended);
        OutgoingRequest request = request();
        OutgoingBody body = request.body();
        FutureIncomingResponse future = answering.handle(request, Optional.empty());
        assertThat(future.get()).isEmpty();
        try (Streams.OutputStream stream = body.write()) {
            stream.blockingWriteAndFlush(bytes("hi"));
        }
        types.outgoingBodyFinish(body, Optional.empty());
        future.subscribe().block();
        IncomingResponse response = response(future);
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.consume().stream().blockingRead(100)).isEqualTo(bytes("GET https://example.org/ hi"));

        OutgoingRequest down = request();
        down.setPathWithQuery(Optional.of("/down"));
        assertThat(failure(answering.handle(down, Optional.empty()))).isEqualTo(new ErrorCode.ConnectionRefused());
    }

    @Test
    void aFunctionGetsNoEndlessBody() throws Exception {
        OutgoingHandler answering = new OutgoingRequests(
                HttpTransport.answering((request, content) -> HttpAnswer.of(200, "")), 2, bytes, ended);
        OutgoingRequest request = request();
        OutgoingBody body = request.body();
        answering.handle(request, Optional.empty());
        Streams.OutputStream stream = body.write();
        for (int i = 0; i < 256; i++) {
            stream.blockingWriteAndFlush(new byte[4096]);
        }
        StreamErrorException tooLong =
                catchThrowableOfType(StreamErrorException.class, () -> stream.blockingWriteAndFlush(bytes("1")));
        assertThat(types.httpErrorCode(((Streams.StreamError.LastOperationFailed) tooLong.error()).value()))
                .contains(new ErrorCode.HttpRequestBodySize(Optional.of(1_048_577L)));
    }
}
