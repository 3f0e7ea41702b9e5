package dev.witloof.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.wit.parser.WitParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private static final String SESSIONS = "../../guests/c-sessions/";

    private record Run(int status, String out, String err) {}

    @TempDir
    Path folder;

    private static Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesWhatChanged() throws IOException {
        String[] arguments = {"--out", folder.toString(), "--world", "cached-sessions", SESSIONS + "wit"};
        assertThat(run(arguments)).isEqualTo(new Run(0, "4 files, 4 of them written\n", ""));
        assertThat(written())
                .containsExactly(
                        "demo/named/v0_1_0/CachedSessionsExports.java",
                        "demo/named/v0_1_0/CachedSessionsImports.java",
                        "demo/named/v0_1_0/SessionService.java",
                        "wasi/keyvalue/v0_2_0_draft/Store.java");
        Path store = folder.resolve("wasi/keyvalue/v0_2_0_draft/Store.java");
        Path service = folder.resolve("demo/named/v0_1_0/SessionService.java");
        Files.setLastModifiedTime(store, FileTime.fromMillis(0));
        Files.writeString(service, "edited");

        assertThat(run(arguments)).isEqualTo(new Run(0, "4 files, 1 of them written\n", ""));

        assertThat(Files.getLastModifiedTime(store)).isEqualTo(FileTime.fromMillis(0));
        assertThat(service).content().contains("interface SessionService");
    }

    @Test
    void takesAComponent() throws IOException {
        assertThat(run(
                        "--out",
                        folder.toString(),
                        "--world",
                        "demo:named/cached-sessions@0.1.0",
                        "--package",
                        "wasi:keyvalue=com.acme.kv",
                        SESSIONS + "sessions.wasm"))
                .isEqualTo(new Run(0, "4 files, 4 of them written\n", ""));
        assertThat(written()).contains("com/acme/kv/Store.java", "demo/named/v0_1_0/CachedSessionsImports.java");
    }

    @Test
    void takesAWitPackageInBinaryForm() throws IOException {
        byte[] binary = WitParser.create()
                .encode(Map.of("a.wit", "package a:b; interface i { f: func(); }".getBytes(StandardCharsets.UTF_8)));
        Path file = Files.write(folder.resolve("wit.wasm"), binary);

        assertThat(run("--out", folder.resolve("out").toString(), file.toString()))
                .isEqualTo(new Run(0, "1 files, 1 of them written\n", ""));
    }

    @Test
    void wrongInputIsThree() throws IOException {
        Path wit = Files.writeString(folder.resolve("w.wit"), "package a:b;\ninterface i { f: func(x: y); }\n");
        assertThat(run("--out", folder.toString(), wit.toString()).status()).isEqualTo(3);
        assertThat(run("--out", folder.toString(), wit.toString()).err()).startsWith("w.wit:2:26: ");
        Files.writeString(wit, "package a:b;\ninterface i { f: func(x: stream<u8>); }\n");
        assertThat(run("--out", folder.toString(), wit.toString()))
                .isEqualTo(new Run(
                        3,
                        "",
                        "w.wit:2:23: a:b/i, function \"f\", parameter \"x\": expected a type that Java can have, found"
                                + " stream<u8>, which cannot be bound yet\n"));
        assertThat(run("--out", folder.toString(), folder.resolve("none").toString())
                        .status())
                .isEqualTo(3);
        assertThat(run("--out", folder.toString(), "--world", "w", SESSIONS + "sessions.wasm")
                        .status())
                .isEqualTo(3);
    }

    @Test
    void wrongArgumentsAreSixtyFour() {
        assertThat(run("--out", "x")).isEqualTo(usage("the input: expected it to be given, found nothing"));
        assertThat(run("x")).isEqualTo(usage("--out: expected it to be given, found nothing"));
        assertThat(run("--out")).isEqualTo(usage("--out: expected a value after it, found nothing"));
        assertThat(run("--nonsense")).isEqualTo(usage("\"--nonsense\": expected an option, found none of this name"));
        assertThat(run("a", "b")).isEqualTo(usage("\"b\": expected one input, found \"a\" before it"));
        assertThat(run("--package", "a:b")).isEqualTo(usage("--package: expected WIT=JAVA, found \"a:b\""));
        assertThat(run("--options", "x")).isEqualTo(usage("expected optional or nullable, found \"x\""));
        assertThat(run("--interface", "x"))
                .isEqualTo(usage("interface \"x\": expected a name such as acme:shop or acme:shop/cart@1.2.0"));
    }

    private static Run usage(String message) {
        return new Run(64, "", message + "\n--help says more\n");
    }

    @Test
    void helps() {
        assertThat(run("--help").out())
                .startsWith("usage: java dev.witloof.bindings.Main [options] --out FOLDER INPUT\n");
        assertThat(run("--help").status()).isZero();
    }
}
