package dev.witloof.link;

import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.func;
import static dev.witloof.link.Shop.named;
import static dev.witloof.link.Shop.param;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.core.CoreModule;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Call;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.HostFunction;
import dev.witloof.name.ImportRef;
import dev.witloof.type.ComponentType;
import dev.witloof.type.FuncType;
import dev.witloof.type.ModuleType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import dev.witloof.value.Result;
import dev.witloof.wrapper.Sessions;
import dev.witloof.wrapper.Sessions.Kind;
import dev.witloof.wrapper.Sessions.MapStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wrappers around the functions of all bindings. */
class WrapAllTest {

    private static final byte[] EMPTY_MODULE = {0, 'a', 's', 'm', 1, 0, 0, 0};
    private static final byte[] EMPTY_COMPONENT = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};

    private final List<String> log = new ArrayList<>();

    private Wrapper noting(String who) {
        return (Interceptor) (call, args, next) -> {
            log.add(who + " " + call);
            return next.call(call, args);
        };
    }

    /** A wrapper that does nothing and has a name. */
    private static Wrapper called(String name) {
        return new Wrapper() {
            @Override
            public String description() {
                return name;
            }

            @Override
            public HostFunction wrap(Call call, FuncType type, HostFunction next) {
                return next;
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void theyStandOutsideOfThoseOfABindingWhereverItIsDeclared(Kind kind) {
        MapStore cache = new MapStore();
        Linker.Builder linker =
                kind.bind(Linker.builder().wrapAll(noting("1"), noting("2")), "sessions", new MapStore());
        LinkPlan plan = kind.bind(linker, "cache", cache)
                .wrap(noting("own"))
                .wrapAll(noting("3"))
                .build()
                .plan(Sessions.component());
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(Sessions.login(app, "ada", new byte[] {1})).isEqualTo(Result.ok(null));
            assertThat(log).startsWith("1 \"sessions\" open", "2 \"sessions\" open", "3 \"sessions\" open");
            assertThat(log)
                    .containsSubsequence(
                            "1 \"cache\" [method]bucket.set",
                            "2 \"cache\" [method]bucket.set",
                            "3 \"cache\" [method]bucket.set",
                            "own \"cache\" [method]bucket.set");
        }
        assertThat(cache.log).containsExactly("open hot", "set ada", "close");
    }

    @Test
    void plansShowThemAroundEachBinding() {
        LinkPlan plan = Shop.plan(
                Linker.builder()
                        .bind("a")
                        .to(Shop.backend("redis"))
                        .wrap(called("own"))
                        .bind("b")
                        .toFactory(ref -> Shop.backend("memcached"))
                        .resolver(ref ->
                                Optional.of(Binding.of(Shop.functions("get")).wrap(called("resolved"))))
                        .wrapAll(called("outer"), called("inner")),
                named("a", STORE),
                named("b", STORE),
                named("c", STORE));
        assertThat(plan.bindings())
                .extracting(BoundImport::wrappers)
                .containsExactly(
                        List.of("outer", "inner", "own"),
                        List.of("outer", "inner"),
                        List.of("outer", "inner", "resolved"));
    }

    @Test
    void whatHasNoFunctionsIsLeftAlone() {
        FuncType record = func(List.of(param("line", PrimitiveType.STRING)), PrimitiveType.BOOL);
        LinkPlan plan = Shop.plan(
                Linker.builder()
                        .wrapAll(called("all"))
                        .bind("plugin")
                        .toModule(CoreModule.parse(EMPTY_MODULE, 0, 8, ""))
                        .bind("code")
                        .toComponent(Component.load(EMPTY_COMPONENT))
                        .bind("token")
                        .toResource(object -> {})
                        .bind("empty")
                        .to(Shop.functions())
                        .bind("record")
                        .toFunction(Shop.NOTHING),
                named("plugin", null, null, new ModuleType(List.of(), List.of())),
                named("code", null, null, new ComponentType(List.of(), List.of())),
                named("token", null, null, new TypeBound.SubResource(ResourceType.named("token"))),
                named("empty", null, null, Shop.instance(Map.of())),
                named("record", null, null, record));
        assertThat(plan.bindings())
                .extracting(BoundImport::wrappers)
                .containsExactly(List.of(), List.of(), List.of(), List.of(), List.of("all"));
    }

    @Test
    void callsBetweenMembersAreLeftAlone() {
        LinkPlan plan = Composition.builder()
                .add("shop", Guests.composed("shop"))
                .add("kv", Guests.composed("kv"))
                .wire("kv", "hot", "shop", "cache")
                .link(Linker.builder()
                        .bind("log")
                        .toFunction((call, args) -> null)
                        .wrapAll(noting("all"))
                        .build());
        assertThat(plan.bindings())
                .extracting(each -> each.importRef().name() + each.wrappers())
                .containsExactly("cache[]", "log[an interceptor]", "log[an interceptor]");
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(app.function("visit").call("home", 2L)).isEqualTo(2L);
        }
        assertThat(log).containsExactly("all \"log\" of shop", "all \"log\" of kv");
    }

    @Test
    void oneThatCannotStandSomewhereIsAProblem() {
        Wrapper nowhere = new Wrapper() {
            @Override
            public String description() {
                return "picky";
            }

            @Override
            public HostFunction wrap(Call call, FuncType type, HostFunction next) {
                return next;
            }

            @Override
            public List<String> problems(ImportRef importRef, Map<String, FuncType> functions) {
                return List.of("found " + functions.keySet());
            }
        };
        assertThatThrownBy(() -> Shop.plan(
                        Linker.builder().wrapAll(nowhere).bind("cache").to(Shop.backend("redis")),
                        named("cache", STORE)))
                .isInstanceOf(UnlinkableException.class)
                .hasMessageMatching("""
                        shop.wasm \\(sha256 ab12cd34…\\) cannot be linked: 1 problem in 1 import

                        1\\) unfit wrapper: import "cache", bound to redis \\(WrapAllTest.java:\\d+\\)
                             picky: found \\[get]""");
    }

    @Test
    void theyArePartOfTheConfiguration() {
        String none = digest();
        String one = digest(called("a"));
        String both = digest(called("a"), called("b"));
        assertThat(List.of(none, one, both, digest(called("b"), called("a")))).doesNotHaveDuplicates();
        assertThat(digest(called("a"))).isEqualTo(one);
    }

    private static String digest(Wrapper... wrappers) {
        return Shop.plan(
                        Linker.builder().wrapAll(wrappers).bind("cache").to(Shop.backend("redis")),
                        named("cache", STORE))
                .configurationDigest();
    }

    @Test
    void noneOfThemIsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> Linker.builder().wrapAll(called("a"), null))
                .withMessage("wrapper");
    }
}
