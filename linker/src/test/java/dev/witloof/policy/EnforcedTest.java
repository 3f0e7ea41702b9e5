package dev.witloof.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.TrapException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Composition;
import dev.witloof.link.Functions;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.value.Result;
import dev.witloof.wrapper.Sessions;
import dev.witloof.wrapper.Sessions.Kind;
import dev.witloof.wrapper.Sessions.MapStore;
import dev.witloof.wrapper.Things;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a policy denies when a guest calls. */
class EnforcedTest {

    private static final byte[] PROFILE = "Ada Lovelace".getBytes(UTF_8);

    private final MapStore sessions = new MapStore();
    private final MapStore cache = new MapStore();
    private final List<AuditEvent> events = new ArrayList<>();

    private LinkPlan plan(Kind kind, LinkPolicy.Builder policy) {
        return Sessions.plan(
                kind, sessions, cache, linker -> linker.policy(policy.build()).audit(events::add));
    }

    @ParameterizedTest
    @EnumSource
    void aDeniedFunctionAnswersWithItsInterfacesOwnError(Kind kind) {
        LinkPlan plan = plan(
                kind,
                LinkPolicy.builder()
                        .deny(r -> r.name("sessions")
                                .functions("[method]bucket.set")
                                .declaredAt("bindings.yaml:12:5")));
        assertThat(plan.toString()).contains("denied").contains("[method]bucket.set (bindings.yaml:12:5)");
        assertThat(plan.toJson())
                .contains("\"denied\":[{\"function\":\"[method]bucket.set\",\"declaredAt\":\"bindings.yaml:12:5\"}]");
        assertThat(events).extracting(AuditEvent::moment).containsOnly(AuditEvent.Moment.PLAN);
        events.clear();
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(Sessions.login(app, "ada", PROFILE)).isEqualTo(Result.err("sessions.set: access denied"));
            assertThat(Sessions.login(app, "ada", PROFILE)).isEqualTo(Result.err("sessions.set: access denied"));
        }
        assertThat(sessions.log).containsExactly("open main", "close");
        assertThat(events)
                .extracting(AuditEvent::toString)
                .allMatch(text ->
                        text.matches("component \\(sha256 39883078…\\): import \"sessions\" \\[method]bucket.set,"
                                + " bound to .*: called, denied \\(bindings.yaml:12:5\\)"))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aStoreIsReadOnly(Kind kind) {
        sessions.entries.put("bob", PROFILE);
        try (ComponentInstance app =
                plan(kind, LinkPolicy.builder().readOnly("sessions")).instantiate()) {
            assertThat(Sessions.login(app, "ada", PROFILE)).isEqualTo(Result.err("sessions.set: access denied"));
            assertThat(Sessions.lookup(app, "bob")).asString().endsWith("origin: store}))");
            assertThat(app.instance(Sessions.SERVICE).function("logout").call("bob"))
                    .isEqualTo(Result.err("sessions.delete: access denied"));
        }
        assertThat(sessions.entries).containsOnlyKeys("bob");
        assertThat(sessions.log).noneMatch(asked -> asked.startsWith("set") || asked.startsWith("delete"));
    }

    @Test
    void anotherInstancesExportIsReadOnlyToo() {
        try (ComponentInstance stores = Linker.builder()
                        .build()
                        .plan(Sessions.guest("c-stores/stores.wasm"))
                        .instantiate();
                ComponentInstance app = Linker.builder()
                        .bind("sessions")
                        .toInstance(stores, "cold")
                        .bind("cache")
                        .toInstance(stores, "hot")
                        .policy(LinkPolicy.builder().readOnly("sessions").build())
                        .build()
                        .plan(Sessions.component())
                        .instantiate()) {
            assertThat(Sessions.login(app, "ada", PROFILE)).isEqualTo(Result.err("sessions.set: access denied"));
            assertThat(stores.function("live").call()).hasToString("(0, 1)");
        }
    }

    @Test
    void whatMembersOfACompositionGiveEachOtherIsDecidedForTheMember() {
        Component service = Sessions.component();
        Linker.Builder linker = Linker.builder()
                .audit(events::add)
                .policy(LinkPolicy.builder()
                        .deny(r -> r.component("sha256:" + service.sha256())
                                .name("sessions")
                                .writes()
                                .declaredAt("bindings.yaml:2:5"))
                        .build());
        LinkPlan plan = Composition.builder()
                .add("service", service)
                .add("stores", Sessions.guest("c-stores/stores.wasm"))
                .wire("stores", "cold", "service", "sessions")
                .wire("stores", "hot", "service", "cache")
                .link(linker.build());
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(Sessions.login(app, "ada", PROFILE)).isEqualTo(Result.err("sessions.set: access denied"));
        }
        assertThat(events)
                .filteredOn(event -> event.moment() == AuditEvent.Moment.CALL)
                .singleElement()
                .asString()
                .startsWith(
                        "component (sha256 39883078…): import \"sessions\" [method]bucket.set of service, bound to ")
                .endsWith(": called, denied (bindings.yaml:2:5)");
    }

    /** An allowed function of the same import goes its own way: nothing is in between. */
    @Test
    void whatIsAllowedCostsNothing() {
        List<StackTraceElement> frames = new ArrayList<>();
        sessions.meanwhile = () -> frames.addAll(List.of(new Throwable().getStackTrace()));
        try (ComponentInstance app =
                plan(Kind.TYPED, LinkPolicy.builder().readOnly("sessions")).instantiate()) {
            Sessions.lookup(app, "ada");
        }
        assertThat(sessions.log).contains("get ada");
        assertThat(frames)
                .noneMatch(frame -> frame.getClassName().endsWith("WrappedFunction")
                        || frame.getClassName().startsWith("dev.witloof.policy.Audit"));
    }

    @Test
    void anAuditedRuleTellsWhatItAllows() {
        try (ComponentInstance app = plan(
                        Kind.TYPED,
                        LinkPolicy.builder()
                                .allow(r -> r.name("cache").audited().declaredAt("bindings.yaml:3:5")))
                .instantiate()) {
            events.clear();
            Sessions.login(app, "ada", PROFILE);
        }
        assertThat(events)
                .extracting(event -> event.function().orElse("") + " " + event.allowed())
                .containsExactly("open true", "[method]bucket.set true");
    }

    @Test
    void aFunctionThatCannotSayItTrapsAndWhatItWasGivenIsDropped() {
        List<Object> dropped = new ArrayList<>();
        Functions things = Functions.of(f -> f.function("[constructor]thing", (call, args) -> new long[] {1})
                .function("[method]thing.get", (call, args) -> 1L)
                .function("take", (call, args) -> null)
                .resource("thing", dropped::add));
        LinkPlan plan = Linker.builder()
                .bind("left")
                .to(things)
                .bind("right")
                .to(things)
                .policy(LinkPolicy.builder()
                        .deny(r -> r.name("left").functions("take").declaredAt("bindings.yaml:7:5"))
                        .build())
                .build()
                .plan(Things.component());
        long[] thing = {3};
        try (ComponentInstance app = plan.instantiate()) {
            app.function("keep").call((Object) thing);
            TrapException trap = catchThrowableOfType(
                    TrapException.class, () -> app.function("give-kept").call());
            assertThat(trap.getMessage().lines().findFirst().orElseThrow())
                    .isEqualTo(
                            "export give-kept: import \"left\" take: denied by the rule deny: {name: \"left\", functions:"
                                    + " [\"take\"]} (bindings.yaml:7:5)");
            assertThat(dropped).containsExactly(thing);
        }
        assertThat(dropped).containsExactly(thing);
    }

    /** L1: a guest passes whatever it likes; where it leads is fixed by the import. */
    @Test
    void L1_aGuestCannotReachAStoreByGuessingNames() {
        List<String> cacheAsked = new ArrayList<>();
        List<String> sessionsAsked = new ArrayList<>();
        try (ComponentInstance app = Linker.builder()
                .bind("cache")
                .toFunctions(f -> f.function("open", (call, args) -> {
                    cacheAsked.add((String) args[0]);
                    return Result.err(null);
                }))
                .bind("sessions")
                .toFunctions(f -> f.function("open", (call, args) -> {
                    sessionsAsked.add((String) args[0]);
                    return Result.ok(new Object());
                }))
                .build()
                .plan(Things.guess())
                .instantiate()) {
            List<String> guesses = List.of(
                    "sessions",
                    "import:sessions",
                    "[implements=<demo:kv/store@0.1.0>]sessions",
                    "demo:kv/store@0.1.0",
                    "../sessions",
                    "",
                    "redis://127.0.0.1/0",
                    "sessions\u0000",
                    "*");
            for (String guess : guesses) {
                assertThat(app.function("guess").call(guess)).isEqualTo(false);
            }
            assertThat(cacheAsked).isEqualTo(guesses);
        }
        assertThat(sessionsAsked).isEmpty();
    }

    @Test
    void aFunctionByItselfIsDeniedByItsName() {
        LinkPlan plan = Linker.builder()
                .bind("log")
                .toFunction((call, args) -> {
                    throw new AssertionError("it was reached");
                })
                .bind("back")
                .toFunctions(f -> f.function("call", (call, args) -> null).function("number", (call, args) -> 1))
                .policy(LinkPolicy.builder()
                        .deny(r -> r.functions("log").declaredAt("bindings.yaml:7:5"))
                        .build())
                .build()
                .plan(Things.traps());
        try (ComponentInstance app = plan.instantiate()) {
            TrapException trap = catchThrowableOfType(
                    TrapException.class, () -> app.function("log").call("a line"));
            assertThat(trap.getMessage().lines().findFirst().orElseThrow())
                    .isEqualTo("export log: import \"log\": denied by the rule deny: {functions: [\"log\"]}"
                            + " (bindings.yaml:7:5)");
        }
    }
}
