package dev.witloof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitCommandTest {

    private static final String TEXT = """
            package acme:desk@1.0.0;

            interface desk {
              pending: func() -> u32;

              @unstable(feature = later)
              later: func();
            }
            """;

    private static final String PRINTED = """
            package acme:desk@1.0.0;

            interface desk {
              pending: func() -> u32;
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void witIsPrintedFromTextFolderBinaryAndStandardInput() throws IOException {
        Path file = Files.writeString(folder.resolve("desk.wit"), TEXT);
        Path binary = folder.resolve("desk.wasm");
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);

        Outcome.of("wit", "print", file.toString()).is(0, PRINTED, "");
        Outcome.of("wit", "print", folder.toString()).is(0, PRINTED, "");
        Outcome.of(bytes, "wit", "print", "-").is(0, PRINTED, "");
        Outcome.of("wit", "encode", file.toString(), "-o", binary.toString()).is(0, "", "");
        Outcome.of(
                        "wit",
                        "encode",
                        binary.toString(),
                        "-o",
                        folder.resolve("again.wasm").toString())
                .is(0, "", "");
        assertThat(folder.resolve("again.wasm")).hasBinaryContent(Files.readAllBytes(binary));
        Outcome.of("wit", "print", binary.toString()).is(0, PRINTED, "");
        Outcome.of(Files.readAllBytes(binary), "wit", "print", "-").is(0, PRINTED, "");
        assertThat(Outcome.of("wit", "print", file.toString(), "--feature", "later")
                        .out())
                .contains("later: func();");
        assertThat(Outcome.of("wit", "print", file.toString(), "--all-features").out())
                .contains("later: func();");
    }

    @Test
    void aComponentsWitIsPrinted() throws IOException {
        Path shop = Outcome.guest("wat-shop/shop.wasm", folder);

        assertThat(Outcome.of("wit", "print", shop.toString()).out()).startsWith("""
                package root:component;

                world root {
                  @external-id("session-db:eu-west-1")
                  import sessions: wasi:keyvalue/store@0.2.0-draft;
                """);
    }

    @Test
    void javaIsGeneratedOfWitAndOfComponents() throws IOException {
        Path file = Files.writeString(folder.resolve("desk.wit"), TEXT);
        Path shop = Outcome.guest("wat-shop/shop.wasm", folder);
        Path out = folder.resolve("java");

        Outcome.of("wit", "generate", file.toString(), "-o", out.toString()).is(0, "", "1 files, 1 of them written\n");
        Outcome.of("wit", "generate", file.toString(), "-o", out.toString()).is(0, "", "1 files, 0 of them written\n");
        assertThat(out.resolve("acme/desk/v1_0_0/Desk.java")).content().contains("long pending();");
        Outcome.of(
                        "wit",
                        "generate",
                        shop.toString(),
                        "-o",
                        out.toString(),
                        "--world",
                        "acme:shop/shop@1.0.0",
                        "--package",
                        "acme:shop=com.acme.shop",
                        "--interface",
                        "acme:shop/desk@1.0.0")
                .is(0, "", "5 files, 5 of them written\n");
        assertThat(out.resolve("com/acme/shop/Desk.java")).isRegularFile();
    }

    @Test
    void whatIsWrongInWitHasItsPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.wit"), "package a:b;\ninterface c { x: func( }\n");

        String error =
                "2:24: expected an identifier or string, found '}'\ninterface c { x: func( }\n                       ^\n";
        String found = file + ": expected no errors, found 1:\n" + file + ":" + error;

        Outcome.of("wit", "print", file.toString()).is(3, "", "witloof wit print: " + found);
        Outcome.of("wit", "generate", file.toString(), "-o", folder.toString())
                .is(3, "", "witloof wit generate: " + found);
        Outcome.of(Files.readAllBytes(file), "wit", "encode", "-")
                .is(3, "", "witloof wit encode: standard input: expected no errors, found 1:\nstandard input:" + error);
    }

    @Test
    void whatCannotBeReadOrIsOfAnotherKindIsBadInput() throws IOException {
        Path core = Files.write(folder.resolve("core.wasm"), new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        Path empty = Files.createDirectory(folder.resolve("empty"));

        Outcome.of("wit", "print", core.toString())
                .is(3, "", "witloof wit print: " + core + ": offset 0x4: expected a component, found a core module\n");
        Outcome.of("wit", "print", empty.toString())
                .is(
                        3,
                        "",
                        "witloof wit print: " + empty
                                + ": expected no errors, found 1:\nexpected at least one .wit file, found none\n");
        Outcome.of("wit", "print", "-").is(3, "", "witloof wit print: standard input: expected WIT, found nothing\n");
        Outcome.of("wit", "print", folder.resolve("none").toString())
                .is(3, "", "witloof wit print: " + folder.resolve("none") + ": expected a file, found nothing\n");
    }

    @Test
    void wrongArgumentsAreUsage() {
        Outcome.of("wit").is(64, "", "witloof wit: expected a command, found none\nwitloof wit --help says more\n");
        Outcome.of("wit", "generate", "x.wit")
                .is(
                        64,
                        "",
                        "witloof wit generate: Missing required option: '--output=FOLDER'\n"
                                + "witloof wit generate --help says more\n");
        Outcome.of("wit", "generate", "x.wit", "-o", "out", "--options", "maybe")
                .is(
                        64,
                        "",
                        "witloof wit generate: expected optional or nullable, found \"maybe\"\n"
                                + "witloof wit generate --help says more\n");
    }
}
