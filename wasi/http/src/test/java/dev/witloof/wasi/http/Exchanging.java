package dev.witloof.wasi.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.host.ResultException;
import dev.witloof.value.Result;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.http.Types.ErrorCodeException;
import dev.witloof.wasi.http.Types.Fields;
import dev.witloof.wasi.http.Types.FutureIncomingResponse;
import dev.witloof.wasi.http.Types.FutureTrailers;
import dev.witloof.wasi.http.Types.HeaderErrorException;
import dev.witloof.wasi.http.Types.IncomingResponse;
import dev.witloof.wasi.http.Types.OutgoingRequest;
import dev.witloof.wasi.io.Signal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Requests that a guest sends, over a transport of which the test is the other side. */
abstract class Exchanging {

    final HeldBytes bytes = new HeldBytes(10_000);
    final Types types = new HttpTypes(bytes);
    final Signal ended = new Signal();
    final List<FakeExchange> exchanges = new ArrayList<>();
    final OutgoingHandler handler = new OutgoingRequests(
            (request, timeouts) -> {
                exchanges.add(new FakeExchange(request, timeouts));
                return exchanges.get(exchanges.size() - 1);
            },
            2,
            bytes,
            ended);

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    OutgoingRequest request(String... namesAndValues) throws HeaderErrorException, ResultException {
        Fields fields = types.newFields();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.append(namesAndValues[i], bytes(namesAndValues[i + 1]));
        }
        OutgoingRequest request = types.newOutgoingRequest(fields);
        request.setAuthority(Optional.of("example.org"));
        return request;
    }

    FutureIncomingResponse send(OutgoingRequest request) throws ErrorCodeException {
        return handler.handle(request, Optional.empty());
    }

    FakeExchange exchange() {
        return exchanges.get(exchanges.size() - 1);
    }

    ErrorCode refused(OutgoingRequest request) {
        return catchThrowableOfType(ErrorCodeException.class, () -> send(request))
                .error();
    }

    static Result<IncomingResponse, ErrorCode> outcome(FutureIncomingResponse future) {
        return ((Result.Ok<Result<IncomingResponse, ErrorCode>, Void>)
                        future.get().orElseThrow())
                .value();
    }

    static IncomingResponse response(FutureIncomingResponse future) {
        return ((Result.Ok<IncomingResponse, ErrorCode>) outcome(future)).value();
    }

    static ErrorCode failure(FutureIncomingResponse future) {
        return ((Result.Err<IncomingResponse, ErrorCode>) outcome(future)).error();
    }

    static Result<Optional<Fields>, ErrorCode> outcome(FutureTrailers future) {
        return ((Result.Ok<Result<Optional<Fields>, ErrorCode>, Void>)
                        future.get().orElseThrow())
                .value();
    }
}
