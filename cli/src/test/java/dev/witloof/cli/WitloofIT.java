package dev.witloof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.witloof.config.Bindings;
import dev.witloof.config.SecretResolver;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import dev.witloof.value.Wave;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, as a process. */
class WitloofIT {

    private static final List<String> FILES = List.of("""
            version: 1
            bindings:
              - {name: sessions, interface: "wasi:keyvalue/store@0.2.0-draft", backend: memory}
              - {name: cache, interface: "wasi:keyvalue/store@0.2.0-draft", backend: bounded, config: {maximumEntries: 10}}
            """, """
            version: 1
            bindings:
              - {name: [sessions, cache], backend: bounded, config: {maximumBytes: 64KiB, buckets: [main, hot]}}
            """, """
            hostInterfaces:
              - {namespace: wasi, package: keyvalue, name: sessions, version: "0.2.0-draft", interfaces: [store], config: {backend: bounded, expireAfterWrite: 1h}}
              - {namespace: wasi, package: keyvalue, name: cache, version: "0.2.0-draft", interfaces: [store], config: {backend: in-memory}}
            """);

    private static final List<String> CALLS =
            List.of("login(\"ada\", [123, 125])", "lookup(\"ada\")", "users()", "logout(\"ada\")");

    @TempDir
    private Path folder;

    @Test
    void theJarRuns() throws IOException, InterruptedException {
        Program.jar("--version").is(0, "witloof " + System.getProperty("witloof.version") + "\n", "");
        Program.jar().is(64, "", "witloof: expected a command, found none\nwitloof --help says more\n");
        Program.jar("nothing")
                .is(
                        64,
                        "",
                        "witloof: Unmatched argument at index 0: 'nothing'\nDid you mean: witloof inspect?\nwitloof --help says more\n");
    }

    @Test
    void everyCommandHasAnEnd() throws IOException, InterruptedException {
        String outcomes = Outcome.resource("outcomes.wasm", folder).toString();
        String shop = Outcome.guest("wat-shop/shop.wasm", folder).toString();
        String missing = folder.resolve("missing").toString();

        Program.script("run", outcomes, "--invoke", "half(6)").is(0, "ok(3)\n", "");
        Program.script("run", outcomes, "--invoke", "half(7)").is(1, "err(\"odd\")\n", "");
        Program.script("run", outcomes, "--invoke", "fail()")
                .is(134, "", "witloof run: export fail: unreachable\n    in M!func[1]\n");
        assertThat(Program.script("run", shop, "--invoke", "checkout(\"c\")").status())
                .isEqualTo(126);
        assertThat(Program.script("run", missing, "--invoke", "f()").status()).isEqualTo(125);
        assertThat(Program.script("run", outcomes).status()).isEqualTo(64);
        Program.script("plan", outcomes).is(0, "outcomes.wasm (sha256 91acea65…): 0 imports\n", "");
        assertThat(Program.script("plan", shop).status()).isEqualTo(2);
        assertThat(Program.script("plan", missing).status()).isEqualTo(3);
        assertThat(Program.script("plan").status()).isEqualTo(64);
        assertThat(Program.script("inspect", shop).status()).isZero();
        assertThat(Program.script("inspect", missing).status()).isEqualTo(3);
        assertThat(Program.script("scaffold", shop).status()).isZero();
        assertThat(Program.script("scaffold", missing).status()).isEqualTo(3);
        assertThat(Program.script("wit", "print", shop).status()).isZero();
        assertThat(Program.script("wit", "encode", missing).status()).isEqualTo(3);
        assertThat(Program.script("wit", "generate", shop).status()).isEqualTo(64);
    }

    @Test
    void oneComponentIsLinkedFromThreeFilesToThreePairsOfBackends() throws IOException, InterruptedException {
        Path sessions = Outcome.guest("c-sessions/sessions.wasm", folder);
        Set<List<String>> results = new LinkedHashSet<>();
        Set<String> backends = new LinkedHashSet<>();
        for (String text : FILES) {
            Path file = Files.writeString(folder.resolve("bindings.yaml"), text);
            Component component = Component.load(sessions);
            Linker linker = Bindings.load(file, Backends.registry(), SecretResolver.none())
                    .applyTo(Linker.builder())
                    .build();
            backends.add(linker.plan(component).bindings().stream()
                    .map(binding -> binding.boundTo())
                    .toList()
                    .toString());
            List<String> byProgram = new ArrayList<>();
            List<String> byApi = new ArrayList<>();
            for (String call : CALLS) {
                Outcome outcome =
                        Program.jar("run", sessions.toString(), "--bindings", file.toString(), "--invoke", call);
                assertThat(outcome.err()).isEmpty();
                byProgram.add(outcome.out());
                Invocation invocation = Invocation.parse(call, component);
                try (ComponentInstance instance = linker.plan(component).instantiate()) {
                    byApi.add(Wave.print(
                                    invocation.call(instance),
                                    invocation.type().result().orElseThrow())
                            + "\n");
                }
                linker = Bindings.load(file, Backends.registry(), SecretResolver.none())
                        .applyTo(Linker.builder())
                        .build();
            }
            assertThat(byProgram).isEqualTo(byApi);
            results.add(byProgram);
        }

        assertThat(backends).containsExactly("[memory, bounded]", "[bounded, bounded]", "[bounded, in-memory]");
        assertThat(results).containsExactly(List.of("ok\n", "ok(none)\n", "ok([])\n", "ok(false)\n"));
    }

    @Test
    void driversBesideTheStartScriptAreOnTheClassPath() throws Exception {
        String sessions = Outcome.guest("c-sessions/sessions.wasm", folder).toString();
        Path file = Files.writeString(folder.resolve("bindings.yaml"), """
                version: 1
                bindings:
                  - {name: [sessions, cache], backend: jdbc, config: {url: "jdbc:h2:mem:cli;DB_CLOSE_DELAY=-1"}}
                """);
        Path own = Files.createDirectory(folder.resolve("with space"));
        Path script = Files.copy(Program.file("witloof"), own.resolve("witloof"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createSymbolicLink(own.resolve("witloof.jar"), Program.file("witloof.jar"));
        List<String> command = List.of(
                script.toString(), "run", sessions, "--bindings", file.toString(), "--invoke", "lookup(\"ada\")");

        Outcome without = Program.run(command, Program.environment());
        assertThat(without.err()).contains("jdbc:h2:mem:cli: expected a driver for it on the class path, found none");
        assertThat(without.status()).isEqualTo(125);

        Path driver = Path.of(org.h2.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.copy(driver, Files.createDirectory(own.resolve("drivers")).resolve("h2.jar"));
        Outcome with = Program.run(command, Program.environment());
        assertThat(with.out()).isEqualTo("ok(none)\n");
        assertThat(with.status()).isZero();
        Files.delete(own.resolve("witloof.jar"));
    }

    @Test
    void theStartScriptFindsTheJarBehindALink() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("w"), Program.file("witloof"));

        Program.run(List.of(link.toString(), "--version"), Program.environment())
                .is(0, "witloof " + System.getProperty("witloof.version") + "\n", "");
        Files.delete(link);
    }

    @Test
    void theStartScriptFindsTheJarWhateverTheShellsPathForFolders() throws IOException, InterruptedException {
        Path distribution = Program.file("witloof").getParent();
        Map<String, String> environment = new HashMap<>(Program.environment());
        environment.put("CDPATH", distribution.getParent().toString());
        String script = "cd " + distribution.getParent() + " && " + distribution.getFileName() + "/witloof --version";

        Program.run(List.of("sh", "-c", script), environment)
                .is(0, "witloof " + System.getProperty("witloof.version") + "\n", "");
    }

    @Test
    void theStartScriptSaysWhatIsMissing() throws IOException, InterruptedException {
        Program.run(List.of(Program.file("witloof").toString(), "--version"), Map.of("JAVA_HOME", folder.toString()))
                .is(125, "", "witloof: JAVA_HOME: expected a JVM in " + folder + ", found no bin/java\n");
    }

    @Test
    void whoStopsReadingSeesNoError() throws IOException, InterruptedException {
        String guest = Outcome.guest("rust-wasi/hello.p2.wasm", folder).toString();
        String script = Program.file("witloof") + " inspect " + guest + " | head -n 1; exit ${PIPESTATUS[0]}";

        Outcome outcome = Program.run(List.of("bash", "-c", script), Program.environment());

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("component hello.p2.wasm, sha256 ").hasLineCount(1);
        assertThat(outcome.status()).isZero();
    }

    @Test
    void aFullDiskIsAnError() throws IOException, InterruptedException {
        String guest = Outcome.guest("wat-shop/shop.wasm", folder).toString();
        String script = Program.file("witloof") + " inspect " + guest + " > /dev/full";

        Program.run(List.of("bash", "-c", script), Program.environment())
                .is(3, "", "witloof inspect: standard output: No space left on device\n");
    }

    @Test
    void textIsUtf8WhateverTheLocale() throws IOException, InterruptedException {
        String outcomes = Outcome.resource("outcomes.wasm", folder).toString();
        Map<String, String> environment = new HashMap<>(Program.environment());
        environment.put("LC_ALL", "C");

        Program.run(
                        List.of(
                                Program.file("witloof").toString(),
                                "run",
                                outcomes,
                                "--invoke",
                                "letter('\\u{1F600}')"),
                        environment)
                .is(0, "'😀'\n", "");
    }

    @Test
    void withoutANativeLibraryOnlyWitIsMissing() throws IOException, InterruptedException {
        String shop = Outcome.guest("wat-shop/shop.wasm", folder).toString();
        Map<String, String> environment = new HashMap<>(Program.environment());
        environment.put("JAVA_OPTS", environment.get("JAVA_OPTS") + " -Dwitloof.wit.library=/nowhere.so");

        assertThat(Program.run(List.of(Program.file("witloof").toString(), "inspect", shop), environment)
                        .status())
                .isZero();
        Program.run(List.of(Program.file("witloof").toString(), "wit", "print", shop), environment)
                .is(
                        3,
                        "",
                        "witloof wit print: /nowhere.so: expected the native WIT parser, which -Dwitloof.wit.library names, found no file.\n");
    }

    @Test
    void aTerminalHasColoursAndAPipeHasNone() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "util-linux's script makes the terminal");
        String shop = Outcome.guest("wat-shop/shop.wasm", folder).toString();
        String plan = Program.file("witloof") + " plan " + shop;
        List<String> inTerminal = List.of("script", "--quiet", "--return", "--command", plan, "/dev/null");

        Outcome coloured = Program.run(inTerminal, Program.environment());
        Map<String, String> plain = new HashMap<>(Program.environment());
        plain.put("NO_COLOR", "1");

        assertThat(coloured.status()).isEqualTo(2);
        assertThat(coloured.out()).contains("\u001b[").contains("cannot be linked");
        assertThat(Program.run(inTerminal, plain).out())
                .doesNotContain("\u001b")
                .isEqualToNormalizingNewlines(Program.run(List.of("sh", "-c", plan), Program.environment())
                        .err());
    }

    @Test
    void theCompletionScriptIsCurrentAndCompletes() throws IOException, InterruptedException {
        Path script = Program.file("completion.sh");
        assertThat(script)
                .content(StandardCharsets.UTF_8)
                .isEqualTo(Outcome.of("completion").out());

        String words = "compopt() { :; }; source " + script + "; COMP_WORDS=(witloof run --inv); COMP_CWORD=2; "
                + "_complete_witloof; echo \"${COMPREPLY[@]}\"";
        Program.run(List.of("bash", "-c", words), Map.of()).is(0, "--invoke\n", "");
        words = "compopt() { :; }; source " + script + "; COMP_WORDS=(witloof wit en); COMP_CWORD=2; "
                + "_complete_witloof; echo \"${COMPREPLY[@]}\"";
        Program.run(List.of("bash", "-c", words), Map.of()).is(0, "encode\n", "");
    }
}
