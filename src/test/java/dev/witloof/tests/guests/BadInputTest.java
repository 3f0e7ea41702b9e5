package dev.witloof.tests.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.MalformedException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.ExportedInstance;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Linker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes of the embedder, each answered by a sentence that says what there is instead. */
final class BadInputTest {

    private static final byte[] EMPTY_CORE_MODULE = {0, 'a', 's', 'm', 1, 0, 0, 0};

    @TempDir
    Path folder;

    @Test
    void aFileThatIsMissing() {
        Path missing = folder.resolve("shop.wasm");

        assertThatThrownBy(() -> Component.load(missing))
                .isExactlyInstanceOf(NoSuchFileException.class)
                .hasMessage(missing + ": expected the file of a component, found nothing");
    }

    @Test
    void aDirectory() {
        assertThatThrownBy(() -> Component.load(folder))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(folder + ": expected the file of a component, found a directory");
    }

    @Test
    void aCoreModule() throws IOException {
        Path file = Files.write(folder.resolve("core.wasm"), EMPTY_CORE_MODULE);

        assertThatThrownBy(() -> Component.load(file))
                .isExactlyInstanceOf(MalformedException.class)
                .hasMessage("offset 0x4: expected a component, found a core module;"
                        + " make a component of it with `wasm-tools component new`");
    }

    @Test
    void textWhereBytesAreExpected() {
        assertThatThrownBy(() -> Component.load("(component)".getBytes(StandardCharsets.UTF_8)))
                .isExactlyInstanceOf(MalformedException.class)
                .hasMessage(
                        "offset 0x0: expected a component, found WebAssembly text; convert it with `wasm-tools parse`");
    }

    @Test
    void anEmptyFile() {
        assertThatThrownBy(() -> Component.load(new byte[0]))
                .isExactlyInstanceOf(MalformedException.class)
                .hasMessage("offset 0x0: expected a component, found nothing: the input is empty");
    }

    @Test
    void anExportThatIsNotThere() {
        try (ComponentInstance app = sessions()) {
            assertThatThrownBy(() -> app.instance("demo:named/session-service"))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("component: no instance \"demo:named/session-service\" is exported;"
                            + " there is \"demo:named/session-service@0.1.0\"");
            assertThatThrownBy(() -> app.function("login"))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("component: no func \"login\" is exported; it exports none, there is instance"
                            + " \"demo:named/session-service@0.1.0\"");
        }
    }

    @Test
    void aFunctionThatIsNotThere() {
        try (ComponentInstance app = sessions()) {
            assertThatThrownBy(() -> service(app).function("log-in"))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "component, export \"demo:named/session-service@0.1.0\": no func \"log-in\" is exported,"
                                    + " did you mean \"login\"? there is \"login\", \"lookup\", \"logout\", \"users\"");
        }
    }

    @Test
    void argumentsOfAnotherTypeOrNumber() {
        try (ComponentInstance app = sessions()) {
            assertThatThrownBy(() -> service(app).function("lookup").call(7))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("argument \"user\": expected string, found 7");
            assertThatThrownBy(() -> service(app).function("lookup").call())
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "lookup: expected 1 arguments for func(user: string) -> result<option<record { value: list<u8>,"
                                    + " origin: enum { cache, store } }>, string>, found 0");
            assertThatThrownBy(() -> service(app).function("lookup", Object.class, int.class))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("lookup, parameter \"user\": expected String for string, found int");
            assertThat(service(app).function("lookup").call("ada"))
                    .as("mistakes of the caller do not harm the instance")
                    .hasToString("ok(none)");
        }
    }

    @Test
    void anInstanceThatIsClosed() {
        ComponentInstance app = sessions();
        app.close();
        app.close();

        assertThatThrownBy(() -> service(app).function("lookup").call("ada"))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("the instance is closed");
    }

    private static ExportedInstance service(ComponentInstance app) {
        return app.instance("demo:named/session-service@0.1.0");
    }

    private static ComponentInstance sessions() {
        return Linker.builder()
                .bind("sessions")
                .to(KeyValue.inMemory())
                .bind("cache")
                .to(KeyValue.bounded().maximumEntries(10).build())
                .build()
                .plan(Guests.component("c-sessions/sessions.wasm"))
                .instantiate();
    }
}
