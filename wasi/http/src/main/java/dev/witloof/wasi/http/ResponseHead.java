package dev.witloof.wasi.http;

import java.util.OptionalLong;

/** A response without its body, as a transport received it or a server is to send it. Immutable. */
public final class ResponseHead {

    private final int status;
    private final HttpFields fields;
    private final long bodyLength;

    private ResponseHead(int status, HttpFields fields, long bodyLength) {
        this.status = status;
        this.fields = fields;
        this.bodyLength = bodyLength;
    }

    /**
     * A response whose body's length is not known.
     *
     * @param status from 100 to 999
     */
    public static ResponseHead of(int status, HttpFields fields) {
        return new ResponseHead(status, fields, -1);
    }

    /** The same with a body of so many bytes. */
    public ResponseHead bodyLength(long bytes) {
        return new ResponseHead(status, fields, bytes);
    }

    /** The status, such as 404. */
    public int status() {
        return status;
    }

    /**
     * The headers. Of a guest's response all that it set, in its order: never {@code Transfer-Encoding} or another that is the
     * connection's, which the server adds. {@code Content-Length} is there if the guest set it.
     */
    public HttpFields fields() {
        return fields;
    }

    /**
     * How many bytes the body will have; empty where it is not known, so that it is to be sent in chunks. 0 where there is
     * none, as in an answer to {@code HEAD}, or with the status 204 or 304, whatever {@code Content-Length} says.
     */
    public OptionalLong bodyLength() {
        return bodyLength < 0 ? OptionalLong.empty() : OptionalLong.of(bodyLength);
    }

    /** The status. */
    @Override
    public String toString() {
        return Integer.toString(status);
    }
}
