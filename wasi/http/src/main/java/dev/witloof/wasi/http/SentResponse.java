package dev.witloof.wasi.http;

import dev.witloof.host.HostParent;
import dev.witloof.host.ResultException;
import dev.witloof.wasi.http.Types.ErrorCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code outgoing-response}: what a guest puts together, and gives to {@code response-outparam.set}. */
final class SentResponse implements Types.OutgoingResponse, HostParent {

    private static final int LOWEST = 100;
    private static final int HIGHEST = 599;

    private final Children children = new Children("outgoing-response");
    private final FieldTable fields;
    private int status = 200;
    private @Nullable SentBody body;

    SentResponse(FieldTable fields) {
        this.fields = fields;
    }

    @Override
    public int statusCode() {
        return status;
    }

    @Override
    public void setStatusCode(int statusCode) throws ResultException {
        if (statusCode < LOWEST || statusCode > HIGHEST) {
            throw new ResultException(null);
        }
        status = statusCode;
    }

    @Override
    public Types.Fields headers() {
        return fields.child(children);
    }

    @Override
    public Types.OutgoingBody body() throws ResultException {
        if (body != null) {
            throw new ResultException(null);
        }
        body = new SentBody(ContentLength.of(fields.all()), ErrorCode.HttpResponseBodySize::new, fields.held());
        return body;
    }

    /** Its headers, as they are sent. Its children have to be dropped. */
    HttpFields sentFields() {
        children.requireNone(this);
        return fields.fields();
    }

    /** What its body is, if the guest asked for one. */
    Optional<SentBody> sentBody() {
        return Optional.ofNullable(body);
    }

    @Override
    public void close() {
        children.requireNone(this);
        abandon();
    }

    /** It is not sent, so its body goes nowhere. */
    @Override
    public void abandon() {
        fields.close();
        if (body != null) {
            body.refuse();
        }
    }

    /** It is sent; its body is on its own. */
    void sent() {
        fields.close();
    }
}
