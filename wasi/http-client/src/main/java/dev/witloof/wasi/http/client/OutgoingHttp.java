package dev.witloof.wasi.http.client;

import dev.witloof.link.Backend;
import dev.witloof.link.Connections;
import dev.witloof.name.ImportRef;
import dev.witloof.wasi.http.HttpTransport;
import dev.witloof.wasi.http.OutgoingHandler;
import dev.witloof.wasi.http.WasiHttp;
import dev.witloof.wasi.http.WasiHttpBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * {@code wasi:http} for guests that send requests, over the network, to what is allowed. It stands beside {@code Wasi}, which
 * has the streams that bodies are made of:
 *
 * <pre>{@code
 * Backend http = OutgoingHttp.builder().allow("https://api.example.com").build();
 * Linker.builder().bindAll(wasi.and(http))
 *     .bind("internal").to(OutgoingHttp.builder().allow("http://db.internal:8080", "http://10.1.0.0/16:8080").build())
 * }</pre>
 *
 * <p>A request is sent as the guest made it, by HTTP/1.1, once, to the host that it names: no redirect is followed, nothing is
 * tried again, no cookie or password kept, no coding undone, no proxy used. Beside the guest's headers it has {@code Host}, and
 * {@code Transfer-Encoding: chunked} or {@code Content-Length} where the guest did not say how long the body is.
 *
 * <p>It has threads: one for what is sent and received, and up to four that look names up, as long as they do. They are started
 * with the deployment, and end with the last that has a backend of these settings in this linker. Guests wait in their own.
 */
public final class OutgoingHttp implements Backend {

    private final ClientSettings settings;
    private final OptionalInt openRequests;
    private final OptionalLong fieldBytes;
    private final Backend shape;

    OutgoingHttp(ClientSettings settings, OptionalInt openRequests, OptionalLong fieldBytes) {
        this.settings = settings;
        this.openRequests = openRequests;
        this.fieldBytes = fieldBytes;
        this.shape = backend((request, timeouts) -> {
            throw new IllegalStateException("send: expected to be called when it is started, found too early");
        });
    }

    /** Nothing allowed yet. */
    public static OutgoingHttpBuilder builder() {
        return new OutgoingHttpBuilder();
    }

    private Backend backend(HttpTransport transport) {
        WasiHttpBuilder guests = WasiHttp.builder().outgoing(transport);
        openRequests.ifPresent(guests::openRequests);
        fieldBytes.ifPresent(guests::fieldBytes);
        return guests.build();
    }

    ClientSettings settings() {
        return settings;
    }

    /** {@code outgoing HTTP to https://api.example.com}. */
    @Override
    public String description() {
        return "outgoing HTTP to "
                + (settings.rules().all().isEmpty()
                        ? "nothing"
                        : settings.rules().all().stream()
                                .map(HttpRules.Rule::text)
                                .collect(Collectors.joining(", ")));
    }

    @Override
    public List<Class<?>> serves() {
        return shape.serves();
    }

    @Override
    public Optional<Class<?>> serving(ImportRef importRef) {
        return shape.serving(importRef);
    }

    @Override
    public List<Class<?>> sharedResources() {
        return shape.sharedResources();
    }

    @Override
    public Started start(List<ImportRef> imports) throws Exception {
        return start(imports, new Connections());
    }

    @Override
    public Started start(List<ImportRef> imports, Connections connections) throws Exception {
        if (imports.stream().noneMatch(each -> serving(each).equals(Optional.of(OutgoingHandler.class)))) {
            return shape.start(imports, connections);
        }
        Connections.Lease<Client> client = connections.open(settings, () -> Client.open(settings));
        try {
            return new Open(backend(client.get()).start(imports, connections), client);
        } catch (Throwable failure) {
            client.close();
            throw failure;
        }
    }

    /**
     * The backend, open.
     *
     * @param started what guests see
     * @param client a hold on the client
     */
    private record Open(Started started, Connections.Lease<Client> client) implements Started {

        @Override
        public Object implementation(ImportRef importRef) throws Exception {
            return started.implementation(importRef);
        }

        @Override
        public void close() throws Exception {
            try (client) {
                started.close();
            }
        }
    }
}
