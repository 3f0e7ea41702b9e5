package dev.witloof.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.ExportedInstance;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Functions;
import dev.witloof.link.Linker;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecorderTest {

    private static final String RECORDED = """
            sessions open("main") -> ok("#1")
            cache open("hot") -> ok("#2")
            sessions [method]bucket.set("#1", "ada", [65, 100, 97]) -> ok
            cache [method]bucket.set("#2", "ada", [65, 100, 97]) -> ok
            cache open("hot") -> ok("#3")
            cache [method]bucket.get("#3", "ada") -> ok(some([65, 100, 97]))
            """;

    private final Component component = Guests.sessions();

    private static void session(ExportedInstance service, String user) {
        service.function("login").call(user, new byte[] {65, 100, 97});
        assertThat(service.function("lookup").call(user))
                .hasToString("ok(some({value: [65, 100, 97], origin: cache}))");
    }

    private Recorder recorded(Recorder recording) {
        Linker linker = Linker.builder()
                .bind("sessions")
                .to(KeyValue.inMemory())
                .wrap(recording)
                .bind("cache")
                .to(KeyValue.inMemory())
                .wrap(recording)
                .build();
        try (ComponentInstance app = linker.plan(component).instantiate()) {
            session(app.instance(Guests.SERVICE), "ada");
        }
        return recording;
    }

    @Test
    void isReadableAndReplayed(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("login.calls");
        recorded(Recorder.create()).writeTo(file);
        assertThat(Files.readString(file)).isEqualTo(RECORDED);
        Replay replay = Replay.of(component, file);
        try (ComponentInstance app =
                replay.bindTo(Linker.builder()).build().plan(component).instantiate()) {
            session(app.instance(Guests.SERVICE), "ada");
            replay.verify();
        }
    }

    @Test
    void anotherCallShowsTheDifference() {
        Replay replay = Replay.of(component, RECORDED);
        String message = """
                expected the recorded calls, found others
                --- recorded
                +++ replayed
                @@ -1,3 +1,3 @@
                 sessions open("main") -> ok("#1")
                 cache open("hot") -> ok("#2")
                -sessions [method]bucket.set("#1", "ada", [65, 100, 97]) -> ok
                +sessions [method]bucket.set("#1", "bob", [65, 100, 97])""";
        try (ComponentInstance app =
                replay.bindTo(Linker.builder()).build().plan(component).instantiate()) {
            assertThatThrownBy(() -> session(app.instance(Guests.SERVICE), "bob"))
                    .isInstanceOf(TrapException.class)
                    .cause()
                    .isInstanceOf(MockFailure.class)
                    .hasMessage(message);
        }
        assertThatThrownBy(replay::verify).isInstanceOf(MockFailure.class).hasMessage(message);
    }

    @Test
    void callsThatDoNotComeShowTheDifference() {
        Replay replay = Replay.of(component, RECORDED);
        try (ComponentInstance app =
                replay.bindTo(Linker.builder()).build().plan(component).instantiate()) {
            app.instance(Guests.SERVICE).function("login").call("ada", new byte[] {65, 100, 97});
            assertThatThrownBy(replay::verify).isInstanceOf(MockFailure.class).hasMessage("""
                    expected the recorded calls, found others
                    --- recorded
                    +++ replayed
                    @@ -2,5 +2,3 @@
                     cache open("hot") -> ok("#2")
                     sessions [method]bucket.set("#1", "ada", [65, 100, 97]) -> ok
                     cache [method]bucket.set("#2", "ada", [65, 100, 97]) -> ok
                    -cache open("hot") -> ok("#3")
                    -cache [method]bucket.get("#3", "ada") -> ok(some([65, 100, 97]))""");
        }
    }

    @Test
    void whatIsHiddenIsNotWrittenAndNotCompared() {
        Recorder recording = recorded(Recorder.create().hiding("value"));
        assertThat(recording.toString())
                .contains("# hidden parameters: value\n")
                .contains("sessions [method]bucket.set(\"#1\", \"ada\", _) -> ok\n")
                .doesNotContain("bucket.set(\"#1\", \"ada\", [");
        Replay replay = Replay.of(component, recording.toString());
        try (ComponentInstance app =
                replay.bindTo(Linker.builder()).build().plan(component).instantiate()) {
            app.instance(Guests.SERVICE).function("login").call("ada", new byte[] {1});
        }
    }

    @Test
    void trapsAreRecordedWithoutTheirWords() {
        Recorder recording = Recorder.create();
        Functions broken = Functions.of(f -> f.function("open", (call, args) -> {
                    throw new IllegalStateException("password 1234");
                })
                .function("[method]bucket.get", (call, args) -> null)
                .function("[method]bucket.set", (call, args) -> null)
                .function("[method]bucket.delete", (call, args) -> null)
                .function("[method]bucket.exists", (call, args) -> null)
                .function("[method]bucket.list-keys", (call, args) -> null));
        Linker linker = Linker.builder()
                .bind("sessions", "cache")
                .to(broken)
                .wrap(recording)
                .build();
        try (ComponentInstance app = linker.plan(component).instantiate()) {
            assertThatThrownBy(
                            () -> app.instance(Guests.SERVICE).function("users").call())
                    .isInstanceOf(TrapException.class);
        }
        assertThat(recording).hasToString("sessions open(\"main\") -> trap\n");
        Replay replay = Replay.of(component, recording.toString());
        try (ComponentInstance app =
                replay.bindTo(Linker.builder()).build().plan(component).instantiate()) {
            assertThatThrownBy(
                            () -> app.instance(Guests.SERVICE).function("users").call())
                    .isInstanceOf(TrapException.class)
                    .hasMessageContaining("the recorded call trapped");
        }
        replay.verify();
    }
}
