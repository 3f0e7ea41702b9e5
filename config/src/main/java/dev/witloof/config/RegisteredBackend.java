package dev.witloof.config;

import dev.witloof.link.Backend;
import dev.witloof.link.Connections;
import dev.witloof.link.Offer;
import dev.witloof.name.ImportRef;
import java.util.List;
import java.util.Optional;

/** A backend under its id, which is what plans and reports show of it, with the settings that it was made of. */
final class RegisteredBackend implements Backend {

    private final String id;
    private final Backend backend;
    private final String settings;

    RegisteredBackend(String id, Backend backend, String settings) {
        this.id = id;
        this.backend = backend;
        this.settings = settings;
    }

    /** Its settings as {@link Settings#declared()} has them. */
    String settings() {
        return settings;
    }

    @Override
    public String description() {
        return id;
    }

    @Override
    public List<Offer> offers() {
        return backend.offers();
    }

    @Override
    public List<Class<?>> serves() {
        return backend.serves();
    }

    @Override
    public Optional<Class<?>> serving(ImportRef importRef) {
        return backend.serving(importRef);
    }

    @Override
    public List<Class<?>> sharedResources() {
        return backend.sharedResources();
    }

    @Override
    public Optional<String> remedy(ImportRef importRef) {
        return backend.remedy(importRef);
    }

    @Override
    public Started start(List<ImportRef> imports) throws Exception {
        return backend.start(imports);
    }

    @Override
    public Started start(List<ImportRef> imports, Connections connections) throws Exception {
        return backend.start(imports, connections);
    }
}
