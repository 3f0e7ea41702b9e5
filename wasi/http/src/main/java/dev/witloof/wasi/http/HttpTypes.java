package dev.witloof.wasi.http;

import dev.witloof.host.Tuple2;
import dev.witloof.value.Result;
import dev.witloof.wasi.io.Error;
import dev.witloof.wasi.io.IoError;
import java.util.List;
import java.util.Optional;

/** {@code wasi:http/types} for one instance. */
final class HttpTypes implements Types {

    private final HeldBytes bytes;

    HttpTypes(HeldBytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public Optional<ErrorCode> httpErrorCode(Error.Error_ err) {
        return err instanceof IoError error && error.cause().orElse(null) instanceof HttpFailureException failure
                ? Optional.of(failure.code())
                : Optional.empty();
    }

    @Override
    public Fields newFields() {
        return FieldTable.empty(bytes);
    }

    @Override
    public Fields fieldsFromList(List<Tuple2<String, byte[]>> entries) throws HeaderErrorException {
        FieldTable fields = FieldTable.empty(bytes);
        fields.appendAll(entries);
        return fields;
    }

    @Override
    public OutgoingRequest newOutgoingRequest(Fields headers) {
        return new SentRequest(FieldTable.moved(headers));
    }

    @Override
    public RequestOptions newRequestOptions() {
        return new TimeoutOptions();
    }

    @Override
    public void responseOutparamSet(ResponseOutparam param, Result<OutgoingResponse, ErrorCode> response) {
        Foreign.require("response-outparam", ResponseOut.class, param).set(response);
    }

    @Override
    public FutureTrailers incomingBodyFinish(IncomingBody this_) {
        return Foreign.require("incoming-body", ReceivedBody.class, this_).finish();
    }

    @Override
    public OutgoingResponse newOutgoingResponse(Fields headers) {
        return new SentResponse(FieldTable.moved(headers));
    }

    @Override
    public void outgoingBodyFinish(OutgoingBody this_, Optional<Fields> trailers) throws ErrorCodeException {
        SentBody body = Foreign.require("outgoing-body", SentBody.class, this_);
        if (trailers.isEmpty()) {
            body.finish(HttpFields.none());
            return;
        }
        FieldTable fields = FieldTable.moved(trailers.get());
        try {
            body.finish(fields.fields());
        } finally {
            fields.close();
        }
    }
}
