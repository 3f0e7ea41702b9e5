package dev.witloof.wrapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.instance.Call;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.HostFunction;
import dev.witloof.link.Backend;
import dev.witloof.link.Binding;
import dev.witloof.link.Interceptor;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.link.Wrapper;
import dev.witloof.type.FuncType;
import dev.witloof.value.Result;
import dev.witloof.wrapper.Sessions.Kind;
import dev.witloof.wrapper.Sessions.MapStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ready-made wrappers, around a store of a real guest. */
class WrappersTest {

    private static final byte[] PROFILE = "Ada Lovelace".getBytes(UTF_8);

    private final MapStore sessions = new MapStore();
    private final MapStore cache = new MapStore();

    private LinkPlan wrapped(Kind kind, Wrapper... wrappers) {
        return Sessions.plan(kind, sessions, cache, linker -> linker.wrap(wrappers));
    }

    private static Interceptor noting(String who, List<String> log) {
        return (call, args, next) -> {
            log.add(who + " " + call.function());
            return next.call(call, args);
        };
    }

    @ParameterizedTest
    @EnumSource
    void theFirstIsOutermostAndPlansShowThem(Kind kind) {
        List<String> log = new ArrayList<>();
        LinkPlan plan = Sessions.plan(
                kind,
                sessions,
                cache,
                linker -> linker.wrap(noting("a", log), Logging.at(org.slf4j.event.Level.INFO))
                        .wrap(noting("b", log)));
        assertThat(plan.bindings().get(0).wrappers()).isEmpty();
        assertThat(plan.bindings().get(1).wrappers())
                .containsExactly("an interceptor", "logging at INFO", "an interceptor");
        assertThat(plan.toString()).contains("wrapped in").contains("an interceptor, logging at INFO, an interceptor");
        assertThat(plan.toJson()).contains("\"wrappers\":[\"an interceptor\",\"logging at INFO\",\"an interceptor\"]");
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(Sessions.login(app, "ada", PROFILE)).isEqualTo(Result.ok(null));
        }
        assertThat(log)
                .containsExactly(
                        "a open",
                        "b open",
                        "a [method]bucket.set",
                        "b [method]bucket.set",
                        "a [resource-drop]bucket",
                        "b [resource-drop]bucket");
        assertThat(cache.log).containsExactly("open hot", "set ada", "close");
        assertThat(cache.entries).containsOnlyKeys("ada");
    }

    @Test
    void everyKindOfBindingCanBeWrapped() {
        List<String> log = new ArrayList<>();
        Backend backend = imports -> ref -> cache.functions();
        check(
                log,
                Linker.builder()
                        .bind("cache")
                        .to(backend.around(noting("in", log)))
                        .wrap(noting("out", log)));
        check(
                log,
                Linker.builder()
                        .bind("cache")
                        .toFactory(ref -> backend.around(noting("in", log)))
                        .wrap(noting("out", log)));
        check(
                log,
                Linker.builder()
                        .resolver(ref -> ref.name().equals("cache")
                                ? Optional.of(Binding.of(cache.functions())
                                        .wrap(noting("out", log))
                                        .wrap(noting("in", log)))
                                : Optional.empty()));
        try (ComponentInstance stores = Linker.builder()
                .build()
                .plan(Sessions.guest("c-stores/stores.wasm"))
                .instantiate()) {
            check(
                    log,
                    Linker.builder()
                            .bind("cache")
                            .toInstance(stores, "hot")
                            .wrap(noting("out", log), noting("in", log)));
        }
    }

    private void check(List<String> log, Linker.Builder linker) {
        log.clear();
        try (ComponentInstance app = linker.bind("sessions")
                .to(sessions.functions())
                .build()
                .plan(Sessions.component())
                .instantiate()) {
            assertThat(Sessions.login(app, "ada", PROFILE)).isEqualTo(Result.ok(null));
            assertThat(Sessions.lookup(app, "ada")).asString().startsWith("ok(some({value: [65, 100, 97,");
        }
        assertThat(log)
                .startsWith("out open", "in open", "out [method]bucket.set", "in [method]bucket.set")
                .contains("out [method]bucket.get", "in [method]bucket.get");
    }

    @Test
    void aFunctionByItselfCanBeWrapped() {
        List<String> log = new ArrayList<>();
        LinkPlan plan = Linker.builder()
                .bind("log")
                .toFunction((call, args) -> 5L)
                .wrap(noting("a", log))
                .bind("back")
                .toFunctions(f -> f.function("call", (call, args) -> null).function("number", (call, args) -> 1))
                .build()
                .plan(Things.traps());
        assertThat(plan.bindings().get(0).wrappers()).containsExactly("an interceptor");
        try (ComponentInstance app = plan.instantiate()) {
            app.function("log").call("x");
        }
        assertThat(log).containsExactly("a log");
    }

    @Test
    void whatHasNoFunctionsCannotBeWrapped() {
        Linker.Builder linker = Linker.builder().bind("thing").toResource(object -> {});
        assertThatThrownBy(() -> linker.wrap(noting("a", new ArrayList<>())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "WrappersTest.java:\\d+: bind\\(\"thing\"\\): wrap: expected functions to stand around,"
                                + " found a resource");
        assertThatThrownBy(() -> Linker.builder().wrap(noting("a", new ArrayList<>())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("wrap: expected a binding with its target before it, found none");
    }

    /** A function that its wrappers leave as it is goes its own way. */
    @Test
    void whatIsLeftAsItIsKeepsItsWay() {
        List<String> wrapped = new ArrayList<>();
        Wrapper onlyGets = new Wrapper() {
            @Override
            public String description() {
                return "only gets";
            }

            @Override
            public HostFunction wrap(Call call, FuncType type, HostFunction next) {
                wrapped.add(call.function() + " " + type.params().size());
                return call.function().endsWith(".get") ? (c, args) -> next.call(c, args) : next;
            }
        };
        List<StackTraceElement> frames = new ArrayList<>();
        cache.meanwhile = () -> frames.addAll(List.of(new Throwable().getStackTrace()));
        try (ComponentInstance app = wrapped(Kind.TYPED, onlyGets).instantiate()) {
            assertThat(wrapped)
                    .containsExactlyInAnyOrder(
                            "[resource-drop]bucket 1",
                            "open 1",
                            "[method]bucket.get 2",
                            "[method]bucket.set 3",
                            "[method]bucket.delete 2");
            wrapped.clear();
            Sessions.login(app, "ada", PROFILE);
            assertThat(frames).noneMatch(frame -> frame.getClassName().endsWith("WrappedFunction"));
            Sessions.lookup(app, "ada");
            assertThat(frames).anyMatch(frame -> frame.getClassName().endsWith("WrappedFunction"));
        }
        assertThat(wrapped).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void timingTellsHowLongAndHowItEnded(Kind kind) {
        List<String> told = new ArrayList<>();
        Timing timing = Timing.to((call, nanos, outcome) -> {
            assertThat(nanos).isPositive();
            told.add(call + " " + outcome.word());
        });
        try (ComponentInstance app = wrapped(kind, timing).instantiate()) {
            Sessions.login(app, "ada", PROFILE);
            cache.failures = 1;
            Sessions.lookup(app, "ada");
            cache.meanwhile = () -> {
                throw new IllegalStateException("gone");
            };
            assertThatThrownBy(() -> Sessions.lookup(app, "ada")).isInstanceOf(TrapException.class);
        }
        assertThat(told)
                .startsWith(
                        "\"cache\" open ok",
                        "\"cache\" [method]bucket.set ok",
                        "\"cache\" [resource-drop]bucket ok",
                        "\"cache\" open err")
                .endsWith("\"cache\" open thrown");
    }

    @ParameterizedTest
    @EnumSource
    void aRecordingHasEveryCallInText(Kind kind) {
        List<String> lines = new ArrayList<>();
        try (ComponentInstance app =
                wrapped(kind, Recording.to(call -> lines.add(call.toString()))).instantiate()) {
            Sessions.login(app, "ada", new byte[] {1, -1});
            Sessions.lookup(app, "ada");
            cache.failures = 1;
            Sessions.lookup(app, "ada");
        }
        assertThat(lines)
                .startsWith(
                        "\"cache\" open(\"hot\") -> ok(<handle 1>)",
                        "\"cache\" [method]bucket.set(<handle 1>, \"ada\", [1, 255]) -> ok",
                        "\"cache\" [resource-drop]bucket(<handle 1>)",
                        "\"cache\" open(\"hot\") -> ok(<handle 2>)",
                        "\"cache\" [method]bucket.get(<handle 2>, \"ada\") -> ok(some([1, 255]))",
                        "\"cache\" [resource-drop]bucket(<handle 2>)",
                        "\"cache\" open(\"hot\") -> err(other(\"busy\"))");
    }
}
