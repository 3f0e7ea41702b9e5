package dev.witloof.wasi.http;

import org.jspecify.annotations.Nullable;

/** Collects what guests are given of {@code wasi:http}. */
public final class WasiHttpBuilder {

    private @Nullable HttpTransport transport;

    WasiHttpBuilder() {}

    /** Gives {@code wasi:http/outgoing-handler}, whose requests are sent by this. It is not closed here. */
    public WasiHttpBuilder outgoing(HttpTransport transport) {
        this.transport = transport;
        return this;
    }

    /** What was given. */
    public WasiHttp build() {
        return new WasiHttp(this);
    }
}
