package dev.witloof.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.TrapException;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositionTest {

    private static final Component SHOP = Guests.composed("shop");
    private static final Component KV = Guests.composed("kv");
    private static final Component COUNTER = Guests.composed("counter");
    private static final Component RELAY = Guests.composed("relay");
    private static final Component NESTED = Guests.shared("wat-nested/nested.wasm");
    private static final Component THINGS = Guests.composed("things");
    private static final Component KEEPER = Guests.composed("keeper");
    private static final Component USER = Guests.composed("user");

    private final List<Object> log = new ArrayList<>();
    private final Linker linker = Linker.builder()
            .bind("log")
            .toFunction((call, args) -> {
                log.add(call.member().orElse("-") + " " + args[0]);
                return null;
            })
            .build();

    private static UnlinkableException problems(Composition.Builder composition, Linker linker) {
        return catchThrowableOfType(UnlinkableException.class, () -> composition.link(linker));
    }

    @Test
    void aWireServesANamedImport() {
        LinkPlan plan = Composition.builder()
                .add("shop", SHOP)
                .add("kv", KV)
                .wire("kv", "hot", "shop", "cache")
                .link(linker);
        Golden.here().check("composition-wired", plan.toString() + "\n\n" + plan.toJson());
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(app.function("visit").call("home", 2L)).isEqualTo(2L);
            assertThat(app.function("visit").call("home", 3L)).isEqualTo(5L);
            assertThat(app.instance("cold").function("add").call("home", 1L)).isEqualTo(-6L);
        }
        assertThat(log).containsExactly("shop -1", "kv 2", "shop -1", "kv 3", "kv 1");
    }

    @Test
    void L27_theMemberOfTheImportsNameServesItAndOneComponentMayBeTwoMembers() {
        LinkPlan plan = Composition.builder()
                .add("pages", NESTED)
                .add("eu", COUNTER)
                .add("us", COUNTER)
                .exportFrom("us")
                .link(Linker.builder().build());
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(app.instance("pages-eu").function("visit").call("home")).isEqualTo(1001L);
            assertThat(app.instance("pages-eu").function("visit").call("home")).isEqualTo(2002L);
            assertThat(app.instance("pages-us").function("visit").call("home")).isEqualTo(1001L);
            assertThat(app.function("total").call()).isEqualTo(1L);
        }
    }

    @Test
    void resourcesCross() {
        LinkPlan plan = Composition.builder()
                .add("user", USER)
                .add("keeper", KEEPER)
                .add("things", THINGS)
                .link(Linker.builder().build());
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(app.function("run").call(7L)).isEqualTo(7007L);
            assertThat(app.function("dropped").call()).isEqualTo(1L);
        }
    }

    @Test
    void aCycleIsReportedAsItsPath() {
        Composition.Builder composition = Composition.builder()
                .add("shop", RELAY)
                .add("kv", RELAY)
                .wire("kv", "call", "shop", "next")
                .wire("shop", "call", "kv", "next");
        Golden.here()
                .check(
                        "composition-cycle",
                        problems(composition, Linker.builder().build()).getMessage());
    }

    @Test
    void aTrapNamesTheMembers() {
        LinkPlan plan = Composition.builder()
                .add("shop", SHOP)
                .add("kv", KV)
                .wire("kv", "hot", "shop", "cache")
                .link(linker);
        try (ComponentInstance app = plan.instantiate()) {
            TrapException trap = catchThrowableOfType(
                    TrapException.class, () -> app.function("visit").call("home", 13L));
            assertThat(trap)
                    .hasMessage(
                            "export visit of shop: import \"cache\" add of shop, served by kv: unreachable\n    in M!add\n    in M!func[3]");
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
}
