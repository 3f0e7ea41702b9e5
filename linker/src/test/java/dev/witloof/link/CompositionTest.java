package dev.witloof.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.TrapException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.name.ExportRef;
import dev.witloof.value.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What members of a composition give each other, and how all of them behave as one component. */
class CompositionTest {

    private static final Component SHOP = Guests.composed("shop");
    private static final Component KV = Guests.composed("kv");
    private static final Component COUNTER = Guests.shared("wat-composed/counter.wasm");
    private static final Component VISITOR = Guests.shared("wat-composed/visitor.wasm");
    private static final Component NESTED = Guests.shared("wat-nested/nested.wasm");
    private static final Component THINGS = Guests.composed("things");
    private static final Component KEEPER = Guests.composed("keeper");
    private static final Component USER = Guests.composed("user");
    private static final String RES = "demo:res/things@1.0.0";
    private static final Linker NOTHING = Linker.builder().build();

    private final List<String> log = new ArrayList<>();
    private final Linker logging = Linker.builder()
            .bind("log")
            .toFunction((call, args) -> {
                log.add(call.member().orElse("-") + " " + args[0]);
                return null;
            })
            .build();

    private Composition.Builder wired() {
        return Composition.builder().add("shop", SHOP).add("kv", KV).wire("kv", "hot", "shop", "cache");
    }

    @Test
    void aWireServesANamedImport() {
        LinkPlan plan = wired().link(logging);
        Golden.here().check("composition-wired", plan + "\n\n" + plan.toJson());
        assertThat(plan.bindings().get(0).member()).contains("shop");
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(app.function("visit").call("home", 2L)).isEqualTo(2L);
            assertThat(app.function("visit").call("home", 3L)).isEqualTo(5L);
            assertThat(app.instance("cold").function("add").call("home", 1L)).isEqualTo(-6L);
        }
        assertThat(log).containsExactly("shop -1", "kv 2", "shop -1", "kv 3", "kv 1");
    }

    /** The shop of the README, whose two stores are those of another component. */
    @Test
    void theStoresOfTheShopAreAnotherComponents() {
        List<Object> audit = new ArrayList<>();
        LinkPlan plan = Composition.builder()
                .add("shop", Guests.shared("wat-shop/shop.wasm"))
                .add("kv", Guests.shared("c-stores/stores.wasm"))
                .wire("kv", "hot", "shop", "cache")
                .wire("kv", "cold", "shop", "sessions")
                .link(Linker.builder()
                        .bind("audit")
                        .toFunctions(f -> f.function("record", (call, args) -> audit.add(args[0]) ? null : null))
                        .bindInterface("wasi:config/store@0.2.0-rc.1")
                        .toFunctions(f -> f.function("get", (call, args) -> Result.ok(Optional.of("thanks for"))))
                        .build());
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(app.function("checkout").call("cart-42")).isEqualTo("thanks for cart-42");
            assertThat(app.function("checkout").call("cart-42")).isEqualTo("thanks for cart-42");
            // A bucket of this store is empty when it is opened, and ends when the shop drops it.
            assertThat(app.instance("admin").function("pending").call()).isEqualTo(0L);
            assertThat(app.function("live").call()).hasToString("(0, 0)");
        }
        assertThat(audit).containsExactly("checkout cart-42", "checkout cart-42");
    }

    @Test
    void L27_theMemberOfTheImportsNameServesItAndOneComponentMayBeTwoMembers() {
        LinkPlan plan = Composition.builder()
                .add("pages", NESTED)
                .add("eu", COUNTER)
                .add("us", COUNTER)
                .exportFrom("us")
                .link(NOTHING);
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(app.instance("pages-eu").function("visit").call("home")).isEqualTo(1001L);
            assertThat(app.instance("pages-eu").function("visit").call("home")).isEqualTo(2002L);
            assertThat(app.instance("pages-us").function("visit").call("home")).isEqualTo(1001L);
            assertThat(app.function("total").call()).isEqualTo(1L);
        }
    }

    @Test
    void aCompositionEqualsTheSameComponentsNestedByHand() {
        LinkPlan composed = Composition.builder()
                .add("visitor", VISITOR)
                .add("counter", COUNTER)
                .link(NOTHING);
        LinkPlan nested = NOTHING.plan(Guests.shared("wat-composed/nested.wasm"));
        try (ComponentInstance one = composed.instantiate();
                ComponentInstance other = nested.instantiate()) {
            for (int i = 1; i < 4; i++) {
                assertThat(one.function("visit").call("home"))
                        .isEqualTo(other.function("visit").call("home"));
                assertThat(one.function("visits").call("home", 3L * i))
                        .isEqualTo(other.function("visits").call("home", 3L * i));
                assertThat(one.function("total").call())
                        .isEqualTo(other.function("total").call());
            }
            assertThat(one.function("total").call()).isEqualTo(21L);
            assertThat(one.component().exports())
                    .containsExactlyInAnyOrderElementsOf(other.component().exports());
        }
    }

    @Test
    void resourcesCross() {
        LinkPlan plan = Composition.builder()
                .add("user", USER)
                .add("keeper", KEEPER)
                .add("things", THINGS)
                .link(NOTHING);
        assertThat(plan.toString()).contains("\n  things: things (").contains("\n  user: user (");
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(app.function("run").call(7L)).isEqualTo(7007L);
            assertThat(app.function("dropped").call()).isEqualTo(1L);
        }
    }

    /** Both import the things from one binding, as a component in which they are nested would from one import. */
    @Test
    void resourcesOfTheHostCrossWhereOneBindingServesBoth() {
        List<Object> dropped = new ArrayList<>();
        Linker things = Linker.builder()
                .bindInterface(RES)
                .toFunctions(f -> f.function("[constructor]thing", (call, args) -> "thing " + args[0])
                        .function("[method]thing.get", (call, args) -> Long.valueOf(((String) args[0]).substring(6)))
                        .resource("thing", dropped::add))
                .build();
        LinkPlan plan =
                Composition.builder().add("user", USER).add("keeper", KEEPER).link(things);
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(app.component().imports()).hasSize(1);
            assertThat(app.function("run").call(7L)).isEqualTo(7007L);
            assertThat(dropped).containsExactly("thing 7");
            app.function("leave").call(8L);
        }
        assertThat(dropped).containsExactly("thing 7", "thing 8");
    }

    @Test
    void aTrapNamesTheMembersAndEndsAllOfThem() {
        try (ComponentInstance app = wired().link(logging).instantiate()) {
            assertThatThrownBy(() -> app.function("visit").call("home", 13L))
                    .isInstanceOf(TrapException.class)
                    .hasMessage("export visit of shop: import \"cache\" add of shop, served by kv: unreachable\n"
                            + "    in M!add\n    in M!func[3]");
            assertThatThrownBy(() -> app.instance("cold").function("add").call("home", 1L))
                    .isInstanceOf(TrapException.class)
                    .hasMessage("\"cold\" add of kv: the instance trapped before: unreachable");
            log.clear();
            assertThatThrownBy(() -> app.function("visit").call("home", 1L))
                    .isInstanceOf(TrapException.class)
                    .hasMessage("visit of shop: the instance trapped before: unreachable");
            assertThat(log).isEmpty();
        }
    }

    @Test
    void theTrapOfABackendNamesTheMemberThatCalledIt() {
        Linker failing = Linker.builder()
                .bind("log")
                .toFunction((call, args) -> {
                    if (call.member().orElseThrow().equals("kv")) {
                        throw new IllegalStateException("full");
                    }
                    return null;
                })
                .build();
        try (ComponentInstance app = wired().link(failing).instantiate()) {
            TrapException trap = catchThrowableOfType(
                    TrapException.class, () -> app.function("visit").call("home", 1L));
            assertThat(trap.importOnTheWay()).contains("\"log\" of kv");
            assertThat(trap.export()).contains("visit of shop");
            assertThat(trap.reason())
                    .matches("a function \\(CompositionTest.java:\\d+\\) threw "
                            + "java.lang.IllegalStateException: full");
        }
    }

    @Test
    void membersAreReplacedAndTheOthersStay() {
        Composition composition = wired().build();
        LinkPlan before = composition.link(logging);
        Composition other =
                composition.toBuilder().replace("kv", Guests.composed("kv")).build();
        assertThat(other.members().get("shop")).isSameAs(SHOP);
        assertThat(before.diff(other.link(logging)).isOtherComponent()).isFalse();
        assertThatThrownBy(() -> composition.toBuilder().replace("kv", COUNTER).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "CompositionTest.java:\\d+: wire\\(\"kv\", \"hot\", \"shop\", \"cache\"\\): expected an "
                                + "export of kv, found \"hot\"; there is \"demo:count/counter@1.2.0\", \"total\"");
        assertThatThrownBy(() -> composition.toBuilder().replace("kvs", COUNTER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "replace: expected a member, found \"kvs\", did you mean \"kv\"? There is \"shop\", \"kv\"");
    }

    @Test
    void whatIsNamedMustExist() {
        assertThatThrownBy(() -> Composition.builder().add("shop", SHOP).add("shop", KV))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("add: expected a name that no member has, found \"shop\", which was added before "
                        + "\\(CompositionTest.java:\\d+\\); replace gives it another component");
        assertThatThrownBy(() -> Composition.builder().add("1shop", SHOP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "add: \"1shop\": expected a plain name: \"1shop\" is not a valid extern name: label \"1shop\" is "
                                + "not in kebab case");
        assertThatThrownBy(() -> Composition.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("composition: expected members, found none; add(…) adds one");
        assertThatThrownBy(() -> wired().wire("kv", "hott", "shop", "cache").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "CompositionTest.java:\\d+: wire\\(\"kv\", \"hott\", \"shop\", \"cache\"\\): expected an "
                                + "export of kv, found \"hott\", did you mean \"hot\"\\? There is \"hot\", \"cold\", "
                                + "\"demo:count/counter@1.2.0\"");
        assertThatThrownBy(() -> wired().wire("kv", "hot", "shop", "cahce").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "CompositionTest.java:\\d+: wire\\(\"kv\", \"hot\", \"shop\", \"cahce\"\\): expected an "
                                + "import of shop, found \"cahce\", did you mean \"cache\"\\? There is \"cache\", \"log\"");
        assertThatThrownBy(() -> wired().exportFrom("front").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("exportFrom: expected a member, found \"front\"; there is \"shop\", \"kv\"");
    }

    @Test
    void itIsOneComponentToWhoeverHoldsAnInstance() {
        LinkPlan plan = wired().link(logging);
        try (Deployment deployment = plan.start();
                ComponentInstance app = deployment.instantiate();
                ComponentInstance second = deployment.instantiate()) {
            assertThat(app.function("visit").call("home", 5L)).isEqualTo(5L);
            assertThat(second.function("visit").call("home", 1L)).isEqualTo(1L);
            assertThat(app.component().name()).isEqualTo("composition of shop, kv");
            assertThat(app.component().sha256()).isEqualTo(plan.componentDigest());
            assertThat(app.component().exports())
                    .extracting(ExportRef::toString)
                    .containsExactly(
                            "export \"cold\", implements demo:count/counter@1.2.0",
                            "export \"demo:count/counter@1.2.0\"",
                            "export \"visit\"");
            assertThatThrownBy(() -> app.instance("hot"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("composition of shop, kv: no instance \"hot\" is exported; there is \"cold\", "
                            + "\"demo:count/counter@1.2.0\"");
            assertThatThrownBy(() -> logging.plan(app.component()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "composition of shop, kv: expected a component, found a composition, of which only its plan "
                                    + "makes instances");
            // What it exports may serve another component's import.
            LinkPlan visitor = Linker.builder()
                    .bind("counter")
                    .toInstance(app, "cold")
                    .build()
                    .plan(VISITOR);
            try (ComponentInstance outside = visitor.instantiate()) {
                assertThat(outside.function("visit").call("home")).isEqualTo(-6L);
            }
        }
    }

    @Test
    void theThingsOfMembersEndInReverse() {
        List<Object> dropped = new ArrayList<>();
        Linker things = Linker.builder()
                .bindInterface(RES)
                .toFunctions(f -> f.function(
                                "[constructor]thing",
                                (call, args) -> call.member().orElseThrow())
                        .function("[method]thing.get", (call, args) -> 0L)
                        .resource("thing", dropped::add))
                .build();
        LinkPlan plan = Composition.builder()
                .add("first", USER)
                .add("last", USER)
                .add("keeper", KEEPER)
                .add("keeps-last", KEEPER)
                .wire("keeper", "demo:res/keeper@1.0.0", "first", "demo:res/keeper@1.0.0")
                .wire("keeps-last", "demo:res/keeper@1.0.0", "last", "demo:res/keeper@1.0.0")
                .exportFrom("first")
                .link(things);
        assertThat(plan.toString()
                        .lines()
                        .filter(line -> line.startsWith("  "))
                        .map(line -> line.split(":")[0])
                        .limit(4))
                .containsExactly("  keeper", "  first", "  keeps-last", "  last");
        try (ComponentInstance app = plan.instantiate()) {
            app.function("leave").call(1L);
            app.function("leave").call(2L);
        }
        assertThat(dropped).containsExactly("first", "first");
    }

    /** Things as Java sees them. */
    public interface Things {

        /** One of them. */
        interface Thing extends AutoCloseable {
            long get();

            @Override
            void close();
        }
    }

    /** What makes them. */
    public interface Maker {
        Things.Thing make(long n);
    }

    /** Both. */
    public interface World {
        Things things();

        Maker maker();
    }

    /** The methods of what the maker of the second gives are those of the second, although only the things of the first are seen. */
    @Test
    void aComponentIsAMemberTwiceAndOtherPartsOfEachAreExported() {
        Component makers = Guests.composed("makers");
        LinkPlan plan = Composition.builder()
                .add("first", makers)
                .add("second", makers)
                .add("takes-maker", Guests.composed("takes-maker"))
                .add("takes-things", Guests.composed("takes-things"))
                .wire("first", "maker", "takes-maker", "maker")
                .wire("second", "things", "takes-things", "things")
                .link(NOTHING);
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(app.component().exports())
                    .extracting(ExportRef::toString)
                    .containsExactly("export \"things\"", "export \"maker\"");
            World world = app.as(World.class);
            try (Things.Thing thing = world.maker().make(7);
                    Things.Thing other = app.export("maker", Maker.class).make(8)) {
                assertThat(thing.get()).isEqualTo(2007L);
                assertThat(other.get()).isEqualTo(2008L);
            }
            assertThat(world.things()).isNotNull();
        }
    }

    @Test
    void whatCannotBeMadeNamesTheMember() {
        LinkPlan plan = Composition.builder()
                .add("counter", COUNTER)
                .add("broken", Guests.composed("broken"))
                .link(NOTHING);
        assertThatThrownBy(plan::instantiate)
                .isInstanceOf(UninstantiableException.class)
                .hasMessage(
                        "broken (broken): core module 0: expected segments that fit and a start function that returns, "
                                + "found a trap: unreachable");
    }
}
