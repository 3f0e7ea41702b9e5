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
import dev.witloof.wasi.http.Types.HeaderErrorException;
import dev.witloof.wasi.http.Types.IncomingBody;
import dev.witloof.wasi.http.Types.IncomingResponse;
import dev.witloof.wasi.http.Types.Method;
import dev.witloof.wasi.http.Types.OutgoingBody;
import dev.witloof.wasi.http.Types.OutgoingRequest;
import dev.witloof.wasi.http.Types.RequestOptions;
import dev.witloof.wasi.http.Types.Scheme;
import dev.witloof.wasi.io.IoError;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.io.Polling;
import dev.witloof.wasi.io.Signal;
import dev.witloof.wasi.io.Streams;
import dev.witloof.wasi.io.Streams.StreamErrorException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Requests that a guest sends, over a transport of which the test is the other side. */
class OutgoingTest {

    private final FieldBytes bytes = new FieldBytes(10_000);
    private final Types types = new HttpTypes(bytes);
    private final Signal ended = new Signal();
    private final List<FakeExchange> exchanges = new ArrayList<>();
    private final OutgoingHandler handler = new OutgoingRequests(
            (request, timeouts) -> {
                exchanges.add(new FakeExchange(request, timeouts));
                return exchanges.get(exchanges.size() - 1);
            },
            2,
            bytes,
            ended);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private OutgoingRequest request(String... namesAndValues) throws HeaderErrorException, ResultException {
        Fields fields = types.newFields();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.append(namesAndValues[i], bytes(namesAndValues[i + 1]));
        }
        OutgoingRequest request = types.newOutgoingRequest(fields);
        request.setAuthority(Optional.of("example.org"));
        return request;
    }

    private FutureIncomingResponse send(OutgoingRequest request) throws ErrorCodeException {
        return handler.handle(request, Optional.empty());
    }

    private FakeExchange exchange() {
        return exchanges.get(exchanges.size() - 1);
    }

    private ErrorCode refused(OutgoingRequest request) {
        return catchThrowableOfType(ErrorCodeException.class, () -> send(request))
                .error();
    }

    private static Result<IncomingResponse, ErrorCode> outcome(FutureIncomingResponse future) {
        return ((Result.Ok<Result<IncomingResponse, ErrorCode>, Void>)
                        future.get().orElseThrow())
                .value();
    }

    private static IncomingResponse response(FutureIncomingResponse future) {
        return ((Result.Ok<IncomingResponse, ErrorCode>) outcome(future)).value();
    }

    private static ErrorCode failure(FutureIncomingResponse future) {
        return ((Result.Err<IncomingResponse, ErrorCode>) outcome(future)).error();
    }

    private static Result<Optional<Fields>, ErrorCode> outcome(FutureTrailers future) {
        return ((Result.Ok<Result<Optional<Fields>, ErrorCode>, Void>)
                        future.get().orElseThrow())
                .value();
    }

    @Test
    void aRequestWithoutABodyIsWholeAtOnce() throws Exception {
        OutgoingRequest request = request("Accept", "text/plain");
        request.setScheme(Optional.of(new Scheme.Other("HTTP")));
        request.setPathWithQuery(Optional.of("?q=1"));
        send(request);
        assertThat(exchange().request).hasToString("GET http://example.org/?q=1");
        assertThat(exchange().request.fields()).isEqualTo(HttpFields.of("Accept", "text/plain"));
        assertThat(exchange().request.bodyLength()).hasValue(0);
        assertThat(exchange().requestEnd).isEqualTo("finished");
        assertThat(exchange().timeouts.connect()).isEmpty();
    }

    @Test
    void whatIsNotSaidHasItsDefault() throws Exception {
        OutgoingRequest request = request();
        request.setAuthority(Optional.of("example.org:"));
        send(request);
        assertThat(exchange().request).hasToString("GET https://example.org/");
        OutgoingRequest options = request();
        options.setMethod(new Method.Options());
        send(options);
        assertThat(exchange().request).hasToString("OPTIONS https://example.org*");
    }

    @Test
    void partsThatDoNotFitTogetherAreRefused() throws Exception {
        OutgoingRequest none = request();
        none.setAuthority(Optional.empty());
        assertThat(refused(none)).isEqualTo(new ErrorCode.HttpRequestUriInvalid());
        OutgoingRequest user = request();
        user.setAuthority(Optional.of("me@example.org"));
        assertThat(refused(user)).isEqualTo(new ErrorCode.HttpRequestUriInvalid());
        OutgoingRequest asterisk = request();
        asterisk.setPathWithQuery(Optional.of("*"));
        assertThat(refused(asterisk)).isEqualTo(new ErrorCode.HttpRequestUriInvalid());
        OutgoingRequest tunnel = request();
        tunnel.setMethod(new Method.Connect());
        assertThat(refused(tunnel)).isEqualTo(new ErrorCode.HttpRequestMethodInvalid());
        OutgoingRequest gopher = request();
        gopher.setScheme(Optional.of(new Scheme.Other("gopher")));
        assertThat(refused(gopher)).isEqualTo(new ErrorCode.HttpProtocolError());
        assertThat(refused(request("content-length", "x"))).isEqualTo(new ErrorCode.HttpProtocolError());
        assertThat(refused(request("content-length", "1", "content-length", "2")))
                .isEqualTo(new ErrorCode.HttpProtocolError());
        assertThat(refused(request("content-length", "1")))
                .isEqualTo(new ErrorCode.HttpRequestBodySize(Optional.of(0L)));
        assertThat(exchanges).isEmpty();
    }

    @Test
    void aRefusedRequestsBodyTakesNothing() throws Exception {
        OutgoingRequest request = request();
        request.setAuthority(Optional.empty());
        OutgoingBody body = request.body();
        Streams.OutputStream stream = body.write();
        assertThat(stream.checkWrite()).isEqualTo(65_536);
        refused(request);
        assertThat(catchThrowableOfType(StreamErrorException.class, () -> stream.write(bytes("x")))
                        .error())
                .isEqualTo(new Streams.StreamError.Closed());
        stream.close();
        assertThat(catchThrowableOfType(
                                ErrorCodeException.class, () -> types.outgoingBodyFinish(body, Optional.empty()))
                        .error())
                .isEqualTo(new ErrorCode.ConnectionTerminated());
    }

    @Test
    void headersAreToBeDroppedBeforeARequestIsSent() throws Exception {
        OutgoingRequest request = request();
        request.headers();
        assertThatThrownBy(() -> send(request))
                .isInstanceOf(TrapException.class)
                .hasMessage("outgoing-request: expected its children to be dropped before it, found 1");
    }

    @Test
    void aBodyFlowsBeforeAndAfterItsRequestIsSent() throws Exception {
        OutgoingRequest request = request();
        OutgoingBody body = request.body();
        assertThatThrownBy(request::body).isInstanceOf(ResultException.class);
        Streams.OutputStream stream = body.write();
        assertThatThrownBy(body::write).isInstanceOf(ResultException.class);
        stream.blockingWriteAndFlush(bytes("one "));
        assertThat(stream.checkWrite()).isEqualTo(65_532);
        send(request);
        assertThat(exchange().request.bodyLength()).isEmpty();
        assertThat(exchange().text()).isEqualTo("one ");
        exchange().room(0);
        assertThat(stream.checkWrite()).isZero();
        Poll.Pollable writable = stream.subscribe();
        assertThat(writable.ready()).isFalse();
        CompletableFuture.runAsync(() -> exchange().room(3));
        writable.block();
        stream.blockingWriteAndFlush(bytes("and two"));
        assertThatThrownBy(() -> types.outgoingBodyFinish(body, Optional.empty()))
                .isInstanceOf(TrapException.class)
                .hasMessage("outgoing-body: expected its children to be dropped before it, found 1");
        writable.close();
        stream.close();
        Fields trailers = types.newFields();
        trailers.append("X-Sum", bytes("7"));
        types.outgoingBodyFinish(body, Optional.of(trailers));
        assertThat(exchange().text()).isEqualTo("one and two");
        assertThat(exchange().requestEnd).isEqualTo("finished");
        assertThat(exchange().requestTrailers).isEqualTo(HttpFields.of("X-Sum", "7"));
        body.close();
        assertThat(exchange().requestEnd).isEqualTo("finished");
    }

    @Test
    void aBodyThatIsFinishedBeforeItsRequestIsSentHasALength() throws Exception {
        OutgoingRequest request = request();
        OutgoingBody body = request.body();
        try (Streams.OutputStream stream = body.write()) {
            stream.blockingWriteAndFlush(bytes("all"));
        }
        types.outgoingBodyFinish(body, Optional.empty());
        send(request);
        assertThat(exchange().request.bodyLength()).hasValue(3);
        assertThat(exchange().text()).isEqualTo("all");
        assertThat(exchange().requestEnd).isEqualTo("finished");
    }

    @Test
    void atMostSoMuchIsKeptBeforeARequestIsSent() throws Exception {
        OutgoingRequest request = request();
        Streams.OutputStream stream = request.body().write();
        while (stream.checkWrite() > 0) {
            stream.write(new byte[(int) Math.min(stream.checkWrite(), 10_000)]);
        }
        Poll.Pollable writable = stream.subscribe();
        assertThat(writable.ready()).isFalse();
        send(request);
        assertThat(exchange().sent.size()).isEqualTo(65_536);
        assertThat(writable.ready()).isTrue();
    }

    @Test
    void aBodyIsAsLongAsItsHeaderSays() throws Exception {
        OutgoingRequest request = request("Content-Length", "5");
        OutgoingBody body = request.body();
        send(request);
        assertThat(exchange().request.bodyLength()).hasValue(5);
        Streams.OutputStream stream = body.write();
        stream.blockingWriteAndFlush(bytes("1234"));
        stream.close();
        ErrorCodeException tooShort =
                catchThrowableOfType(ErrorCodeException.class, () -> types.outgoingBodyFinish(body, Optional.empty()));
        assertThat(tooShort.error()).isEqualTo(new ErrorCode.HttpRequestBodySize(Optional.of(4L)));
        assertThat(exchange().requestEnd).isEqualTo("cut");
    }

    @Test
    void moreThanTheHeaderSaysIsNotSent() throws Exception {
        OutgoingRequest request = request("Content-Length", "5");
        OutgoingBody body = request.body();
        send(request);
        Streams.OutputStream stream = body.write();
        stream.blockingWriteAndFlush(bytes("1234"));
        StreamErrorException tooLong =
                catchThrowableOfType(StreamErrorException.class, () -> stream.blockingWriteAndFlush(bytes("56")));
        assertThat(types.httpErrorCode(((Streams.StreamError.LastOperationFailed) tooLong.error()).value()))
                .contains(new ErrorCode.HttpRequestBodySize(Optional.of(6L)));
        assertThat(exchange().text()).isEqualTo("1234");
        assertThat(exchange().requestEnd).isEqualTo("cut");
        stream.close();
        assertThatThrownBy(() -> types.outgoingBodyFinish(body, Optional.empty()))
                .isInstanceOf(ErrorCodeException.class);
    }

    @Test
    void aBodyThatIsDroppedIsBrokenOff() throws Exception {
        OutgoingRequest request = request();
        OutgoingBody body = request.body();
        send(request);
        Streams.OutputStream stream = body.write();
        assertThatThrownBy(body::close)
                .isInstanceOf(TrapException.class)
                .hasMessage("outgoing-body: expected its children to be dropped before it, found 1");
        stream.close();
        body.close();
        assertThat(exchange().requestEnd).isEqualTo("cut");

        OutgoingRequest before = request();
        before.body().close();
        send(before);
        assertThat(exchange().requestEnd).isEqualTo("cut");
    }

    @Test
    void aConnectionThatFailsTellsTheStreamAndFinish() throws Exception {
        OutgoingRequest request = request();
        OutgoingBody body = request.body();
        send(request);
        Streams.OutputStream stream = body.write();
        exchange().failSending(new java.net.SocketException("reset"));
        StreamErrorException failed = catchThrowableOfType(StreamErrorException.class, stream::checkWrite);
        assertThat(types.httpErrorCode(((Streams.StreamError.LastOperationFailed) failed.error()).value()))
                .contains(new ErrorCode.ConnectionTerminated());
        stream.close();
        assertThat(catchThrowableOfType(
                                ErrorCodeException.class, () -> types.outgoingBodyFinish(body, Optional.empty()))
                        .error())
                .isEqualTo(new ErrorCode.ConnectionTerminated());
        assertThat(types.httpErrorCode(IoError.of("of a file"))).isEmpty();
        assertThat(types.httpErrorCode(IoError.of(new IOException("of a file"))))
                .isEmpty();
    }

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
