package dev.witloof.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.core.CompilationCache;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import dev.witloof.type.Features;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Components whose compiled code comes from a directory. */
final class CachedSessionsTest {

    @TempDir
    Path parent;

    private static byte[] bytes(String guest) throws IOException {
        try (InputStream in = CachedSessionsTest.class.getResourceAsStream("/guests/" + guest)) {
            return Objects.requireNonNull(in, guest).readAllBytes();
        }
    }

    private List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    /** What a session sees, and what it asks of its stores. */
    private static List<String> session(Component component) throws Exception {
        List<String> log = new ArrayList<>();
        Linker linker = Linker.builder()
                .bind("sessions")
                .to(Store.class, new MapStore("sessions", log))
                .bind("cache")
                .to(Store.class, new MapStore("cache", log))
                .build();
        try (ComponentInstance app = linker.plan(component).instantiate()) {
            SessionService service = app.export(SessionsTest.SERVICE, SessionService.class);
            service.login("ada", "Ada Ω".getBytes(UTF_8));
            log.add(new String(service.lookup("ada").orElseThrow().value(), UTF_8));
            log.add(service.users().toString());
            log.add(service.lookup("nobody").toString());
            log.add("logout " + service.logout("ada"));
        }
        return log;
    }

    @ParameterizedTest
    @CsvSource({"c-sessions/sessions.wasm, 1", "js-sessions/sessions.wasm, 3", "wat-mirror/mirror.wasm, 2"})
    void isPlannedFromWhatWasCompiledBefore(String guest, int compiled) throws Exception {
        Path directory = parent.resolve("code");
        CompilationCache cache = CompilationCache.in(directory);
        Component first = Component.load(bytes(guest), cache);
        first.prepare();
        List<Path> entries = entries(directory);
        assertThat(entries).hasSize(compiled);
        Component second = Component.load(bytes(guest), cache);
        assertThat(second.type()).hasToString(first.type().toString());
        assertThat(second.sha256()).isEqualTo(first.sha256());
        if (guest.contains("sessions")) {
            assertThat(session(second)).isEqualTo(session(first)).contains("Ada Ω", "[ada]", "logout true");
        }
        assertThat(entries(directory)).isEqualTo(entries);
    }

    /** Each way to load takes a cache, with features and without. */
    @Test
    void eachWayToLoadTakesACache() throws Exception {
        byte[] bytes = bytes("c-sessions/sessions.wasm");
        Path file = Files.write(parent.resolve("sessions.wasm"), bytes);
        List<Component> loaded = new ArrayList<>();
        for (int way = 0; way < 6; way++) {
            Path directory = parent.resolve("code" + way);
            CompilationCache cache = CompilationCache.in(directory);
            Component component = switch (way) {
                case 0 -> Component.load(file, cache);
                case 1 -> Component.load(file, Features.DEFAULT, cache);
                case 2 -> Component.load(bytes, cache);
                case 3 -> Component.load(bytes, Features.DEFAULT, cache);
                case 4 -> Component.load(new ByteArrayInputStream(bytes), cache);
                default -> Component.load(new ByteArrayInputStream(bytes), Features.DEFAULT, cache);
            };
            component.prepare();
            loaded.add(component);
            assertThat(entries(directory)).as("way %d", way).hasSize(1);
        }
        assertThat(loaded)
                .extracting(Component::name)
                .containsExactly("sessions.wasm", "sessions.wasm", "component", "component", "component", "component");
    }
}
