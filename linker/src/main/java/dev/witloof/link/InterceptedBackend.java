package dev.witloof.link;

import dev.witloof.name.ImportRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A backend with a wrapper around each function of what it starts.
 *
 * @param inner the backend
 * @param wrapper what stands around it
 */
record InterceptedBackend(Backend inner, Wrapper wrapper) implements Backend {

    /** The wrappers that are known to stand around a backend, outermost first. */
    static List<Wrapper> around(Backend backend) {
        List<Wrapper> wrappers = new ArrayList<>();
        Backend inner = backend;
        while (inner instanceof InterceptedBackend intercepted) {
            wrappers.add(intercepted.wrapper());
            inner = intercepted.inner();
        }
        return wrappers;
    }

    @Override
    public String description() {
        return inner.description();
    }

    @Override
    public List<Offer> offers() {
        return inner.offers();
    }

    @Override
    public List<Class<?>> serves() {
        return inner.serves();
    }

    @Override
    public List<Class<?>> sharedResources() {
        return inner.sharedResources();
    }

    @Override
    public Optional<String> remedy(ImportRef importRef) {
        return inner.remedy(importRef);
    }

    @Override
    public Started start(List<ImportRef> imports) throws Exception {
        return start(imports, new Connections());
    }

    @Override
    public Started start(List<ImportRef> imports, Connections connections) throws Exception {
        Started started = inner.start(imports, connections);
        return started == null ? null : new Intercepted(started, wrapper);
    }

    @SuppressWarnings("try") // as that of the backend itself
    record Intercepted(Started started, Wrapper wrapper) implements Started {

        @Override
        public Object implementation(ImportRef importRef) throws Exception {
            Object implementation = started.implementation(importRef);
            return implementation == null ? null : InterceptedObject.of(wrapper, implementation);
        }

        @Override
        public void check() throws Exception {
            started.check();
        }

        @Override
        public void close() throws Exception {
            started.close();
        }
    }
}
