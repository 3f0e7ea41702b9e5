package dev.witloof.wasi.http;

import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import java.util.List;

/**
 * {@code wasi:http} for guests: its types, and sending requests if there is something to send them by. It stands beside
 * {@code Wasi}, which has the streams that bodies are made of:
 *
 * <pre>{@code
 * Wasi wasi = Wasi.builder().systemClocks().build();
 * WasiHttp http = WasiHttp.builder().outgoing(transport).build();
 * Linker.builder().bindAll(wasi.and(http))                             // all unnamed imports of WASI
 *     .bind("internal").to(WasiHttp.builder().outgoing(other).build()) // an outgoing-handler that has a name
 * }</pre>
 *
 * <p>A component that answers requests imports the types from it, and is called by an {@link HttpService}.
 */
public final class WasiHttp implements Backend {

    WasiHttp(WasiHttpBuilder builder) {}

    /** Nothing given yet but the types. */
    public static WasiHttpBuilder builder() {
        return new WasiHttpBuilder();
    }

    /** {@code WASI HTTP}. */
    @Override
    public String description() {
        return "WASI HTTP";
    }

    @Override
    public Started start(List<ImportRef> imports) {
        throw new UnsupportedOperationException("not written yet");
    }
}
