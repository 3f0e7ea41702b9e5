package dev.witloof.link;

import dev.witloof.name.ImportRef;
import java.util.List;

/** A backend with an interceptor around each function of what it starts. */
record InterceptedBackend(Backend inner, Interceptor interceptor) implements Backend {

    @Override
    public String description() {
        return inner.description();
    }

    @Override
    public List<Offer> offers() {
        return inner.offers();
    }

    @Override
    public Started start(List<ImportRef> imports) throws Exception {
        Started started = inner.start(imports);
        return new Intercepted(started, interceptor);
    }

    @SuppressWarnings("try") // as that of the backend itself
    private record Intercepted(Started started, Interceptor interceptor) implements Started {

        @Override
        public Object implementation(ImportRef importRef) throws Exception {
            Object implementation = started.implementation(importRef);
            return implementation instanceof Functions functions ? functions.around(interceptor) : implementation;
        }

        @Override
        public void close() throws Exception {
            started.close();
        }
    }
}
