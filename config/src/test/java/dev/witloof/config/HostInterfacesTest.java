package dev.witloof.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.configuration.Configuration;
import dev.witloof.error.ConfigurationException;
import dev.witloof.error.UnlinkableException;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The foreign list is read unchanged, in each of its places. */
final class HostInterfacesTest {

    private static final String LIST = """
            hostInterfaces:
              - {namespace: wasi, package: keyvalue, name: sessions, version: "0.2.0-draft", interfaces: [store], config: {backend: bounded, entries: "7"}}
              - {namespace: wasi, package: keyvalue, name: cache, version: "0.2.0-draft", interfaces: [store], config: {backend: in-memory}}
            """;

    private static List<String> bound(LinkPlan plan) {
        return plan.bindings().stream()
                .map(each -> each.importRef().name() + ": " + each.boundTo() + " at "
                        + each.declaredAt().orElseThrow())
                .toList();
    }

    private static LinkPlan plan(String text, BackendRegistry registry, SecretResolver resolver, String guest) {
        return Bindings.load("w.yaml", text, registry, resolver)
                .applyTo(Linker.builder())
                .build()
                .plan(Backends.component(guest));
    }

    private static LinkPlan plan(String text) {
        return plan(text, Backends.registry(), SecretResolver.none(), "c-sessions/sessions.wasm");
    }

    @Test
    void itIsReadInEachOfItsPlaces() {
        assertThat(bound(plan(LIST)))
                .containsExactly("sessions: bounded at w.yaml:2:48", "cache: in-memory at w.yaml:3:48");
        assertThat(bound(plan("build: [make]\ndev:\n" + LIST.indent(2) + "  port: 80\n")))
                .containsExactly("sessions: bounded at w.yaml:4:50", "cache: in-memory at w.yaml:5:50");
        assertThat(bound(plan(
                        "kind: WorkloadDeployment\nspec:\n template:\n  spec:\n   replicas: 2\n" + LIST.indent(3))))
                .containsExactly("sessions: bounded at w.yaml:7:51", "cache: in-memory at w.yaml:8:51");
    }

    @Test
    void withoutAVersionItIsTheOneThatTheBackendServes() {
        assertThat(bound(plan(LIST.replace("version: \"0.2.0-draft\", ", "")))).hasSize(2);
    }

    @Test
    void L6_anEntryWithoutVersionIsNoClaimOfAnotherVersion() {
        String text = """
                hostInterfaces:
                  - {namespace: wasi, package: config, interfaces: [store], config: {backend: map, greeting: hello}}
                """;
        assertThat(bound(plan(
                        text
                                + "  - {namespace: wasi, package: keyvalue, name: sessions, interfaces: [store], config: {backend: in-memory}}\n"
                                + "  - {namespace: wasi, package: keyvalue, name: cache, interfaces: [store], config: {backend: in-memory}}\n"
                                + "bindings: [{name: audit, backend: anything}]\nversion: 1\n",
                        Backends.registry(),
                        SecretResolver.none(),
                        "wat-shop/shop.wasm")))
                .contains("wasi:config/store@0.2.0-rc.1: map at w.yaml:2:53");
    }

    @Test
    void anEntryWithoutBackendHasTheDefaultOfItsInterface() {
        String text = LIST.replace(", config: {backend: in-memory}", "");
        BackendRegistry registry = Backends.builder()
                .byDefault("wasi:keyvalue/store", "server")
                .byDefault("a:b/c", "map")
                .build();
        Map<String, String> settings = Map.of("address", "here", "pool", "2", "tls", "true");
        SecretResolver resolver = new Maps(Map.of("configFrom cache", settings));
        assertThat(bound(plan(
                        text.replace("interfaces: [store]}", "interfaces: [store], configFrom: [{name: cache}]}"),
                        registry,
                        resolver,
                        "c-sessions/sessions.wasm")))
                .containsExactly("sessions: bounded at w.yaml:2:48", "cache: server at w.yaml:3:48");
    }

    /** Maps by list and name. */
    private record Maps(Map<String, Map<String, String>> maps) implements SecretResolver {

        @Override
        public Optional<String> resolve(String scheme, String name) {
            return Optional.of("<" + name + ">");
        }

        @Override
        public Optional<Map<String, String>> resolveAll(String list, String name) {
            return Optional.ofNullable(maps.get(list + " " + name));
        }
    }

    @Test
    void laterSettingsWinAndSecretsStaySecret() {
        Map<String, Object> read = new LinkedHashMap<>();
        BackendRegistry registry = BackendRegistry.builder()
                .register("probe", settings -> {
                    for (String key : settings.keys()) {
                        read.put(
                                key,
                                key.startsWith("secret") ? settings.secret(key).reveal() : settings.string(key));
                    }
                    return KeyValue.inMemory();
                })
                .build();
        SecretResolver resolver = new Maps(Map.of(
                "configFrom one", Map.of("a", "1", "b", "1"),
                "configFrom two", Map.of("b", "2", "secret", "2"),
                "secretFrom three", Map.of("secret", "3", "secret-4", "4")));
        plan("""
                hostInterfaces:
                  - {namespace: wasi, package: keyvalue, name: sessions, interfaces: [store], config: {backend: probe}}
                  - namespace: wasi
                    package: keyvalue
                    version: 0.2.0-draft
                    interfaces: [store]
                    config: {backend: probe, a: 0, c: "${other} $${y} $${env:x} ${env:z}"}
                    configFrom: [{name: one}, {name: two}]
                    secretFrom: [{name: three}]
                """, registry, resolver, "dummies/d2.wasm");
        assertThat(read)
                .isEqualTo(
                        Map.of("a", "1", "b", "2", "c", "${other} $${y} ${env:x} <z>", "secret", "3", "secret-4", "4"));
    }

    @Test
    void oneEntryWithSeveralInterfacesIsOneBackend() {
        var starts = new java.util.concurrent.atomic.AtomicInteger();
        BackendRegistry registry = BackendRegistry.builder()
                .register("both", settings -> imports -> {
                    starts.addAndGet(imports.size());
                    return importRef -> importRef.name().startsWith("wasi:config")
                            ? Configuration.of(Map.of())
                            : KeyValue.inMemory().start(imports).implementation(importRef);
                })
                .build();
        assertThat(registry.ids()).containsExactly("both");
        Bindings bindings = Bindings.load("w.yaml", """
                hostInterfaces:
                  - {namespace: bench, package: micro, version: "0.1.0", interfaces: [kv], config: {backend: both}}
                  - {namespace: bench, package: micro, version: "0.1.0", name: sessions, interfaces: [kv, other], config: {backend: both}}
                """, registry, SecretResolver.none());
        LinkPlan plan = bindings.applyTo(Linker.builder()).build().plan(Backends.component("bench-micro/micro.wasm"));
        assertThat(bound(plan))
                .containsExactly("sessions: both at w.yaml:3:64", "bench:micro/kv@0.1.0: both at w.yaml:2:71");
    }

    /** As the form was described to us, to the letter; the rest is what this component needs beside it. */
    private static final String HTTP = """
            hostInterfaces:
              - {namespace: wasi, package: http, version: "0.2.2", interfaces: [incoming-handler], config: {host: shop}}
              - {namespace: wasi, package: keyvalue, name: sessions, version: "0.2.0-draft", interfaces: [store], config: {backend: redis, url: "redis://127.0.0.1:6379"}}
              - {namespace: wasi, package: keyvalue, name: cache, version: "0.2.0-draft", interfaces: [store], config: {backend: in-memory}}
            """;

    private static final String REST = """
              - {namespace: wasi, package: io, version: "0.2.12", interfaces: [error, streams], config: {backend: anything}}
              - {namespace: wasi, package: http, version: "0.2.0", interfaces: [types], config: {backend: anything}}
            """;

    @Test
    void L19_L27_anEntryForAnExportChoosesThatExport() {
        Map<String, String> hosts = new LinkedHashMap<>();
        BackendRegistry registry = Backends.builder()
                .register("redis", settings -> {
                    settings.secret("url");
                    return KeyValue.inMemory();
                })
                .export("wasi:http/incoming-handler", settings -> hosts.put("host", settings.string("host")))
                .build();
        LinkPlan plan = plan(HTTP + REST, registry, SecretResolver.none(), "c-http/http.wasm");
        assertThat(plan.selectedExports())
                .extracting(each -> each.exportRef().name() + " at " + each.declaredAt())
                .containsExactly("wasi:http/incoming-handler@0.2.12 at w.yaml:2:69");
        assertThat(hosts).isEqualTo(Map.of("host", "shop"));
        assertThat(bound(plan)).contains("sessions: redis at w.yaml:3:48", "cache: in-memory at w.yaml:4:48");
    }

    @Test
    void anEntryWithABackendChoosesAnExportWhereNoImportTakesIt() {
        BackendRegistry registry = Backends.builder()
                .register("redis", settings -> {
                    settings.secret("url");
                    return KeyValue.inMemory();
                })
                .build();
        String text = HTTP.replace("host: shop", "backend: anything") + REST;
        assertThat(plan(text, registry, SecretResolver.none(), "c-http/http.wasm")
                        .selectedExports())
                .extracting(each -> each.exportRef().name())
                .containsExactly("wasi:http/incoming-handler@0.2.12");
    }

    @Test
    void namedExportsAreChosenByTheirNames() {
        LinkPlan plan = plan("""
                hostInterfaces:
                  - {namespace: demo, package: named, name: backup, interfaces: [session-service]}
                  - {namespace: wasi, package: keyvalue, name: sessions, interfaces: [store], config: {backend: in-memory}}
                  - {namespace: wasi, package: keyvalue, version: 0.2.0-draft, interfaces: [store], config: {backend: in-memory}}
                """, Backends.registry(), SecretResolver.none(), "dummies/d2.wasm");
        assertThat(plan.selectedExports())
                .extracting(each -> each.exportRef().name())
                .containsExactly("backup");
    }

    @Test
    void whatNobodyReadsOfAnExportIsAnError() {
        assertThat(catchThrowableOfType(
                        ConfigurationException.class,
                        () -> plan(
                                HTTP.replace("host:", "bakend:"),
                                Backends.builder()
                                        .register("redis", settings -> {
                                            settings.secret("url");
                                            return KeyValue.inMemory();
                                        })
                                        .build(),
                                SecretResolver.none(),
                                "c-http/http.wasm")))
                .hasMessage("""
                        w.yaml:2:97: expected a setting that export wasi:http/incoming-handler reads, found "bakend"; did you mean backend?
                              - {namespace: wasi, package: http, version: "0.2.2", interfaces: [incoming-handler], config: {bakend: shop}}
                                                                                                                            ^^^^^^""");
    }

    @Test
    void anExportThatIsNotThereIsAProblemOfThePlan() {
        assertThat(
                        catchThrowableOfType(
                                UnlinkableException.class,
                                () -> plan(
                                        LIST
                                                + "  - {namespace: wasi, package: http, version: \"0.2.2\", interfaces: [incoming-handler]}\n")))
                .hasMessage("""
                        component (sha256 39883078…) cannot be linked: 1 problem in 2 imports

                        1) no such export: export "wasi:http/incoming-handler@0.2.2"
                             the component exports "demo:named/session-service@0.1.0"
                             fix: choose another one, or none   (w.yaml:4:69)""");
    }
}
