package dev.witloof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

    @TempDir
    private static Path folder;

    private static String stores;
    private static String micro;
    private static String outcomes;
    private static String broken;

    @BeforeAll
    static void guests() throws IOException {
        stores = Outcome.guest("c-stores/stores.wasm", folder).toString();
        outcomes = Outcome.resource("outcomes.wasm", folder).toString();
        broken = Outcome.resource("broken.wasm", folder).toString();
        micro = Outcome.guest("bench-micro/micro.wasm", folder).toString();
    }

    @Test
    void aResultIsPrinted() {
        Outcome.of("run", outcomes, "--invoke", "half(6)").is(0, "ok(3)\n", "");
        Outcome.of("run", outcomes, "--invoke", "letter('\\u{1F600}')").is(0, "'😀'\n", "");
        Outcome.of("run", outcomes, "--invoke", "nothing()").is(0, "", "");
    }

    @Test
    void anErrIsPrintedAndIsAStatusOfItsOwn() {
        Outcome.of("run", outcomes, "--invoke", "half(7)").is(1, "err(\"odd\")\n", "");
    }

    @Test
    void aTrapHasTheStatusOfAnAbort() {
        Outcome.of("run", outcomes, "--invoke", "fail()")
                .is(134, "", "witloof run: export fail: unreachable\n    in M!func[1]\n");
        Outcome.of("run", broken, "--invoke", "f()")
                .is(
                        134,
                        "",
                        "witloof run: core module 0: expected segments that fit and a start function that returns, "
                                + "found a trap: unreachable\n");
    }

    @Test
    void compiledCodeIsKeptWhereItIsWanted() throws IOException {
        Path cache = folder.resolve("cache");

        Outcome.of("run", outcomes, "--cache", cache.toString(), "--invoke", "half(6)")
                .is(0, "ok(3)\n", "");
        assertThat(cache).isNotEmptyDirectory();
        Outcome.of("run", outcomes, "--cache", cache.toString(), "--invoke", "half(6)")
                .is(0, "ok(3)\n", "");
    }

    @Test
    void importsAreServedByTheBackendsOfAFile() throws IOException {
        Path bindings = Files.writeString(folder.resolve("bindings.yaml"), """
                version: 1
                bindings:
                  - {name: sessions, interface: "wasi:keyvalue/store@0.2.0-draft", backend: memory, config: {readOnly: main}}
                  - {name: cache, interface: "wasi:keyvalue/store@0.2.0-draft", backend: bounded, config: {maximumEntries: 10}}
                """);
        String sessions = Outcome.guest("c-sessions/sessions.wasm", folder).toString();

        Outcome.of("run", sessions, "--bindings", bindings.toString(), "--invoke", "users()")
                .is(0, "ok([])\n", "");
        Outcome.of("run", sessions, "--bindings", bindings.toString(), "--invoke", "login(\"ada\", [1, 2])")
                .is(1, "err(\"sessions.set: access denied\")\n", "");
    }

    @Test
    void whatIsStoredInFilesIsThereInTheNextRun() throws IOException {
        Path bindings = Files.writeString(folder.resolve("bindings.yaml"), """
                version: 1
                bindings:
                  - {name: sessions, interface: "wasi:keyvalue/store@0.2.0-draft", backend: files, config: {directory: %s}}
                  - {name: cache, interface: "wasi:keyvalue/store@0.2.0-draft", backend: memory}
                """.formatted(folder.resolve("data")));
        String sessions = Outcome.guest("c-sessions/sessions.wasm", folder).toString();

        Outcome login =
                Outcome.of("run", sessions, "--bindings", bindings.toString(), "--invoke", "login(\"ada\", [1, 2])");
        login.is(0, "ok\n", "");
        Outcome.of("run", sessions, "--bindings", bindings.toString(), "--invoke", "users()")
                .is(0, "ok([\"ada\"])\n", "");
    }

    @Test
    void aFunctionIsCalledByItsNameWhereOneExportHasIt() {
        Outcome.of("run", stores, "--invoke", "live()").is(0, "(0, 0)\n", "");
        Outcome.of("run", stores, "--invoke", "#live()").is(0, "(0, 0)\n", "");
    }

    @Test
    void aFunctionOfSeveralExportsIsCalledWithTheExportsName() {
        Outcome.of("run", stores, "--invoke", "cold#open(\"x\")").is(0, "ok(<bucket (owned)>)\n", "");
        Outcome.of("run", stores, "--invoke", "open(\"x\")")
                .is(
                        125,
                        "",
                        "witloof run: --invoke: stores.wasm: expected one of hot#open, cold#open, found \"open\"\n");
    }

    @Test
    void argumentsThatDoNotFitAreBadInput() {
        Outcome.of("run", stores, "--invoke", "hot#open(1)")
                .is(
                        125,
                        "",
                        "witloof run: --invoke: column 10: expected string, found 1); "
                                + "open: func(identifier: string) -> result<bucket, error>\n");
    }

    @Test
    void whatIsNoCallIsUsage() {
        Outcome.of("run", stores, "--invoke", "live")
                .is(
                        64,
                        "",
                        "witloof run: --invoke: expected a call such as 'login(\"ada\", [1, 2])', found \"live\"\n");
        Outcome.of("run", stores)
                .is(
                        64,
                        "",
                        "witloof run: expected --invoke CALL, or a component that exports wasi:cli/run, found neither\nwitloof run --help says more\n");
        Outcome.of("run", stores, "--invok")
                .is(
                        64,
                        "",
                        "witloof run: Unknown option: '--invok'\nPossible solutions: --invoke\nwitloof run --help says more\n");
    }

    @Test
    void aComponentThatIsNotLinkedIsNotRun() {
        Outcome.of("run", micro, "--invoke", "add(1, 2)").is(126, "", """
                        micro.wasm (sha256 3cbe2efb…) cannot be linked: 2 problems in 2 imports

                        1) unbound: import "sessions", implements bench:micro/kv@0.1.0
                             needs get
                             nothing is bound to this name
                             fix: - {name: sessions, interface: "bench:micro/kv@0.1.0", backend: …}   (--bindings FILE)

                        2) unbound: import "bench:micro/kv@0.1.0"
                             needs get
                             nothing is bound to this interface
                             fix: - {interface: "bench:micro/kv@0.1.0", backend: …}   (--bindings FILE)

                        `witloof scaffold %s` writes a file of bindings to fill in, for --bindings
                        """.formatted(micro));
    }

    @Test
    void aProgramHasLimits() throws IOException {
        String streams = Outcome.guest("c-streams/streams.wasm", folder).toString();

        Outcome.of("run", "--limit", "deadline=300ms", streams, "for-ever")
                .is(
                        124,
                        "",
                        "witloof run: streams.wasm trapped: import \"wasi:io/poll@0.2.3\" [method]pollable.block: "
                                + "deadline: expected an end within 300ms, found the call still running\n");
        Outcome.of("run", "--limit", "deadline=1m", "--limit", "memoryPages=100", streams, "exit", "3")
                .is(3, "", "");
        Outcome small = Outcome.of("run", "--limit", "memoryPages=1", streams, "exit", "3");
        assertThat(small.err()).contains("limit: memoryPages", "--limit");
        assertThat(small.status()).isEqualTo(126);
    }

    @Test
    void aProgramReachesWhatItMay() throws Exception {
        String sockets = Outcome.guest("c-sockets/sockets.wasm", folder).toString();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(server.getLocalPort());
            CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> {
                try (Socket client = server.accept()) {
                    client.getInputStream().transferTo(client.getOutputStream());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });

            Outcome.of("run", "--net", "localhost:" + port, sockets, "--", "client", "4", port, "hello\n")
                    .is(0, "hello\nclosed\n", "");
            echo.get(10, TimeUnit.SECONDS);
            Outcome.of("run", "--net", "localhost:1", sockets, "--", "client", "4", port, "hello\n")
                    .is(1, "start-connect: access-denied\n", "");
            Outcome.of("run", sockets, "--", "client", "4", port, "hello\n")
                    .is(1, "start-connect: access-denied\n", "");
        }
        Outcome.of("run", sockets, "--", "lookup", "4", "localhost").is(1, "resolve-addresses: access-denied\n", "");
    }

    @Test
    void aProgramSendsRequestsToWhatItMayReach() throws Exception {
        String get = Outcome.guest("c-fetch/get.wasm", folder).toString();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            byte[] body =
                    "you asked for %s\n".formatted(exchange.getRequestURI()).getBytes(UTF_8);
            exchange.sendResponseHeaders(203, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String authority = "127.0.0.1:" + server.getAddress().getPort();
            Outcome.of("run", "--net", authority, get, "--", authority, "/a?b")
                    .is(0, "status 203\nyou asked for /a?b\n", "");
            String denied = "error 4\n"; // destination-IP-prohibited
            Outcome.of("run", "--net", "10.0.0.0/8", get, "--", authority, "/").is(1, denied, "");
            Outcome.of("run", get, "--", authority, "/").is(1, denied, "");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatIsNoLimitIsUsage() throws IOException {
        String streams = Outcome.guest("c-streams/streams.wasm", folder).toString();

        Outcome.of("run", "--limit", "memory=1", streams)
                .is(
                        64,
                        "",
                        "witloof run: --limit: expected one of memoryPages, tableElements, handles, instances, definitions, "
                                + "callDepth, liftedBytes, deadline, found \"memory\"\n");
        Outcome.of("run", "--limit", "handles=1.5", streams)
                .is(64, "", "witloof run: --limit: handles: expected a whole number, found \"1.5\"\n");
        Outcome.of("run", "--limit", "deadline=5", streams)
                .is(
                        64,
                        "",
                        "witloof run: --limit: deadline: expected a duration such as 250ms, 5s, 10m or 1h, found \"5\"\n");
        Outcome.of("run", "--limit", "handles=-1", streams)
                .is(64, "", "witloof run: --limit: handles: expected 0 to 268435455, found -1\n");
        Outcome.of("run", "--limit", "deadline=999999999d", streams)
                .is(64, "", "witloof run: --limit: deadline: expected 1ns to 8760h, found more than 8760h\n");
    }

    @Test
    void helpIsAsItIsWritten() {
        assertThat(Outcome.of("run", "--help").out())
                .contains(
                        "The file with a secret that the bindings name as ${secret:NAME}",
                        "a file for each ${secret:NAME},")
                .doesNotContain("null");
    }

    @Test
    void whatAProgramCannotHaveIsUsage() throws IOException {
        String hello = Outcome.guest("c-wasi/hello-c.p2.wasm", folder).toString();

        Outcome.of("run", "--dir", "/tmp", hello)
                .is(
                        64,
                        "",
                        "witloof run: --dir: expected HOST::GUEST or HOST::GUEST::ro, found \"/tmp\"\nwitloof run --help says more\n");
        Outcome.of("run", "--dir", folder + "/nowhere::/work", hello)
                .is(
                        64,
                        "",
                        "witloof run: --dir: expected a folder, found \"" + folder
                                + "/nowhere\", which is not there\nwitloof run --help says more\n");
        Outcome.of("run", "--dir", hello + "::/work", hello)
                .is(
                        64,
                        "",
                        "witloof run: --dir: expected a folder, found \"" + hello
                                + "\", which is none\nwitloof run --help says more\n");
        assertThat(Outcome.of("run", "--net", "everything!", hello).err())
                .startsWith("witloof run: --net: ")
                .endsWith("\nwitloof run --help says more\n");
        Outcome.of("run", "--env", "=x", hello)
                .is(
                        64,
                        "",
                        "witloof run: environment variable: expected a name without \"=\", found \"\"\nwitloof run --help says more\n");
    }

    @Test
    void aComponentThatIsCalledHasWasiBesideItsStores() throws IOException {
        Path bindings = Files.writeString(folder.resolve("wasi.yaml"), """
                version: 1
                bindings:
                  - {name: [sessions, cache], backend: memory}
                """);
        String sessions = Outcome.guest("rust-sessions/sessions.wasm32-wasip2.wasm", folder)
                .toString();

        Outcome.of("run", sessions, "--bindings", bindings.toString(), "--invoke", "login(\"ada\", [123, 125])")
                .is(0, "ok\n", "");
    }

    @Test
    void whatHasANameIsBoundByTheFileAlone() throws IOException {
        String outs = Outcome.guest("c-outs/outs.wasm", folder).toString();

        Outcome outcome = Outcome.of("run", outs, "--invoke", "emit(\"x\")");

        assertThat(outcome.status()).isEqualTo(126);
        assertThat(outcome.err())
                .contains("2 problems in ", "unbound: import \"audit\"", "unbound: import \"report\"")
                .endsWith("`witloof scaffold " + outs + "` writes a file of bindings to fill in, for --bindings\n");
    }

    @Test
    void streamsOfWasiCarryWhatStoresOfTheFileHold() throws IOException {
        Path bindings = Files.writeString(folder.resolve("albums.yaml"), """
                version: 1
                bindings:
                  - {name: [photos, backups], backend: memory}
                  - {interface: ["wasi:blobstore/container@0.2.0-draft", "wasi:blobstore/types@0.2.0-draft"], backend: memory}
                """);
        String albums = Outcome.guest("c-albums/albums.wasm", folder).toString();

        Outcome.of("run", albums, "--bindings", bindings.toString(), "--invoke", "keep(\"a\", \"one\", [1, 2, 3])")
                .is(0, "ok\n", "");
    }

    @Test
    void argumentsOfAProgramAreItsOwn() throws IOException {
        String hello = Outcome.guest("c-wasi/hello-c.p2.wasm", folder).toString();
        Path file = Files.writeString(folder.resolve("words"), "a b");

        Outcome.of("run", hello, "--", "@" + file, "--env")
                .is(1, "argc=3 argv1=@" + file + " HOME=unset\ntime ok=1 byte=7\nstdin 0\n", "to stderr 3.142\n");
    }

    @Test
    void aCommandRunsAsAProgram() throws IOException {
        Path hello = Outcome.guest("c-wasi/hello-c.p2.wasm", folder);

        byte[] in = "one\ntwo\n".getBytes(UTF_8);

        Outcome.of(in, "run", "--env", "HOME=/home/guest", hello.toString(), "--", "one")
                .is(0, "argc=2 argv1=one HOME=set\ntime ok=1 byte=7\nstdin 8\n", "to stderr 3.142\n");
        Path rust = Outcome.guest("rust-wasi/hello.p2.wasm", folder);
        Outcome.of(in, "run", "--env", "HOME=/home/guest", "--env", "LANG=C", rust.toString(), "--", "fail", "x")
                .is(1, "args=3 env=2 map={\"k\": 3}\nstdin=8 bytes\n", "elapsed<1s=true after-epoch=true\n");
    }

    @Test
    void whatIsNoComponentIsBadInput() throws IOException {
        Path text = Files.writeString(folder.resolve("shop.wat"), "(component)");
        Path core = Files.write(folder.resolve("core.wasm"), new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        Path garbage = Files.writeString(folder.resolve("garbage.wasm"), "garbage of some length");
        Path missing = folder.resolve("missing.wasm");

        Outcome.of("run", text.toString(), "--invoke", "f()")
                .is(
                        125,
                        "",
                        "witloof run: " + text + ": offset 0x0: expected a component, found WebAssembly text; "
                                + "convert it with `wasm-tools parse`\n");
        Outcome.of("run", core.toString(), "--invoke", "f()")
                .is(
                        125,
                        "",
                        "witloof run: " + core + ": offset 0x4: expected a component, found a core module; "
                                + "make a component of it with `wasm-tools component new`\n");
        Outcome.of("run", garbage.toString(), "--invoke", "f()")
                .is(
                        125,
                        "",
                        "witloof run: " + garbage + ": offset 0x0: expected a component, "
                                + "which begins with the bytes 00 61 73 6d, found 67 61 72 62\n");
        Outcome.of("run", missing.toString(), "--invoke", "f()")
                .is(125, "", "witloof run: " + missing + ": expected the file of a component, found nothing\n");
        Outcome.of("run", folder.toString(), "--invoke", "f()")
                .is(125, "", "witloof run: " + folder + ": expected the file of a component, found a directory\n");
        Outcome.of("run", "-", "--invoke", "f()")
                .is(
                        125,
                        "",
                        "witloof run: standard input: offset 0x0: expected a component, found nothing: the input is empty\n");
    }

    @Test
    void aComponentComesFromStandardInput() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(stores));

        Outcome.of(bytes, "run", "-", "--invoke", "live()").is(0, "(0, 0)\n", "");
    }
}
