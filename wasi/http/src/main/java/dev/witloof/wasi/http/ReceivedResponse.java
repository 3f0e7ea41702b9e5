package dev.witloof.wasi.http;

import dev.witloof.host.HostParent;
import dev.witloof.host.ResultException;

/** {@code incoming-response}: what a transport received. */
final class ReceivedResponse implements Types.IncomingResponse, HostParent {

    private final Children children = new Children("incoming-response");
    private final ResponseHead head;
    private final OpenExchange open;
    private final HeldBytes bytes;
    private boolean consumed;

    ReceivedResponse(ResponseHead head, OpenExchange open, HeldBytes bytes) {
        this.head = head;
        this.open = open;
        this.bytes = bytes;
    }

    @Override
    public int status() {
        return head.status();
    }

    @Override
    public Types.Fields headers() {
        return FieldTable.received(bytes, head.fields(), children);
    }

    @Override
    public Types.IncomingBody consume() throws ResultException {
        if (consumed) {
            throw new ResultException(null);
        }
        consumed = true;
        return new ReceivedBody(open.responseBody(), bytes, open::close);
    }

    @Override
    public void close() {
        children.requireNone(this);
        abandon();
    }

    @Override
    public void abandon() {
        if (!consumed) {
            open.close();
        }
    }
}
