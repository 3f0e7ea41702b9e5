package dev.witloof.keyvalue;

import static dev.witloof.keyvalue.Guest.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.Problem;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.ExportedInstance;
import dev.witloof.link.Backend;
import dev.witloof.link.Deployment;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.value.Result;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A real component that keeps the truth in one store and a cache in another. */
class SessionsTest {

    private static final String SERVICE = "demo:named/session-service@0.1.0";

    private static Component component(String file) {
        try (InputStream in = Objects.requireNonNull(SessionsTest.class.getResourceAsStream("/guests/" + file))) {
            return Component.load(in);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private final List<String> log = new ArrayList<>();

    private Backend logged(Backend backend) {
        return backend.around((call, args, next) -> {
            log.add(call.importRef().name() + "." + call.function() + "(" + args[args.length - 1] + ")");
            return next.call(call, args);
        });
    }

    @Test
    void L1_L2_eachNameHasItsOwnBackend() {
        InMemoryKeyValue sessions = KeyValue.inMemory();
        BoundedKeyValue cache = KeyValue.bounded().maximumEntries(100).build();
        Component component = component("c-sessions/sessions.wasm");
        LinkPlan plan = Linker.builder()
                .bind("sessions")
                .to(sessions)
                .bind("cache")
                .to(logged(cache))
                .build()
                .plan(component);
        assertThat(plan.bindings())
                .extracting(bound -> bound.importRef().name() + ": " + bound.boundTo())
                .containsExactly("sessions: in-memory key-value", "cache: bounded key-value");
        try (Deployment deployment = plan.start();
                ComponentInstance app = deployment.instantiate()) {
            ExportedInstance service = app.instance(SERVICE);
            assertThat(service.function("login").call("ada", bytes("profile"))).isEqualTo(Result.ok(null));
            assertThat(sessions.bucket("main").keys()).containsExactly("ada");
            assertThat(cache.bucket("hot").keys()).containsExactly("ada");
            assertThat(service.function("lookup").call("ada")).asString().endsWith("origin: cache}))");
            cache.clear();
            assertThat(service.function("lookup").call("ada")).asString().endsWith("origin: store}))");
            assertThat(service.function("users").call()).hasToString("ok([\"ada\"])");
            log.clear();
            assertThat(service.function("logout").call("ada")).isEqualTo(Result.ok(true));
            assertThat(log)
                    .containsExactly(
                            "cache.open(hot)", "cache.[method]bucket.delete(ada)", "cache.[resource-drop]bucket(hot)");
            assertThat(sessions.bucket("main").keys()).isEmpty();
        }
    }

    @Test
    void anotherComponentsExportServesAName() {
        try (ComponentInstance stores =
                Linker.builder().build().plan(component("c-stores/stores.wasm")).instantiate()) {
            LinkPlan plan = Linker.builder()
                    .bind("sessions")
                    .toInstance(stores, "cold")
                    .bind("cache")
                    .toInstance(stores, "hot")
                    .build()
                    .plan(component("c-sessions/sessions.wasm"));
            assertThat(plan.bindings())
                    .extracting(bound -> bound.importRef().name() + ": " + bound.boundTo())
                    .containsExactly("sessions: export \"cold\" of component", "cache: export \"hot\" of component");
            try (ComponentInstance app = plan.instantiate()) {
                app.instance(SERVICE).function("login").call("ada", bytes("profile"));
                assertThat(app.instance(SERVICE).function("users").call()).hasToString("ok([\"ada\"])");
                // The service opens its bucket of sessions once and that of its cache for each call.
                assertThat(stores.function("live").call()).hasToString("(0, 1)");
            }
        }
    }

    @Test
    void anExportOfAnotherTypeIsRefused() {
        try (ComponentInstance stores =
                Linker.builder().build().plan(component("c-stores/stores.wasm")).instantiate()) {
            UnlinkableException failure = catchThrowableOfType(
                    UnlinkableException.class,
                    () -> Linker.builder()
                            .bind("from")
                            .toInstance(stores, "hot")
                            .bind("to")
                            .toInstance(stores, "lukewarm")
                            .build()
                            .plan(component("wat-mirror/mirror.wasm")));
            assertThat(failure.problems())
                    .extracting(Problem::lines)
                    .containsExactly(
                            List.of(
                                    "open, at the result's error case",
                                    "the component needs   string",
                                    "the backend gives     variant { no-such-store, access-denied, other(string) }",
                                    "[method]bucket.get, at the result",
                                    "the component needs   option<list<u8>>",
                                    "the backend gives     result<option<list<u8>>, error>",
                                    "[method]bucket.set",
                                    "the component needs   func(self: borrow<bucket>, key: string, value: list<u8>)",
                                    "the backend gives     func(self: borrow<bucket>, key: string, value: list<u8>)"
                                            + " -> result<_, error>"),
                            List.of(
                                    "the component needs   an instance with open, [method]bucket.get,"
                                            + " [method]bucket.set",
                                    "the backend gives     no export of this name"));
        }
    }

    @Test
    void whatIsStoredOutlivesADeployment() {
        InMemoryKeyValue sessions = KeyValue.inMemory();
        Linker linker = Linker.builder()
                .bind("sessions")
                .to(sessions)
                .bind("cache")
                .to(KeyValue.inMemory())
                .build();
        LinkPlan plan = linker.plan(component("rust-bindgen/sessions.wasm"));
        try (ComponentInstance app = plan.instantiate()) {
            app.instance(SERVICE).function("login").call("ada", bytes("profile"));
        }
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(app.instance(SERVICE).function("users").call()).hasToString("ok([\"ada\"])");
        }
    }

    @Test
    void L24_nothingFallsToTheInterfacesBinding() {
        UnlinkableException failure = catchThrowableOfType(
                UnlinkableException.class,
                () -> Linker.builder()
                        .bindInterface(Guest.INTERFACE)
                        .to(KeyValue.inMemory())
                        .build()
                        .plan(component("c-sessions/sessions.wasm")));
        assertThat(failure.problems())
                .extracting(problem -> problem.kind().words() + ": " + problem.subject())
                .containsExactly(
                        "unbound: import \"sessions\", implements wasi:keyvalue/store@0.2.0-draft",
                        "unbound: import \"cache\", implements wasi:keyvalue/store@0.2.0-draft");
        assertThat(failure.problems().get(0).lines())
                .first()
                .isEqualTo("needs [method]bucket.get, [method]bucket.set, [method]bucket.delete,"
                        + " [method]bucket.exists, [method]bucket.list-keys, open");
    }

    @Test
    void aBackendOfAnotherInterfaceIsRefusedByTheTypesOfItsOfferWithoutOpeningAnything() {
        Linker.Builder linker = Linker.builder().bind("from", "to").to(KeyValue.inMemory());
        UnlinkableException failure = catchThrowableOfType(
                UnlinkableException.class, () -> linker.build().plan(component("wat-mirror/mirror.wasm")));
        assertThat(failure.problems())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.lines())
                        .containsExactly(
                                "the component needs   demo:kv/store@0.1.0",
                                "the backend gives     wasi:keyvalue/store@0.2.0-draft,"
                                        + " wasi:keyvalue/atomics@0.2.0-draft, wasi:keyvalue/batch@0.2.0-draft,"
                                        + " wasi:keyvalue/store@0.2.0-draft2, wasi:keyvalue/atomics@0.2.0-draft2,"
                                        + " wasi:keyvalue/batch@0.2.0-draft2, witloof:keyvalue/types@0.1.0,"
                                        + " witloof:keyvalue/store@0.1.0 and 3 more"));
    }
}
