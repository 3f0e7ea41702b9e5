package dev.witloof.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Functions;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.value.Result;
import dev.witloof.wrapper.CallCounts;
import dev.witloof.wrapper.Timing;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file says is what is linked. */
final class BindingsTest {

    private static final String SHOP = """
            version: 1
            bindings:
              - {name: sessions, interface: "wasi:keyvalue/store@0.2.0-draft", backend: in-memory}
              - name: cache
                interface: "wasi:keyvalue/store@0.2.0-draft"
                backend: bounded
                config: {entries: 100, age: 5m}
              - {name: audit, backend: anything}
              - {interface: "wasi:config/store@0.2.0-rc.1", backend: map, config: {greeting: hello}}
            """;

    private static LinkPlan plan(Bindings bindings, String guest) {
        return bindings.applyTo(Linker.builder()).build().plan(Backends.component(guest));
    }

    private static List<String> bound(LinkPlan plan) {
        return plan.bindings().stream()
                .map(each -> each.importRef().name() + ": " + each.boundTo() + " by "
                        + each.step().orElseThrow().words() + " at "
                        + each.declaredAt().orElseThrow())
                .toList();
    }

    @Test
    void alsoAFileWithoutBindingsIsWhereTheReportSaysToWriteThem() {
        var failure = catchThrowableOfType(
                UnlinkableException.class,
                () -> plan(Backends.load("version: 1\nbindings: []\n"), "c-sessions/sessions.wasm"));
        assertThat(failure).hasMessage("""
                component (sha256 39883078…) cannot be linked: 2 problems in 2 imports

                1) unbound: import "sessions", implements wasi:keyvalue/store@0.2.0-draft
                     needs [method]bucket.get, [method]bucket.set, [method]bucket.delete, [method]bucket.exists, \
                [method]bucket.list-keys, open
                     nothing is bound to this name
                     fix: - {name: sessions, interface: "wasi:keyvalue/store@0.2.0-draft", backend: …}   (bindings.yaml)

                2) unbound: import "cache", implements wasi:keyvalue/store@0.2.0-draft
                     needs [method]bucket.get, [method]bucket.set, [method]bucket.delete, open
                     nothing is bound to this name
                     fix: - {name: cache, interface: "wasi:keyvalue/store@0.2.0-draft", backend: …}   (bindings.yaml)\
                """);
    }

    @Test
    void eachEntryBindsItsImportUnderTheIdOfItsBackend() {
        assertThat(bound(plan(Backends.load(SHOP), "wat-shop/shop.wasm")))
                .containsExactly(
                        "sessions: in-memory by name at bindings.yaml:3:12",
                        "cache: bounded by name at bindings.yaml:4:11",
                        "audit: anything by name at bindings.yaml:8:12",
                        "wasi:config/store@0.2.0-rc.1: map by interface at bindings.yaml:9:17");
    }

    @Test
    void whatStandsAroundAllStandsAroundBindingsOfTheFileToo() {
        LinkPlan plan = Backends.load(SHOP)
                .applyTo(Linker.builder().wrapAll(Timing.to(new CallCounts())))
                .build()
                .plan(Backends.component("wat-shop/shop.wasm"));
        assertThat(plan.bindings())
                .extracting(each -> each.importRef().name() + " " + each.wrappers())
                .containsExactly(
                        "sessions [timing]",
                        "cache [timing]",
                        "audit [timing]",
                        "wasi:config/store@0.2.0-rc.1 [timing]");
    }

    @Test
    void oneBackendServesSeveralNames() {
        Bindings bindings = Backends.load("""
                version: 1
                bindings:
                  - {name: [sessions, cache], interface: "wasi:keyvalue/store@0.2.0-draft", backend: in-memory}
                """);
        LinkPlan plan = plan(bindings, "c-sessions/sessions.wasm");
        assertThat(bound(plan))
                .containsExactly(
                        "sessions: in-memory by name at bindings.yaml:3:13",
                        "cache: in-memory by name at bindings.yaml:3:23");
        try (ComponentInstance app = plan.instantiate()) {
            var service = app.instance("demo:named/session-service@0.1.0");
            assertThat(service.function("login").call("ada", "profile".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(Result.ok(null));
            assertThat(service.function("users").call()).hasToString("ok([\"ada\"])");
        }
    }

    @Test
    void oneBackendServesSeveralInterfaces() {
        List<String> made = new ArrayList<>();
        BackendRegistry registry = BackendRegistry.builder()
                .register("io", settings -> {
                    made.add("io");
                    return imports -> importRef -> Functions.of(functions -> {});
                })
                .build();
        Bindings bindings = Bindings.load("bindings.yaml", """
                version: 1
                bindings:
                  - {interface: ["wasi:io/error@0.2.12", "wasi:io/streams@0.2.12"], backend: io}
                  - {interface: "wasi:cli/stdout@0.2.12", backend: io}
                  - {name: [audit, report], interface: ["wasi:cli/stderr@0.2.12", "wasi:cli/stdout@0.2.12"], backend: io}
                """, registry, SecretResolver.none());
        assertThat(made).hasSize(3);
        assertThat(bound(plan(bindings, "c-outs/outs.wasm")))
                .containsExactly(
                        "wasi:io/error@0.2.12: io by interface at bindings.yaml:3:18",
                        "wasi:io/streams@0.2.12: io by interface at bindings.yaml:3:42",
                        "audit: io by name at bindings.yaml:5:13",
                        "report: io by name at bindings.yaml:5:20",
                        "wasi:cli/stdout@0.2.12: io by interface at bindings.yaml:4:17");
    }

    @Test
    void pathsReadersAndTextsAreReadAlike(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("b.yaml"), "\uFEFF" + SHOP);
        List<String> fromPath =
                bound(plan(Bindings.load(file, Backends.registry(), SecretResolver.none()), "wat-shop/shop.wasm"));
        List<String> fromReader = bound(plan(
                Bindings.load("r.yaml", new StringReader(SHOP), Backends.registry(), SecretResolver.none()),
                "wat-shop/shop.wasm"));
        assertThat(fromPath.get(1)).isEqualTo("cache: bounded by name at " + file + ":4:11");
        assertThat(fromReader.get(1)).isEqualTo("cache: bounded by name at r.yaml:4:11");
    }

    @Test
    void anEntryWithAnotherInterfaceDoesNotFit() {
        Bindings bindings = Backends.load("""
                version: 1
                bindings:
                  - {name: [sessions, cache], interface: "wasi:keyvalue/store@0.2.0-draft2", backend: in-memory}
                """);
        assertThat(catchThrowableOfType(UnlinkableException.class, () -> plan(bindings, "c-sessions/sessions.wasm")))
                .hasMessage("""
                        component (sha256 39883078…) cannot be linked: 2 problems in 2 imports

                        1) version: import "sessions", implements wasi:keyvalue/store@0.2.0-draft
                             needs [method]bucket.get, [method]bucket.set, [method]bucket.delete, [method]bucket.exists, [method]bucket.list-keys, open
                             nothing is bound to this name
                             name: sessions (bindings.yaml:3:13, in-memory) is for wasi:keyvalue/store@0.2.0-draft2, and the import implements wasi:keyvalue/store@0.2.0-draft: a pre-release matches only itself
                             fix: interface: "wasi:keyvalue/store@0.2.0-draft"   (bindings.yaml:3:13)

                        2) version: import "cache", implements wasi:keyvalue/store@0.2.0-draft
                             needs [method]bucket.get, [method]bucket.set, [method]bucket.delete, open
                             nothing is bound to this name
                             name: cache (bindings.yaml:3:23, in-memory) is for wasi:keyvalue/store@0.2.0-draft2, and the import implements wasi:keyvalue/store@0.2.0-draft: a pre-release matches only itself
                             fix: interface: "wasi:keyvalue/store@0.2.0-draft"   (bindings.yaml:3:23)""");
    }

    @Test
    void L11_anUnusedEntryIsReportedWithItsPlace() {
        Bindings bindings = Backends.load("""
                version: 1
                bindings:
                  - {name: [sessions, cache], backend: in-memory}
                  - {name: spare, backend: in-memory, optional: true}
                  - {externalId: "eu", interface: "wasi:keyvalue/store@0.2.0-draft", backend: in-memory}
                """);
        assertThat(catchThrowableOfType(UnlinkableException.class, () -> plan(bindings, "c-sessions/sessions.wasm")))
                .hasMessage("""
                        component (sha256 39883078…) cannot be linked: 1 problem in 2 imports

                        1) unused binding: externalId: "eu" (bindings.yaml:5:18, in-memory)
                             no import has this external-id
                             fix: remove it, or add optional: true   (bindings.yaml:5:18)""");
    }

    @Test
    void L18_aNameThatEqualsABackendsIdMeansNothing() {
        Bindings bindings = Backends.load("""
                version: 1
                bindings:
                  - {name: in-memory, backend: in-memory}
                """);
        assertThat(catchThrowableOfType(UnlinkableException.class, () -> plan(bindings, "c-sessions/sessions.wasm")))
                .hasMessage("""
                        component (sha256 39883078…) cannot be linked: 3 problems in 2 imports

                        1) unbound: import "sessions", implements wasi:keyvalue/store@0.2.0-draft
                             needs [method]bucket.get, [method]bucket.set, [method]bucket.delete, [method]bucket.exists, [method]bucket.list-keys, open
                             nothing is bound to this name
                             fix: - {name: sessions, interface: "wasi:keyvalue/store@0.2.0-draft", backend: …}   (bindings.yaml)

                        2) unbound: import "cache", implements wasi:keyvalue/store@0.2.0-draft
                             needs [method]bucket.get, [method]bucket.set, [method]bucket.delete, open
                             nothing is bound to this name
                             fix: - {name: cache, interface: "wasi:keyvalue/store@0.2.0-draft", backend: …}   (bindings.yaml)

                        3) unused binding: name: in-memory (bindings.yaml:3:12, in-memory)
                             no import has this name; those with a name are "sessions", "cache"
                             fix: remove it, or add optional: true   (bindings.yaml:3:12)""");
    }
}
