package dev.witloof.wasi.http;

import dev.witloof.host.HostParent;
import dev.witloof.host.ResultException;
import dev.witloof.wasi.http.Types.Method;
import dev.witloof.wasi.http.Types.Scheme;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code incoming-request}: what a server received. */
final class ReceivedRequest implements Types.IncomingRequest, HostParent {

    private final Children children = new Children("incoming-request");
    private final HeldBytes bytes = new HeldBytes(HeldBytes.USUAL);
    private final RequestHead head;
    private final BodySource source;
    private @Nullable ReceivedBody body;

    ReceivedRequest(RequestHead head, BodySource source) {
        this.head = head;
        this.source = source;
    }

    @Override
    public Method method() {
        return Methods.of(head.method());
    }

    @Override
    public Optional<String> pathWithQuery() {
        return head.pathWithQuery();
    }

    @Override
    public Optional<Scheme> scheme() {
        return head.scheme().map(Schemes::of);
    }

    @Override
    public Optional<String> authority() {
        return head.authority();
    }

    @Override
    public Types.Fields headers() {
        return FieldTable.received(bytes, head.fields(), children);
    }

    @Override
    public Types.IncomingBody consume() throws ResultException {
        if (body != null) {
            throw new ResultException(null);
        }
        body = new ReceivedBody(source, bytes, () -> {});
        return body;
    }

    @Override
    public void close() {
        children.requireNone(this);
    }

    @Override
    public void abandon() {}

    /** The request is over: whoever still has its body reads no more of it. */
    void end() {
        if (body != null) {
            body.abandon();
            return;
        }
        try {
            source.close();
        } catch (IOException unheard) {
            // Nobody wants it.
        }
    }
}
