package dev.witloof.messaging.service;

import dev.witloof.link.Backend;
import dev.witloof.link.Connections;
import dev.witloof.messaging.v0_2_0_draft.Producer;
import dev.witloof.messaging.v0_2_0_draft.RequestReply;
import dev.witloof.messaging.v0_2_0_draft.Types;
import dev.witloof.messaging.wasmcloud.v0_2_0.Consumer;
import dev.witloof.name.ImportRef;
import java.util.List;

/**
 * A messaging system as a backend: {@code wasmcloud:messaging/consumer@0.2.0} and {@code types}, {@code producer} and
 * {@code request-reply} of {@code wasi:messaging@0.2.0-draft}, under names and without. It is decided by the import, and by
 * nothing that a guest says, which system a message goes to: {@code client.connect} takes any name and opens nothing.
 *
 * <p>{@code wasi:messaging} has its resources in {@code types}, so all imports of that package are bound to one backend.
 */
public abstract class MessagingBackend implements Backend {

    /** For subclasses. */
    protected MessagingBackend() {}

    /**
     * Connects to the system: for every deployment, and for Java that sends and receives itself. What several can share, such
     * as one connection for equal settings, is a lease of {@code connections}.
     *
     * @return to be closed by the caller
     * @throws Exception if it cannot be had; whatever was opened until then is for this method to close
     */
    public abstract MessagingService open(Connections connections) throws Exception;

    @Override
    public List<Class<?>> serves() {
        return List.of(
                Consumer.class,
                dev.witloof.messaging.wasmcloud.v0_2_0.Types.class,
                Types.class,
                Producer.class,
                RequestReply.class);
    }

    @Override
    public final Started start(List<ImportRef> imports) throws Exception {
        return start(imports, new Connections());
    }

    @Override
    public final Started start(List<ImportRef> imports, Connections connections) throws Exception {
        CheckedMessaging messaging = new CheckedMessaging(open(connections));
        return new Connected(messaging, new WasmcloudMessaging(messaging), new WasiMessaging(messaging));
    }

    /**
     * A connected system, and what guests have of it.
     *
     * @param messaging the system
     * @param wasmcloud for all imports but those of {@code wasi:messaging}
     * @param wasi for imports of {@code wasi:messaging}
     */
    private record Connected(CheckedMessaging messaging, WasmcloudMessaging wasmcloud, WasiMessaging wasi)
            implements Started {

        @Override
        public Object implementation(ImportRef importRef) {
            boolean isWasi = importRef
                    .interfaceName()
                    .filter(name -> name.packageName().startsWith("wasi:"))
                    .isPresent();
            return isWasi ? wasi : wasmcloud;
        }

        @Override
        public void check() throws Exception {
            messaging.service().check();
        }

        @Override
        public void close() throws Exception {
            messaging.service().close();
        }
    }
}
