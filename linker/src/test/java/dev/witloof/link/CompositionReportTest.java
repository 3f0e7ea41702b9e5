package dev.witloof.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import org.junit.jupiter.api.Test;

/** What is wrong with a composition, as whole reports; and which of several answers counts. */
class CompositionReportTest {

    private static final Component SHOP = Guests.composed("shop");
    private static final Component KV = Guests.composed("kv");
    private static final Component RELAY = Guests.composed("relay");
    private static final Component COUNTER = Guests.shared("wat-composed/counter.wasm");
    private static final Component VISITOR = Guests.shared("wat-composed/visitor.wasm");
    private static final Component KEEPER = Guests.composed("keeper");
    private static final Component USER = Guests.composed("user");
    private static final Component THINGS = Guests.composed("things");
    private static final String COUNT = "demo:count/counter@1.2.0";
    private static final Linker NOTHING = Linker.builder().build();

    private static Linker.Builder logging() {
        return Linker.builder().bind("log").toFunction(Shop.NOTHING);
    }

    private static String report(Composition.Builder composition, Linker linker) {
        return catchThrowableOfType(UnlinkableException.class, () -> composition.link(linker))
                .getMessage();
    }

    private static Composition.Builder shopAndKv() {
        return Composition.builder().add("shop", SHOP).add("kv", KV);
    }

    @Test
    void aCycleIsItsPath() {
        Composition.Builder two = Composition.builder()
                .add("shop", RELAY)
                .add("kv", RELAY)
                .wire("kv", "call", "shop", "next")
                .wire("shop", "call", "kv", "next");
        Golden.here().check("composition-cycle", report(two, NOTHING));
    }

    @Test
    void aMemberThatServesItselfIsACycle() {
        Composition.Builder one = Composition.builder().add("shop", RELAY).wire("shop", "call", "shop", "next");
        Golden.here().check("composition-self", report(one, NOTHING));
    }

    @Test
    void nothingServesAnImportAndTheWireIsProposed() {
        Golden.here().check("composition-unbound", report(shopAndKv(), NOTHING));
    }

    /** L27: the name chooses the exporter; an import that nobody serves is an error. */
    @Test
    void l27TheNameChoosesTheExporterAndWhatNobodyServesIsAnError() {
        try (ComponentInstance app = Composition.builder()
                .add("visitor", VISITOR)
                .add("counter", COUNTER)
                .link(NOTHING)
                .instantiate()) {
            assertThat(app.function("visit").call("home")).isEqualTo(1L);
        }
        Golden.here()
                .check(
                        "composition-l27",
                        report(Composition.builder().add("visitor", VISITOR).add("numbers", COUNTER), NOTHING));
    }

    /** L7: a binding for the name comes first, and the wire that it overrules is an error; the order decides, nothing is silent. */
    @Test
    void l7ABindingForTheNameOverrulesAWireAndSaysSo() {
        Linker linker = logging()
                .bind("cache")
                .toFunctions(f -> f.function("add", (call, args) -> 0L))
                .build();
        Golden.here().check("composition-l7-wire", report(shopAndKv().wire("kv", "hot", "shop", "cache"), linker));
        LinkPlan plan = shopAndKv().link(linker);
        assertThat(plan.bindings().get(0).step()).contains(Step.NAME);
    }

    /** L7: a binding for an interface comes after the other members, so where a member takes its place it is unused. */
    @Test
    void l7AMemberOverrulesTheBindingForAnInterface() {
        Linker.Builder linker = Linker.builder()
                .bindInterface("demo:res/things@1.0.0")
                .toFunctions(f ->
                        f.function("[constructor]thing", Shop.NOTHING).function("[method]thing.get", Shop.NOTHING));
        Composition.Builder composition =
                Composition.builder().add("user", USER).add("keeper", KEEPER).add("things", THINGS);
        Golden.here().check("composition-l7-interface", report(composition, linker.build()));
        assertThat(composition.link(linker.optional().build()).bindings())
                .extracting(BoundImport::step)
                .allSatisfy(step -> assertThat(step).contains(Step.COMPOSITION));
    }

    /** L7: two members that answer alike are a conflict, which a wire settles. */
    @Test
    void l7TwoMembersThatExportAnInterfaceAreAConflict() {
        Composition.Builder composition = Composition.builder()
                .add("user", USER)
                .add("keeper", KEEPER)
                .add("one", THINGS)
                .add("two", THINGS);
        Golden.here().check("composition-conflict", report(composition, NOTHING));
    }

    @Test
    void aResourceOfAnotherMemberIsNotTheSame() {
        Composition.Builder composition = Composition.builder()
                .add("user", USER)
                .add("keeper", KEEPER)
                .add("one", THINGS)
                .add("two", THINGS)
                .wire("one", "demo:res/things@1.0.0", "user", "demo:res/things@1.0.0")
                .wire("two", "demo:res/things@1.0.0", "keeper", "demo:res/things@1.0.0")
                .exportFrom("one");
        Golden.here().check("composition-resources", report(composition, NOTHING));
    }

    @Test
    void aWireToWhatDoesNotFitIsATypeMismatch() {
        Composition.Builder composition = Composition.builder()
                .add("visitor", VISITOR)
                .add("counter", COUNTER)
                .wire("counter", "total", "visitor", "counter");
        Golden.here().check("composition-mismatch", report(composition, NOTHING));
    }

    @Test
    void exportsThatAreAlikeAreAConflict() {
        Composition.Builder composition =
                Composition.builder().add("one", COUNTER).add("two", COUNTER);
        Golden.here().check("composition-exports", report(composition, NOTHING));
        assertThat(composition.exportFrom("two").link(NOTHING).bindings()).isEmpty();
    }

    @Test
    void twoWiresToOneImportAreAConflict() {
        Golden.here()
                .check(
                        "composition-wires",
                        report(
                                shopAndKv().wire("kv", "hot", "shop", "cache").wire("kv", "cold", "shop", "cache"),
                                logging().build()));
    }

    @Test
    void aResolverComesAfterTheMembers() {
        Linker linker = Linker.builder()
                .resolver(ref -> java.util.Optional.of(Binding.ofFunction(Shop.NOTHING)))
                .build();
        LinkPlan plan = shopAndKv().wire("kv", "hot", "shop", "cache").link(linker);
        assertThat(plan.bindings())
                .extracting(each -> each.step().orElseThrow())
                .containsExactly(Step.COMPOSITION, Step.RESOLVER, Step.RESOLVER);
    }

    @Test
    void exportsOfACompositionAreChosenByConfiguration() {
        LinkPlan plan = shopAndKv()
                .wire("kv", "hot", "shop", "cache")
                .link(logging().selectExport("cold", "bindings.yaml:2:3").build());
        assertThat(plan.selectedExports())
                .extracting(SelectedExport::line)
                .containsExactly("export \"cold\", implements " + COUNT + " (bindings.yaml:2:3)");
        Golden.here()
                .check(
                        "composition-selected",
                        report(
                                shopAndKv().wire("kv", "hot", "shop", "cache"),
                                logging()
                                        .selectExport("hot", "bindings.yaml:2:3")
                                        .build()));
    }
}
