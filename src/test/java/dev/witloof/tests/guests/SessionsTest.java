package dev.witloof.tests.guests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.ExportedInstance;
import dev.witloof.link.Linker;
import dev.witloof.wasi.Wasi;
import dev.witloof.wasi.filesystem.Access;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The session service in every language: the same calls, values, errors and backend calls as under another host. */
final class SessionsTest {

    private static final String SERVICE = "demo:named/session-service@0.1.0";

    @ParameterizedTest
    @CsvSource({
        "c-sessions/sessions.wasm, sessions.c.txt",
        "as-sessions/sessions.wasm, sessions.as.txt",
        "rust-sessions/sessions.wasm32-unknown-unknown.wasm, sessions.rust.txt",
        "rust-sessions/sessions.wasm32-wasip1.wasm, sessions.rust.txt",
        "rust-sessions/sessions.wasm32-wasip2.wasm, sessions.rust.txt",
        "rust-bindgen/sessions.wasm, sessions.rust.txt",
    })
    void runsAsUnderAnotherHost(String guest, String expected, @TempDir Path directory) {
        Transcript transcript = new Transcript(Shown::withText, " \n     ");
        LoggedStore sessions = new LoggedStore("sessions", transcript, "bad"::equals);
        LoggedStore cache = new LoggedStore("cache", transcript, key -> false);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Wasi wasi = Wasi.builder()
                .arguments()
                .stdin(InputStream.nullInputStream())
                .stdout(printed)
                .stderr(printed)
                .systemClocks()
                .directory(directory, "/", Access.READ)
                .build();
        Linker linker = Linker.builder()
                .bindAll(wasi)
                .optional()
                .bind("sessions")
                .to(sessions.functions())
                .bind("cache")
                .to(cache.functions())
                .build();

        try (ComponentInstance app = linker.plan(Guests.component(guest)).instantiate()) {
            ExportedInstance service = app.instance(SERVICE);
            byte[] profile = "{\"n\":\"Ada Ω\"}".getBytes(StandardCharsets.UTF_8);
            transcript.step("login ada", () -> service.function("login").call("ada", profile));
            transcript.step("lookup ada", () -> service.function("lookup").call("ada"));
            cache.bucket("hot").clear();
            transcript.step(
                    "lookup ada (cache cleared)",
                    () -> service.function("lookup").call("ada"));
            transcript.step("lookup ada again", () -> service.function("lookup").call("ada"));
            transcript.step("lookup nobody", () -> service.function("lookup").call("nobody"));
            transcript.step("login bad", () -> service.function("login").call("bad", new byte[0]));
            transcript.step("lookup bad", () -> service.function("lookup").call("bad"));
            for (String user : List.of("bob", "çelik", "😀")) {
                service.function("login").call(user, new byte[100_000]);
            }
            transcript.step("users", () -> service.function("users").call());
            transcript.step("logout ada", () -> service.function("logout").call("ada"));
            transcript.step("logout ada twice", () -> service.function("logout").call("ada"));
        }

        assertThat(printed.size()).isZero();
        assertThat(transcript).hasToString(Guests.expected(expected));
        assertThat(sessions.bucket("main").keySet()).containsExactly("bob", "çelik", "😀");
        assertThat(sessions.bucket("main").get("😀")).hasSize(100_000);
    }
}
