package dev.witloof.wasi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.TrapException;
import dev.witloof.host.ResultException;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.http.Types.ErrorCodeException;
import dev.witloof.wasi.http.Types.Fields;
import dev.witloof.wasi.http.Types.Method;
import dev.witloof.wasi.http.Types.OutgoingBody;
import dev.witloof.wasi.http.Types.OutgoingRequest;
import dev.witloof.wasi.http.Types.Scheme;
import dev.witloof.wasi.io.IoError;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.io.Streams;
import dev.witloof.wasi.io.Streams.StreamErrorException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Requests that a guest sends, and their bodies. */
class OutgoingTest extends Exchanging {

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
    void allThatIsKeptOfAnInstancesBodiesIsLimited() throws Exception {
        List<OutgoingRequest> requests = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            requests.add(request());
            Streams.OutputStream stream = requests.get(i).body().write();
            assertThat(stream.checkWrite()).isEqualTo(i < 16 ? 65_536 : 0);
            stream.write(new byte[i < 16 ? 65_536 : 0]);
        }
        requests.get(0).close();
        send(requests.get(1));
        OutgoingRequest next = request();
        assertThat(next.body().write().checkWrite()).isEqualTo(65_536);
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
        body.close();
        assertThat(exchange().requestEnd).isEqualTo("cut");

        OutgoingRequest before = request();
        before.body().close();
        send(before);
        assertThat(exchange().requestEnd).isEqualTo("cut");
    }

    @Test
    void aBodyThatEndsBeforeItsStreamIsBrokenOff() throws Exception {
        for (boolean finishing : new boolean[] {true, false}) {
            OutgoingRequest request = request();
            OutgoingBody body = request.body();
            send(request);
            body.write();
            assertThatThrownBy(() -> {
                        if (finishing) {
                            types.outgoingBodyFinish(body, Optional.empty());
                        } else {
                            body.close();
                        }
                    })
                    .isInstanceOf(TrapException.class)
                    .hasMessage("outgoing-body: expected its children to be dropped before it, found 1");
            assertThat(exchange().requestEnd).isEqualTo("cut");
        }
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
}
