package dev.witloof.wasi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.host.ResultException;
import dev.witloof.value.Result;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.http.Types.ErrorCodeException;
import dev.witloof.wasi.http.Types.Fields;
import dev.witloof.wasi.http.Types.OutgoingBody;
import dev.witloof.wasi.http.Types.OutgoingResponse;
import dev.witloof.wasi.io.Streams;
import java.net.SocketException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that a guest gives, and what a client gets where it gives none. */
class ResponseTest {

    private final Types types = new HttpTypes(new HeldBytes(10_000));
    private final Received received = new Received();
    private ResponseOut out = out("GET");

    private ResponseOut out(String method) {
        return new ResponseOut(RequestHead.builder(method).build(), received);
    }

    private OutgoingResponse response(int status, String... namesAndValues) throws Exception {
        Fields fields = types.newFields();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.append(namesAndValues[i], namesAndValues[i + 1].getBytes());
        }
        OutgoingResponse response = types.newOutgoingResponse(fields);
        assertThat(response.statusCode()).isEqualTo(200);
        response.setStatusCode(status);
        assertThat(response.statusCode()).isEqualTo(status);
        return response;
    }

    private void set(OutgoingResponse response) {
        types.responseOutparamSet(out, Result.ok(response));
    }

    private void write(OutgoingBody body, String text) throws Exception {
        try (Streams.OutputStream stream = body.write()) {
            stream.blockingWriteAndFlush(text.getBytes());
        }
    }

    private @Nullable String ended() {
        Exception failure = out.end(null, 500);
        return failure == null ? null : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    @Test
    void aResponseGoesOutAsItIsGiven() throws Exception {
        OutgoingResponse response = response(418, "A", "1");
        OutgoingBody body = response.body();
        assertThatThrownBy(response::body).isInstanceOf(ResultException.class);
        set(response);
        assertThat(received).hasToString("418 \"\" ");
        assertThat(received.head.fields()).isEqualTo(HttpFields.of("A", "1"));
        assertThat(received.head.bodyLength()).isEmpty();
        write(body, "short and stout");
        assertThat(received).hasToString("418 \"short and stout\" ");
        assertThat(received.flushedAt).containsExactly(15);
        Fields trailers = types.newFields();
        trailers.append("X-Sum", "7".getBytes());
        types.outgoingBodyFinish(body, Optional.of(trailers));
        assertThat(received).hasToString("418 \"short and stout\" finished");
        assertThat(received.trailers).isEqualTo(HttpFields.of("X-Sum", "7"));
        assertThat(ended()).isNull();
    }

    @Test
    void aResponseWithoutABodyHasNone() throws Exception {
        set(response(200));
        assertThat(received).hasToString("200 \"\" finished");
        assertThat(received.head.bodyLength()).hasValue(0);
        assertThat(ended()).isNull();
    }

    @Test
    void aBodyThatIsFinishedBeforeHasALength() throws Exception {
        OutgoingResponse response = response(200);
        OutgoingBody body = response.body();
        write(body, "all");
        types.outgoingBodyFinish(body, Optional.empty());
        set(response);
        assertThat(received).hasToString("200 \"all\" finished");
        assertThat(received.head.bodyLength()).hasValue(3);
        assertThat(ended()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, 600, 1000, 65_535})
    void whatIsNoStatusIsRefused(int status) throws Exception {
        OutgoingResponse response = response(200);
        assertThatThrownBy(() -> response.setStatusCode(status)).isInstanceOf(ResultException.class);
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"HEAD, 200", "GET, 204", "GET, 304"})
    void whereThereIsNoBodyNoneIsSent(String method, int status) throws Exception {
        out = out(method);
        OutgoingResponse response = response(status, "content-length", "3");
        OutgoingBody body = response.body();
        set(response);
        assertThat(received.head.bodyLength()).hasValue(0);
        assertThat(received.head.fields().first("Content-Length")).contains("3");
        types.outgoingBodyFinish(body, Optional.empty());
        assertThat(received).hasToString(status + " \"\" finished");
        assertThat(ended()).isNull();
    }

    @Test
    void whatIsWrittenInAnswerToHeadGoesNowhere() throws Exception {
        out = out("HEAD");
        OutgoingResponse response = response(200, "content-length", "3");
        OutgoingBody body = response.body();
        set(response);
        write(body, "all of it");
        types.outgoingBodyFinish(body, Optional.empty());
        assertThat(received).hasToString("200 \"\" finished");
        assertThat(ended()).isNull();
    }

    @Test
    void aBodyIsAsLongAsItsHeaderSays() throws Exception {
        OutgoingResponse response = response(200, "content-length", "4");
        OutgoingBody body = response.body();
        set(response);
        assertThat(received.head.bodyLength()).hasValue(4);
        write(body, "all");
        assertThatThrownBy(() -> types.outgoingBodyFinish(body, Optional.empty()))
                .isInstanceOfSatisfying(
                        ErrorCodeException.class,
                        e -> assertThat(e.error()).isEqualTo(new ErrorCode.HttpResponseBodySize(Optional.of(3L))));
        assertThat(received).hasToString("200 \"all\" cut");
        assertThat(ended()).isEqualTo("HttpFailureException: HTTP-response-body-size");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 | 0 | response: expected a status of 200 or more, found 100",
                "200 | x | response: expected one Content-Length, a number, found [x]",
                "200 | 5 | response: expected a body of 5 bytes, as Content-Length says, found none"
            })
    void whatCannotBeSentIsAFault(int status, String length, String message) throws Exception {
        set(response(status, "content-length", length));
        assertThat(received).hasToString("500 \"\" finished");
        assertThat(received.head.fields().isEmpty()).isTrue();
        assertThat(ended()).isEqualTo("IllegalStateException: " + message);
    }

    @Test
    void anErrorHasItsStatus() {
        types.responseOutparamSet(out, Result.err(new ErrorCode.HttpRequestBodySize(Optional.empty())));
        assertThat(received).hasToString("413 \"\" finished");
        assertThat(received.head.bodyLength()).hasValue(0);
        assertThat(ended()).isEqualTo("HttpFailureException: HTTP-request-body-size");
    }

    @Test
    void noResponseIsAFault() {
        assertThat(ended())
                .isEqualTo("IllegalStateException: response: expected one by the end of the call, found none");
        assertThat(received).hasToString("500 \"\" finished");
    }

    @Test
    void aBodyThatIsNotFinishedIsCut() throws Exception {
        OutgoingResponse response = response(200);
        OutgoingBody body = response.body();
        set(response);
        Streams.OutputStream stream = body.write();
        stream.blockingWriteAndFlush("half".getBytes());
        assertThat(ended())
                .isEqualTo("IllegalStateException: response: expected its body to be finished by the end of the call,"
                        + " found it broken off");
        assertThat(received).hasToString("200 \"half\" cut");
        assertThatThrownBy(stream::checkWrite).isInstanceOf(Streams.StreamErrorException.class);
    }

    @Test
    void aTrapIsToldAndCutsWhatIsUnderWay() throws Exception {
        OutgoingResponse response = response(200);
        response.body();
        set(response);
        TrapException trap = new TrapException("unreachable");
        assertThat(out.end(trap, 500)).isSameAs(trap);
        assertThat(received).hasToString("200 \"\" cut");
    }

    @Test
    void aTrapBeforeTheResponseIsAFault() {
        TrapException trap = new TrapException("unreachable");
        assertThat(out.end(trap, 500)).isSameAs(trap);
        assertThat(received).hasToString("500 \"\" finished");
    }

    @Test
    void headersAreToBeDroppedBeforeAResponseIsGiven() throws Exception {
        OutgoingResponse response = response(200);
        response.headers();
        assertThatThrownBy(() -> set(response))
                .isInstanceOf(TrapException.class)
                .hasMessage("outgoing-response: expected its children to be dropped before it, found 1");
    }

    @Test
    void aClientThatIsGoneIsToldToWhoWrites() throws Exception {
        OutgoingResponse response = response(200);
        OutgoingBody body = response.body();
        set(response);
        Streams.OutputStream stream = body.write();
        received.failing = new SocketException("Broken pipe");
        assertThatThrownBy(() -> stream.blockingWriteAndFlush("x".getBytes()))
                .isInstanceOfSatisfying(
                        Streams.StreamErrorException.class,
                        e -> assertThat(types.httpErrorCode(
                                        ((Streams.StreamError.LastOperationFailed) e.error()).value()))
                                .contains(new ErrorCode.ConnectionTerminated()));
        stream.close();
        body.close();
        assertThat(ended()).isEqualTo("HttpFailureException: connection-terminated");
        assertThat(received.end).isEqualTo("cut");
    }
}
