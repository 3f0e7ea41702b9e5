package dev.witloof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

    private static final String STORE = """
            package demo:kv@1.0.0;
            interface types {
              record entry { key: string, value: list<u8> }
              enum mode { read, write }
              flags access { get, set }
              variant failure { gone, other(string) }
              resource handle { constructor(name: string); get: func() -> option<entry>; }
            }
            interface store {
              use types.{entry, handle as grip};
              type pair = tuple<string, u32>;
              list-all: func(of: borrow<grip>) -> list<pair>;
            }
            world shop {
              @external-id("eu\\u{1b}")
              import cache: store;
              import log: func(line: string);
              export run: func() -> result<_, string>;
            }
            """;

    private static final String SHOP = """
            component shop.wasm, sha256 8020ffe349cb02110112ff074e544b07260ff58599147c13d5b99a0c010748a0

            import sessions: wasi:keyvalue/store@0.2.0-draft, external-id "session-db:eu-west-1"
              variant error { no-such-store, access-denied, other(string) }
              record key-response { keys: list<string>, cursor: option<u64> }
              resource bucket
              open: func(identifier: string) -> result<bucket, error>
              [method]bucket.set: func(self: borrow<bucket>, key: string, value: list<u8>) -> result<_, error>
              [method]bucket.list-keys: func(self: borrow<bucket>, cursor: option<u64>) -> result<key-response, error>
            import cache: wasi:keyvalue/store@0.2.0-draft
              variant error { no-such-store, access-denied, other(string) }
              resource bucket
              open: func(identifier: string) -> result<bucket, error>
              [method]bucket.get: func(self: borrow<bucket>, key: string) -> result<option<list<u8>>, error>
              [method]bucket.set: func(self: borrow<bucket>, key: string, value: list<u8>) -> result<_, error>
            import audit
              record: func(line: string)
            import wasi:config/store@0.2.0-rc.1
              variant error { upstream(string), io(string) }
              get: func(key: string) -> result<option<string>, error>

            export admin: acme:shop/desk@1.0.0
              pending: func() -> u32
            export checkout: func(cart: string) -> string
            """;

    private static final String COUNTER =
            "\"kind\":\"instance\",\"implements\":\"demo:count/counter@1.2.0\",\"types\":[],\"functions\":"
                    + "[{\"name\":\"add\",\"type\":\"func(key: string, by: s64) -> s64\"}]}";

    private static final String PAGES =
            "\"kind\":\"instance\",\"implements\":\"demo:count/pages@1.2.0\",\"types\":[],\"functions\":"
                    + "[{\"name\":\"visit\",\"type\":\"func(page: string) -> s64\"}]}";

    private static final String KV = """
            package demo:kv@1.0.0

            world demo:kv/shop@1.0.0

            import demo:kv/types@1.0.0
              record entry { key: string, value: list<u8> }
              enum mode { read, write }
              flags access { get, set }
              variant failure { gone, other(string) }
              resource handle
              [constructor]handle: func(name: string) -> handle
              [method]handle.get: func(self: borrow<handle>) -> option<entry>
            import cache: demo:kv/store@1.0.0, external-id "eu\\u{1b}"
              use demo:kv/types@1.0.0.{entry}
              use demo:kv/types@1.0.0.{handle as grip}
              type pair = tuple<string, u32>
              list-all: func(of: borrow<grip>) -> list<pair>
            import log: func(line: string)

            export run: func() -> result<_, string>

            interface demo:kv/types@1.0.0
              record entry { key: string, value: list<u8> }
              enum mode { read, write }
              flags access { get, set }
              variant failure { gone, other(string) }
              resource handle
              [constructor]handle: func(name: string) -> handle
              [method]handle.get: func(self: borrow<handle>) -> option<entry>
            interface demo:kv/store@1.0.0
              use demo:kv/types@1.0.0.{entry}
              use demo:kv/types@1.0.0.{handle as grip}
              type pair = tuple<string, u32>
              list-all: func(of: borrow<grip>) -> list<pair>
            """;

    @TempDir
    private static Path folder;

    private static Path shop;

    @BeforeAll
    static void guests() throws IOException {
        shop = Outcome.guest("wat-shop/shop.wasm", folder);
    }

    @Test
    void aComponentIsShownWithItsTypes() {
        Outcome.of("inspect", shop.toString()).is(0, SHOP, "");
    }

    @Test
    void aComponentOnStandardInputHasNoFileName() throws IOException {
        Outcome.of(Files.readAllBytes(shop), "inspect", "-")
                .is(0, SHOP.replace("component shop.wasm,", "component shop,"), "");
    }

    @Test
    void typesOfAnotherInterfaceAreUses() throws IOException {
        Path outs = Outcome.guest("c-outs/outs.wasm", folder);

        assertThat(Outcome.of("inspect", outs.toString()).out()).contains("""
                import report: wasi:cli/stdout@0.2.12
                  use wasi:io/streams@0.2.12.{output-stream}
                  get-stdout: func() -> output-stream
                """);
    }

    @Test
    void forProgramsItIsOneObject() throws IOException {
        Path plain = Outcome.guest("wat-nested/nested.wasm", folder);

        Outcome.of("inspect", "--json", plain.toString())
                .is(
                        0,
                        "{\"component\":{\"name\":\"nested.wasm\","
                                + "\"sha256\":\"cad679ebbfe5b1b3d92c52030fc075e9e7e493582b9960be0cecafd1178ff65e\"},"
                                + "\"imports\":[{\"name\":\"eu\"," + COUNTER + ",{\"name\":\"us\"," + COUNTER + "],"
                                + "\"exports\":[{\"name\":\"pages-eu\"," + PAGES + ",{\"name\":\"pages-us\"," + PAGES
                                + "],"
                                + "\"unsupported\":[]}\n",
                        "");
    }

    @Test
    void eachWorldOfAWitPackageIsShown() throws IOException {
        Path wit = Files.createDirectory(folder.resolve("wit"));
        Files.writeString(wit.resolve("kv.wit"), STORE);

        Outcome.of("inspect", wit.toString()).is(0, KV, "");
        Outcome.of("inspect", wit.resolve("kv.wit").toString()).is(0, KV, "");
        assertThat(Outcome.of("inspect", "--json", wit.toString()).out())
                .startsWith("{\"package\":\"demo:kv@1.0.0\",\"worlds\":[{\"name\":\"demo:kv/shop@1.0.0\",\"imports\":["
                        + "{\"name\":\"demo:kv/types@1.0.0\",\"kind\":\"instance\",\"types\":[")
                .contains("{\"name\":\"cache\",\"kind\":\"instance\",\"implements\":\"demo:kv/store@1.0.0\","
                        + "\"externalId\":\"eu\\u001B\",")
                .endsWith("{\"name\":\"list-all\",\"type\":\"func(of: borrow<grip>) -> list<pair>\"}]}]}\n");
    }

    @Test
    void aWitPackageInBinaryFormIsShownLikeItsText() throws IOException {
        Path text = Files.writeString(folder.resolve("kv.wit"), STORE);
        Path binary = folder.resolve("kv.wasm");

        Outcome.of("wit", "encode", text.toString(), "-o", binary.toString()).is(0, "", "");
        Outcome.of("inspect", binary.toString()).is(0, KV, "");
    }

    @Test
    void anErrorInWitHasItsPlace() throws IOException {
        Path wit = Files.writeString(folder.resolve("bad.wit"), "package a:b;\ninterface c { use d.{e}; }\n");

        Outcome.of("inspect", wit.toString()).is(3, "", """
                        witloof inspect: %1$s: expected no errors, found 1:
                        %1$s:2:19: interface or world `d` does not exist
                        interface c { use d.{e}; }
                                          ^
                        """.formatted(wit));
    }

    @Test
    void whatCannotBeReadIsBadInput() {
        Path missing = folder.resolve("missing");

        Outcome.of("inspect", missing + ".wasm")
                .is(3, "", "witloof inspect: " + missing + ".wasm: expected the file of a component, found nothing\n");
        Outcome.of("inspect", missing + ".wit")
                .is(3, "", "witloof inspect: " + missing + ".wit: expected a file, found nothing\n");
        Outcome.of("inspect")
                .is(64, "", "witloof inspect: Missing required parameter: 'FILE'\nwitloof inspect --help says more\n");
    }
}
