package dev.witloof.wasi.http;

import dev.witloof.link.Backend;
import dev.witloof.link.PerInstance;
import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.wasi.io.Signal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    private static final InterfaceName HANDLER = InterfaceName.parse("wasi:http/outgoing-handler@0.2.12");

    private final @Nullable HttpTransport transport;
    private final int openRequests;
    private final long fieldBytes;

    WasiHttp(@Nullable HttpTransport transport, int openRequests, long fieldBytes) {
        this.transport = transport;
        this.openRequests = openRequests;
        this.fieldBytes = fieldBytes;
    }

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
    public List<Class<?>> serves() {
        return transport == null ? List.of(Types.class) : List.of(Types.class, OutgoingHandler.class);
    }

    /** All: requests that one of them makes can be sent by another. */
    @Override
    public List<Class<?>> sharedResources() {
        return serves();
    }

    /** The method of the builder that gives {@code outgoing-handler}. */
    @Override
    public Optional<String> remedy(ImportRef importRef) {
        return importRef.interfaceName().filter(HANDLER::matches).map(name -> "WasiHttp.builder().outgoing(…)");
    }

    @Override
    public Started start(List<ImportRef> imports) {
        return new Running();
    }

    private final class Running implements Started {

        private final Signal ended = new Signal();

        @Override
        public Object implementation(ImportRef importRef) {
            boolean handler = serving(importRef).orElseThrow() == OutgoingHandler.class;
            return (PerInstance) scope -> {
                HeldBytes bytes = scope.own(this, () -> new HeldBytes(fieldBytes));
                return handler
                        ? new OutgoingRequests(Objects.requireNonNull(transport), openRequests, bytes, ended)
                        : new HttpTypes(bytes);
            };
        }

        @Override
        public void close() {
            ended.close();
        }
    }
}
