package dev.witloof.blobstore.service;

import dev.witloof.blobstore.v0_2_0_draft.Blobstore;
import dev.witloof.blobstore.v0_2_0_draft.Container;
import dev.witloof.blobstore.v0_2_0_draft.Types;
import dev.witloof.host.InterfaceNames;
import dev.witloof.link.Backend;
import dev.witloof.link.Connections;
import dev.witloof.name.ImportRef;
import java.util.List;

/**
 * Serves {@code wasi:blobstore@0.2.0-draft} over a {@link BlobService}.
 *
 * <p>The name of an import chooses the store of {@code blobstore}. Its containers and values are resources of {@code container}
 * and {@code types}, which imports of every name share: each handle goes to the store that it came from, and a value may be written
 * to a container of any store, so it makes no difference which of these backends stands behind {@code container} and
 * {@code types}. A backend that stands behind those two only opens nothing.
 *
 * <p>{@code copy-object} and {@code move-object} know the containers of their own store. What is to go from one store to another
 * is read from the one and written to the other.
 *
 * <p>An object appears when the guest finishes its value, whether its bytes were written before {@code write-data} or after it.
 * After it they go straight to the store; before it they are kept in memory, at most {@value UnplacedBytes#MAXIMUM} bytes of all
 * values of a deployment together.
 */
public abstract class BlobBackend implements Backend {

    /** For a store's own. */
    protected BlobBackend() {}

    /**
     * Opens the store; called by each start that needs it.
     *
     * @param connections what the backends of the linker have open together
     * @throws Exception if it cannot be opened; whatever was opened until then is for this method to close
     */
    protected abstract BlobService open(Connections connections) throws Exception;

    @Override
    public final List<Class<?>> serves() {
        return List.of(Blobstore.class, Container.class, Types.class);
    }

    @Override
    public final Started start(List<ImportRef> imports) throws Exception {
        return start(imports, new Connections());
    }

    @Override
    public final Started start(List<ImportRef> imports, Connections connections) throws Exception {
        if (imports.stream().allMatch(BlobBackend::isOfAllStores)) {
            BlobTypes types = new BlobTypes();
            return importRef -> types;
        }
        return new StartedStore(open(connections));
    }

    private static boolean isOfAllStores(ImportRef importRef) {
        return importRef.interfaceName().isPresent()
                && (InterfaceNames.of(Container.class).equals(importRef.interfaceName())
                        || InterfaceNames.of(Types.class).equals(importRef.interfaceName()));
    }

    @SuppressWarnings("try") // close may well be interrupted
    private static final class StartedStore implements Started {

        private final BlobService service;
        private final BlobInterfaces interfaces;

        StartedStore(BlobService service) {
            this.service = service;
            this.interfaces = new BlobInterfaces(service);
        }

        @Override
        public Object implementation(ImportRef importRef) {
            return interfaces;
        }

        @Override
        public void check() throws Exception {
            service.check();
        }

        @Override
        public void close() throws Exception {
            service.close();
        }
    }
}
