package dev.witloof.wasi.http;

import org.jspecify.annotations.Nullable;

/** Collects what guests are given of {@code wasi:http}. */
public final class WasiHttpBuilder {

    private @Nullable HttpTransport transport;
    private int openRequests = 64;
    private long fieldBytes = HeldBytes.USUAL;

    WasiHttpBuilder() {}

    /** Gives {@code wasi:http/outgoing-handler}, whose requests are sent by this. It is not closed here. */
    public WasiHttpBuilder outgoing(HttpTransport transport) {
        this.transport = transport;
        return this;
    }

    /**
     * How many requests an instance may have under way at once by each import of {@code outgoing-handler}, from sending one to
     * dropping its response; 64 unless this is said. One more fails with {@code connection-limit-reached}.
     */
    public WasiHttpBuilder openRequests(int most) {
        openRequests = (int) atLeastNone("open requests", most);
        return this;
    }

    /**
     * How many bytes an instance may have in headers and trailers that it made and still holds, with 32 for each beside its name
     * and value; 1 MiB unless this is said. More is a trap.
     */
    public WasiHttpBuilder fieldBytes(long most) {
        fieldBytes = atLeastNone("field bytes", most);
        return this;
    }

    private static long atLeastNone(String what, long most) {
        if (most < 0) {
            throw new IllegalArgumentException(what + ": expected 0 or more, found " + most);
        }
        return most;
    }

    /** What was given. */
    public WasiHttp build() {
        return new WasiHttp(transport, openRequests, fieldBytes);
    }
}
