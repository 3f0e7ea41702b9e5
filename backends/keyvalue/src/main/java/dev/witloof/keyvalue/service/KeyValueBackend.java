package dev.witloof.keyvalue.service;

import dev.witloof.link.Backend;
import dev.witloof.link.Connections;
import dev.witloof.name.ImportRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A backend that serves {@code store}, {@code atomics} and {@code batch} of {@code wasi:keyvalue}, in both drafts, and
 * {@code witloof:keyvalue}, whose bucket stands apart in {@code types}, over a {@link KeyValueService}: by name or without, always
 * the same buckets and keys.
 */
public abstract class KeyValueBackend implements Backend {

    private static final Map<Class<?>, Function<KeyValueService, Object>> FORMS = forms();

    /** For subclasses. */
    protected KeyValueBackend() {}

    private static Map<Class<?>, Function<KeyValueService, Object>> forms() {
        Map<Class<?>, Function<KeyValueService, Object>> forms = new LinkedHashMap<>();
        forms.put(dev.witloof.keyvalue.v0_2_0_draft.Store.class, FirstStore::new);
        forms.put(dev.witloof.keyvalue.v0_2_0_draft.Atomics.class, service -> new FirstAtomics());
        forms.put(dev.witloof.keyvalue.v0_2_0_draft.Batch.class, service -> new FirstBatch());
        forms.put(dev.witloof.keyvalue.v0_2_0_draft2.Store.class, SecondStore::new);
        forms.put(dev.witloof.keyvalue.v0_2_0_draft2.Atomics.class, service -> new SecondAtomics());
        forms.put(dev.witloof.keyvalue.v0_2_0_draft2.Batch.class, service -> new SecondBatch());
        forms.put(dev.witloof.keyvalue.v0_1_0.Types.class, service -> new ThirdTypes());
        forms.put(dev.witloof.keyvalue.v0_1_0.Store.class, ThirdStore::new);
        forms.put(dev.witloof.keyvalue.v0_1_0.Atomics.class, service -> new ThirdAtomics());
        forms.put(dev.witloof.keyvalue.v0_1_0.Cas.class, service -> new ThirdCas());
        forms.put(dev.witloof.keyvalue.v0_1_0.Batch.class, service -> new ThirdBatch());
        return forms;
    }

    /**
     * Opens the store; called once for each deployment.
     *
     * @param connections what the backends of the linker have open together
     * @throws Exception if it cannot be opened; whatever was opened until then is for this method to close
     */
    protected abstract KeyValueService open(Connections connections) throws Exception;

    /**
     * One form of the interface over a store, for Java that uses it as a component does.
     *
     * @param form one of the interfaces that {@link #serves()} has
     */
    protected static <T> T form(Class<T> form, KeyValueService service) {
        return form.cast(FORMS.get(form).apply(service));
    }

    @Override
    public final List<Class<?>> serves() {
        return List.copyOf(FORMS.keySet());
    }

    @Override
    public final Started start(List<ImportRef> imports) throws Exception {
        return start(imports, new Connections());
    }

    @Override
    public final Started start(List<ImportRef> imports, Connections connections) throws Exception {
        return new StartedKeyValue(this, open(connections));
    }

    @SuppressWarnings("try") // as the service
    private record StartedKeyValue(KeyValueBackend backend, KeyValueService service) implements Started {

        @Override
        public Object implementation(ImportRef importRef) {
            return FORMS.get(backend.serving(importRef).orElseThrow()).apply(service);
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
