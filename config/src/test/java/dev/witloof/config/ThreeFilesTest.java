package dev.witloof.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.ExportedInstance;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same bytes, linked from three files to three pairs of backends, answer the same. */
final class ThreeFilesTest {

    private static final List<String> FILES = List.of("""
            version: 1
            bindings:
              - {name: sessions, interface: "wasi:keyvalue/store@0.2.0-draft", backend: in-memory}
              - {name: cache, interface: "wasi:keyvalue/store@0.2.0-draft", backend: bounded, config: {entries: 100}}
            """, """
            version: 1
            bindings:
              - name: [sessions, cache]
                backend: only
                config: {buckets: [main, hot]}
            """, """
            hostInterfaces:
              - {namespace: wasi, package: keyvalue, name: sessions, interfaces: [store], config: {backend: bounded, bytes: 10MiB}}
              - {namespace: wasi, package: keyvalue, name: cache, interfaces: [store], config: {backend: server, address: here, pool: 1, tls: no}}
            """.replace("tls: no", "tls: false"));

    private static final BackendRegistry REGISTRY = Backends.builder()
            .register(
                    "only",
                    settings -> KeyValue.bounded()
                            .maximumEntries(50)
                            .buckets(settings.strings("buckets").toArray(String[]::new))
                            .build())
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c-sessions/sessions.wasm",
                "as-sessions/sessions.wasm",
                "rust-bindgen/sessions.wasm",
                "rust-sessions/sessions.wasm32-unknown-unknown.wasm"
            })
    void threePairsOfBackendsAnswerTheSame(String guest) {
        Set<String> digests = new LinkedHashSet<>();
        Set<String> plans = new LinkedHashSet<>();
        List<List<String>> results = new ArrayList<>();
        for (String file : FILES) {
            Component component = Backends.component(guest);
            digests.add(component.sha256());
            LinkPlan plan = Bindings.load("bindings.yaml", file, REGISTRY, SecretResolver.none())
                    .applyTo(Linker.builder())
                    .build()
                    .plan(component);
            plans.add(plan.bindings().get(0).boundTo() + " and "
                    + plan.bindings().get(1).boundTo());
            results.add(results(plan));
        }
        assertThat(digests).hasSize(1);
        assertThat(plans).containsExactly("in-memory and bounded", "only and only", "bounded and server");
        assertThat(results.get(1)).isEqualTo(results.get(0));
        assertThat(results.get(2)).isEqualTo(results.get(0));
        assertThat(results.get(0)).contains("login: ok", "users: ok([\"ada\", \"bob\"])", "logout: ok(true)");
    }

    private static List<String> results(LinkPlan plan) {
        List<String> results = new ArrayList<>();
        try (ComponentInstance app = plan.instantiate()) {
            ExportedInstance service = app.instance("demo:named/session-service@0.1.0");
            for (String user : List.of("ada", "bob")) {
                results.add("login: "
                        + service.function("login").call(user, ("of " + user).getBytes(StandardCharsets.UTF_8)));
            }
            for (String user : List.of("ada", "bob", "eve")) {
                results.add("lookup: " + service.function("lookup").call(user));
            }
            results.add("users: " + service.function("users").call());
            results.add("logout: " + service.function("logout").call("ada"));
            results.add("logout: " + service.function("logout").call("ada"));
            results.add("users: " + service.function("users").call());
        }
        return results;
    }
}
