package dev.witloof.link;

import dev.witloof.name.ImportRef;
import java.util.ArrayList;
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
    public List<Class<?>> serves() {
        return inner.serves();
    }

    @Override
    public Started start(List<ImportRef> imports) throws Exception {
        Started started = inner.start(imports);
        return started == null ? null : new Intercepted(started, interceptor);
    }

    @SuppressWarnings("try") // as that of the backend itself
    record Intercepted(Started started, Interceptor interceptor) implements Started {

        @Override
        public Object implementation(ImportRef importRef) throws Exception {
            Object implementation = started.implementation(importRef);
            if (implementation instanceof Functions functions) {
                return functions.around(interceptor);
            }
            List<Interceptor> around = new ArrayList<>();
            Object object = implementation;
            if (implementation instanceof InterceptedObject inner) {
                around.addAll(inner.interceptors());
                object = inner.object();
            }
            around.add(interceptor);
            return object == null ? null : new InterceptedObject(object, around);
        }

        @Override
        public void close() throws Exception {
            started.close();
        }
    }
}
