package dev.witloof.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.configuration.Configuration;
import dev.witloof.error.ConfigurationException;
import dev.witloof.instance.Component;
import dev.witloof.keyvalue.InMemoryKeyValue;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Backend;
import dev.witloof.link.Functions;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.name.ImportRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blocks of docs/configuration.md: its files link the shop, its program is the one below, its error is the one that is told. */
final class DocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/configuration.md");

    private final Component shop = Backends.component("wat-shop/shop.wasm");
    private final Map<String, String> values = Map.of("secret:cache-password", "s3cret", "env:CACHE_HOST", "localhost");

    @TempDir
    private Path folder;

    /** A server of the documentation, which keeps all in memory. */
    private static final class Server implements Backend {

        private final InMemoryKeyValue store = KeyValue.inMemory();

        Server(Secret url, long pool, Duration timeout) {
            assertThat(url.reveal()).isIn("redis://:s3cret@localhost", "redis://cache");
            assertThat(pool).isIn(1L, 4L);
            assertThat(timeout).isIn(Duration.ofMillis(250), Duration.ofSeconds(1));
        }

        @Override
        public List<Class<?>> serves() {
            return store.serves();
        }

        @Override
        public Started start(List<ImportRef> imports) throws Exception {
            return store.start(imports);
        }
    }

    /** An audit of the documentation, which forgets. */
    private static final class Lines implements Backend {

        @Override
        public Started start(List<ImportRef> imports) {
            return importRef -> Functions.of(f -> f.function("record", (call, args) -> null));
        }
    }

    private LinkPlan plan(Path file) {
        // The program of the document.
        BackendRegistry registry = BackendRegistry.builder()
                .register("server", settings -> {
                    Secret url = settings.secret("url");
                    long pool = settings.optionalInteger("pool").orElse(1L);
                    Duration timeout = settings.duration("timeout");
                    return new Server(url, pool, timeout); // opens nothing yet
                })
                .register(
                        "bounded",
                        settings -> KeyValue.bounded()
                                .maximumEntries(settings.integer("entries"))
                                .expireAfterWrite(settings.duration("age"))
                                .build())
                .register("lines", settings -> new Lines())
                .register("map", settings -> Configuration.of(settings.all()))
                .build();
        SecretResolver resolver = (scheme, name) -> Optional.ofNullable(values.get(scheme + ":" + name));

        Linker.Builder linker = Linker.builder();
        Bindings.load(file, registry, withMaps(resolver)).applyTo(linker);
        LinkPlan plan = linker.build().plan(shop);
        // Its end.
        return plan;
    }

    private static SecretResolver withMaps(SecretResolver resolver) {
        return new SecretResolver() {
            @Override
            public Optional<String> resolve(String scheme, String name) throws Exception {
                return resolver.resolve(scheme, name);
            }

            @Override
            public Optional<Map<String, String>> resolveAll(String list, String name) {
                return Optional.of(Map.of("url", "redis://" + name));
            }
        };
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        String open = null;
        StringBuilder block = new StringBuilder();
        for (String line : Files.readAllLines(DOCUMENT)) {
            if (!line.startsWith("```")) {
                block.append(line).append('\n');
            } else if (open == null) {
                open = line.substring(3);
                block.setLength(0);
            } else {
                if (open.equals(language)) {
                    blocks.add(block.toString().stripTrailing());
                }
                open = null;
            }
        }
        return blocks;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("bindings.yaml"), text);
    }

    @Test
    void itsFilesLinkTheShop() throws IOException {
        List<String> files = blocks("yaml");
        assertThat(files).hasSize(3);
        for (int sample : List.of(0, 2)) {
            LinkPlan plan = plan(file(files.get(sample)));
            assertThat(plan.bindings())
                    .extracting(bound -> bound.importRef().name() + ": " + bound.boundTo())
                    .containsExactly(
                            "sessions: server", "cache: bounded", "audit: lines", "wasi:config/store@0.2.0-rc.1: map");
            try (var app = plan.instantiate()) {
                assertThat(app.function("checkout").call("cart-42")).isEqualTo("hello cart-42");
            }
        }
    }

    @Test
    void itsErrorIsTheOneThatIsTold() throws IOException {
        Path file = file(blocks("yaml").get(1));
        ConfigurationException failure = catchThrowableOfType(ConfigurationException.class, () -> plan(file));
        assertThat(failure.getMessage().replace(file.toString(), "bindings.yaml"))
                .isEqualTo(blocks("").get(0));
    }

    @Test
    void itsProgramIsTheOneThatIsTested() throws IOException {
        String program = Files.readString(Path.of("src/test/java/dev/witloof/config/DocumentTest.java"))
                .split("        // The program of the document.\n")[1]
                .split("        // Its end.\n")[0]
                .replace("withMaps(resolver)", "resolver")
                .stripTrailing()
                .stripIndent();
        assertThat(blocks("java")).containsExactly(program);
    }
}
