package dev.witloof.wasi;

import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import dev.witloof.wasi.io.Signal;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * WASI 0.2 for guests, as far as it was given: the builder has a method for each capability, and nothing is there without it
 * but what gives no power over anything ({@code wasi:io}, {@code exit}, terminals' types).
 *
 * <pre>{@code
 * Wasi wasi = Wasi.builder()
 *     .arguments("prog", "one")
 *     .stdin(System.in).stdout(System.out).stderr(System.err)
 *     .systemClocks()
 *     .build();
 * Linker.builder().bindAll(wasi)                                       // all unnamed imports of WASI
 *     .bind("audit").to(Wasi.builder().stdout(file).build())           // one that has a name
 * }</pre>
 *
 * <p>One object serves every release of 0.2, several of them in one component, and any number of deployments, instances and
 * names. Streams that were handed in stay open; they belong to the embedder.
 */
public final class Wasi implements Backend {

    private final Map<Class<?>, Function<Signal, Object>> given;

    Wasi(Map<Class<?>, Function<Signal, Object>> given) {
        this.given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /** Nothing given yet. */
    public static WasiBuilder builder() {
        return new WasiBuilder();
    }

    /** {@code WASI}. */
    @Override
    public String description() {
        return "WASI";
    }

    @Override
    public List<Class<?>> serves() {
        return List.copyOf(given.keySet());
    }

    /** The method of the builder that gives the interface. */
    @Override
    public Optional<String> remedy(ImportRef importRef) {
        return importRef.interfaceName().flatMap(Giving::of).map(method -> "Wasi.builder()." + method);
    }

    @Override
    public Started start(List<ImportRef> imports) {
        Signal ended = new Signal();
        Map<Class<?>, Object> implementations = new HashMap<>();
        return new Started() {
            @Override
            public Object implementation(ImportRef importRef) {
                Class<?> type = serving(importRef).orElseThrow();
                return implementations.computeIfAbsent(
                        type, each -> given.get(each).apply(ended));
            }

            @Override
            public void close() {
                ended.close();
            }
        };
    }
}
