package dev.witloof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.witloof.config.Bindings;
import dev.witloof.config.SecretResolver;
import dev.witloof.instance.Component;
import dev.witloof.link.Linker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

    private static final String GOOD = """
            version: 1
            bindings:
              - {name: sessions, interface: "wasi:keyvalue/store@0.2.0-draft", backend: memory}
              - {name: cache, interface: "wasi:keyvalue/store@0.2.0-draft", backend: bounded, config: {maximumEntries: 10}}
            """;

    @TempDir
    private static Path folder;

    private static String sessions;

    @BeforeAll
    static void guests() throws IOException {
        sessions = Outcome.guest("c-sessions/sessions.wasm", folder).toString();
    }

    @Test
    void aPlanIsPrinted() throws IOException {
        Outcome.of("plan", sessions, "--bindings", bindings(GOOD)).is(0, """
                sessions.wasm (sha256 39883078…): 2 imports
                  import    implements                       bound to  by    declared at
                  sessions  wasi:keyvalue/store@0.2.0-draft  memory    name  %1$s:3:12
                  cache     wasi:keyvalue/store@0.2.0-draft  bounded   name  %1$s:4:12
                """.formatted(file()), "");
    }

    @Test
    void aPlanForProgramsIsTheLinkersOwn() throws IOException {
        String plan = Bindings.load(Path.of(bindings(GOOD)), Backends.registry(), SecretResolver.none())
                .applyTo(Linker.builder())
                .build()
                .plan(Component.load(Path.of(sessions)))
                .toJson();

        Outcome.of("plan", "--json", sessions, "--bindings", file()).is(0, plan + "\n", "");
    }

    @Test
    void aReportIsNoResultAndSpeaksOfTheFile() throws IOException {
        String file = bindings(GOOD.replace("name: sessions", "name: sesions"));

        Outcome.of("plan", sessions, "--bindings", file).is(2, "", """
                        sessions.wasm (sha256 39883078…) cannot be linked: 1 problem in 2 imports

                        1) unbound: import "sessions", implements wasi:keyvalue/store@0.2.0-draft
                             needs [method]bucket.get, [method]bucket.set, [method]bucket.delete, [method]bucket.exists, \
                        [method]bucket.list-keys, open
                             nothing is bound to this name. Did you mean "sesions" (%1$s:3:12, memory), which no import uses?
                             fix: name: sessions   (%1$s:3:12)
                        """.formatted(file));
    }

    @Test
    void aReportForProgramsIsTheResult() throws IOException {
        String file = bindings(GOOD.replace("name: sessions", "name: sesions"));

        Outcome outcome = Outcome.of("plan", sessions, "--json", "--bindings", file);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .startsWith("{\"component\":{\"name\":\"sessions.wasm\",\"sha256\":\"398830783c29")
                .contains("\"problems\":[{\"kind\":\"unbound\",\"import\":\"sessions\",")
                .endsWith(",\"declaredAt\":\"" + file + ":3:12\",\"fix\":\"name: sessions\"}]}\n");
    }

    @Test
    void aReportHasColoursOnATerminalOnly() throws IOException {
        String file = bindings(GOOD.replace("name: sessions", "name: sesions"));
        String[] arguments = {"plan", sessions, "--bindings", file};

        String plain = Outcome.of(arguments).err();
        assertThat(plain).doesNotContain("\u001b");
        assertThat(Outcome.of(new byte[0], true, Map.of(), arguments).err().replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(plain)
                .isNotEqualTo(Outcome.of(new byte[0], true, Map.of(), arguments).err());
        assertThat(Outcome.of(new byte[0], true, Map.of("NO_COLOR", "1"), arguments)
                        .err())
                .isEqualTo(plain);
        assertThat(Outcome.of(new byte[0], true, Map.of("TERM", "dumb"), arguments)
                        .err())
                .isEqualTo(plain);
    }

    @Test
    void whatIsWrongInTheFileIsBadInputWithItsPlace() throws IOException {
        String file = bindings(GOOD.replace("backend: memory", "backend: memry").replace("10}", "10, age: 1s}"));

        Outcome.of("plan", sessions, "--bindings", file).is(3, "", """
                        witloof plan: %1$s: 2 problems

                        %1$s:3:77: expected the id of a registered backend, found "memry"; did you mean memory?
                              - {name: sessions, interface: "wasi:keyvalue/store@0.2.0-draft", backend: memry}
                                                                                                        ^^^^^

                        %1$s:4:112: expected a setting that backend "bounded" reads, found "age"; it reads buckets, readOnly, \
                        pageSize, maximumBuckets, maximumEntries, maximumBytes, expireAfterWrite, expireAfterAccess
                            …", backend: bounded, config: {maximumEntries: 10, age: 1s}}
                                                                               ^^^
                        """.formatted(file));
    }

    @Test
    void aBackendsOwnRefusalIsTold() throws IOException {
        String file = bindings(GOOD.replace("{maximumEntries: 10}", "{}"));

        Outcome.of("plan", sessions, "--bindings", file)
                .is(
                        3,
                        "",
                        "witloof plan: " + file
                                + ":4:74: expected settings for backend \"bounded\", but it threw "
                                + "java.lang.IllegalArgumentException: bounded key-value: expected a bound, found none\n"
                                + "      - {name: cache, interface: \"wasi:keyvalue/store@0.2.0-draft\", backend: bounded, config: {}}\n"
                                + "                                                                             ^^^^^^^\n");
    }

    @Test
    void aFileThatIsNotThereIsBadInput() {
        Path missing = folder.resolve("missing.yaml");

        Outcome.of("plan", sessions, "--bindings", missing.toString())
                .is(3, "", "witloof plan: " + missing + ": expected a file, found none\n");
    }

    @Test
    void L20_aSecretIsInNoOutput() throws IOException {
        Path shop = Outcome.guest("wat-shop/shop.wasm", folder);
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("greeting"), "hunter2\n");
        String file = bindings("""
                version: 1
                bindings:
                  - {interface: "wasi:config/store@0.2.0-rc.1", backend: map, config: {greeting: "${secret:greeting}"}}
                """);

        Outcome outcome =
                Outcome.of("plan", shop.toString(), "--verbose", "--bindings", file, "--secrets", secrets.toString());

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out() + outcome.err()).contains("greeting").doesNotContain("hunter2");
    }

    @Test
    void aFolderIsNoFileOfBindings() {
        String message = ": " + folder + ": expected a file, found a directory\n";

        Outcome.of("plan", sessions, "--bindings", folder.toString()).is(3, "", "witloof plan" + message);
        Outcome.of("run", sessions, "--bindings", folder.toString(), "--invoke", "users()")
                .is(125, "", "witloof run" + message);
        Path under = Path.of(sessions).resolve("bindings.yaml");
        Outcome.of("plan", sessions, "--bindings", under.toString())
                .is(
                        3,
                        "",
                        "witloof plan: " + under
                                + ": expected a file that can be read, but java.nio.file.FileSystemException was thrown\n");
    }

    @Test
    void aFileOfBindingsThatMayNotBeReadIsBadInput() throws IOException {
        Path file = Files.writeString(folder.resolve("closed.yaml"), GOOD);
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "the superuser may read everything");

        Outcome.of("plan", sessions, "--bindings", file.toString())
                .is(3, "", "witloof plan: " + file + ": expected a file that may be read, found one that may not\n");
    }

    private static final String UNBOUND = """
            sessions.wasm (sha256 39883078…) cannot be linked: 2 problems in 2 imports

            1) unbound: import "sessions", implements wasi:keyvalue/store@0.2.0-draft
                 needs [method]bucket.get, [method]bucket.set, [method]bucket.delete, [method]bucket.exists, \
            [method]bucket.list-keys, open
                 nothing is bound to this name
                 fix: - {name: sessions, interface: "wasi:keyvalue/store@0.2.0-draft", backend: …}   (%1$s)

            2) unbound: import "cache", implements wasi:keyvalue/store@0.2.0-draft
                 needs [method]bucket.get, [method]bucket.set, [method]bucket.delete, open
                 nothing is bound to this name
                 fix: - {name: cache, interface: "wasi:keyvalue/store@0.2.0-draft", backend: …}   (%1$s)
            """;

    @Test
    void withoutBindingsTheReportSaysWhereTheyComeFrom() {
        Outcome.of("plan", sessions)
                .is(
                        2,
                        "",
                        UNBOUND.formatted("--bindings FILE") + "\n`witloof scaffold " + sessions
                                + "` writes a file of bindings to fill in, for --bindings\n");
    }

    @Test
    void whatIsToBeWrittenIsAnEntryOfTheFileAlsoWhereItHasNone() throws IOException {
        String file = bindings("version: 1\nbindings: []\n");

        Outcome.of("plan", sessions, "--bindings", file).is(2, "", UNBOUND.formatted(file));
    }

    @Test
    void aScaffoldThatIsFilledInLinks() throws IOException {
        Outcome scaffold = Outcome.of("scaffold", sessions);
        assertThat(scaffold.status()).isZero();
        assertThat(scaffold.err()).isEmpty();
        assertThat(scaffold.out())
                .startsWith("# Bindings of sessions.wasm (sha256 ")
                .contains("backend: REPLACE-ME");

        String file = bindings(scaffold.out().replace("REPLACE-ME", "in-memory"));
        assertThat(Outcome.of("plan", sessions, "--bindings", file).status()).isZero();
        Path written = folder.resolve("scaffold.yaml");
        Outcome.of("scaffold", sessions, "-o", written.toString()).is(0, "", "");
        assertThat(written).hasContent(scaffold.out());
        Path missing = folder.resolve("missing").resolve("scaffold.yaml");
        Outcome.of("scaffold", sessions, "--output", missing.toString())
                .is(3, "", "witloof scaffold: " + missing + ": expected a file, found nothing\n");
    }

    private static String file() {
        return folder.resolve("bindings.yaml").toString();
    }

    private static String bindings(String text) throws IOException {
        return Files.writeString(Path.of(file()), text).toString();
    }
}
