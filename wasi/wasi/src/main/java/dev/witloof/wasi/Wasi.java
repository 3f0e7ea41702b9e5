package dev.witloof.wasi;

import dev.witloof.link.Backend;
import dev.witloof.link.InstanceScope;
import dev.witloof.link.PerInstance;
import dev.witloof.name.ImportRef;
import dev.witloof.wasi.filesystem.GivenDirectories;
import dev.witloof.wasi.filesystem.Preopens;
import dev.witloof.wasi.io.Signal;
import java.io.IOException;
import java.util.Collections;
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

    private final Map<Class<?>, Function<InstanceResources, Object>> given;
    private final List<GivenDirectories.Given> directories;
    private final InstanceLimits limits;

    Wasi(
            Map<Class<?>, Function<InstanceResources, Object>> given,
            List<GivenDirectories.Given> directories,
            InstanceLimits limits) {
        this.given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        this.directories = List.copyOf(directories);
        this.limits = limits;
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

    /** All of them: whichever object gave a stream, a pollable or a folder, the others understand it. */
    @Override
    public List<Class<?>> sharedResources() {
        return serves();
    }

    /** The method of the builder that gives the interface. */
    @Override
    public Optional<String> remedy(ImportRef importRef) {
        return importRef.interfaceName().flatMap(Giving::of).map(method -> "Wasi.builder()." + method);
    }

    /** {@inheritDoc} Opens the directories that it gives, if their import is among them. */
    @Override
    public Started start(List<ImportRef> imports) throws IOException {
        boolean files = imports.stream().flatMap(each -> serving(each).stream()).anyMatch(Preopens.class::equals);
        return new Running(GivenDirectories.open(files ? directories : List.of()));
    }

    private final class Running implements Started {

        private final Signal ended = new Signal();
        private final GivenDirectories files;

        Running(GivenDirectories files) {
            this.files = files;
        }

        @Override
        public Object implementation(ImportRef importRef) {
            Function<InstanceResources, Object> serving =
                    given.get(serving(importRef).orElseThrow());
            return serving instanceof Shared shared
                    ? shared.implementation()
                    : (PerInstance) scope -> serving.apply(resources(scope));
        }

        private InstanceResources resources(InstanceScope scope) {
            return scope.own(this, () -> new InstanceResources(scope, limits, files, ended));
        }

        @Override
        public void check() throws IOException {
            files.check();
        }

        @Override
        public void close() throws IOException {
            ended.close();
            files.close();
        }
    }
}
