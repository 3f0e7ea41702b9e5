package dev.witloof.link;

import static dev.witloof.link.Shop.CONFIG;
import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.backend;
import static dev.witloof.link.Shop.functions;
import static dev.witloof.link.Shop.get;
import static dev.witloof.link.Shop.named;
import static dev.witloof.link.Shop.small;
import static dev.witloof.link.Shop.unnamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.limit.Limits;
import dev.witloof.policy.LinkPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanDifferenceTest {

    private static LinkPlan plan(String name, String sha256, Linker.Builder linker, Need... imports) {
        return linker.build().plan(new Needs(name, sha256, List.of(imports), List.of()), values -> {
            throw new AssertionError("no instance is made here");
        });
    }

    private static LinkPlan before() {
        Linker.Builder linker = Linker.builder();
        linker.bind("sessions").to(backend("in-memory key-value"));
        linker.bind("cache").to(backend("in-memory key-value"));
        linker.bind("audit").to(functions("get"));
        linker.bindInterface(CONFIG).to(backend("map"));
        return plan(
                "shop.wasm",
                Shop.SHA,
                linker,
                named("sessions", STORE, "session-db:eu-west-1", small()),
                named("cache", STORE),
                named("audit", null),
                unnamed(CONFIG));
    }

    private static LinkPlan after() {
        Linker.Builder linker = Linker.builder();
        linker.bindExternalId("session-db:eu-west-2").to(backend("redis"));
        linker.resolver(ref -> ref.name().equals("cache")
                ? Optional.of(Binding.of(backend("tenant's")).because("tenant \"directory\""))
                : Optional.empty());
        linker.bind("trace").toFunction(Shop.NOTHING);
        linker.bindInterface(CONFIG).to(backend("map"));
        return plan(
                "shop-2.wasm",
                "0123abcd".repeat(8),
                linker,
                unnamed(CONFIG),
                named("sessions", STORE, "session-db:eu-west-2", small()),
                named("cache", STORE),
                named("trace", null, null, get()));
    }

    @Test
    void theTextAndTheJson() {
        Golden golden = Golden.here();
        PlanDifference difference = before().diff(after());
        golden.check("diff", difference.toString());
        golden.check("diff-json", difference.toJson());
        assertThat(difference.isOtherComponent()).isTrue();
        assertThat(difference.isOtherConfiguration()).isTrue();
        assertThat(difference.added())
                .extracting(binding -> binding.importRef().name())
                .containsExactly("trace");
        assertThat(difference.removed())
                .extracting(binding -> binding.importRef().name())
                .containsExactly("audit");
        assertThat(difference.changed())
                .extracting(each -> each.after().importRef().name())
                .containsExactly(CONFIG, "sessions", "cache");
        assertThat(difference.changed().get(1).before().boundTo()).isEqualTo("in-memory key-value");
        assertThat(difference.changed().get(1).after().boundTo()).isEqualTo("redis");
        assertThatThrownBy(() -> difference.added().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void samePlansHaveNone() {
        PlanDifference difference = before().diff(before());
        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference).hasToString("shop.wasm (sha256 ab12cd34…): 0 differences");
        assertThat(difference.toJson()).isEqualTo("{\"added\":[],\"removed\":[],\"changed\":[]}");
    }

    /** An import that became another kind of thing, bound on the same line to what describes itself alike. */
    @Test
    void theKindOfAnImport() {
        Linker.Builder linker = Linker.builder().bind("x").toFunction(Shop.NOTHING);
        LinkPlan function = Shop.plan(linker, named("x", null, null, get()));
        BoundImport bound = function.bindings().get(0);
        BoundImport instance = new BoundImport(
                named("x", null).ref(),
                bound.boundTo(),
                bound.step(),
                bound.declaredAt(),
                bound.reason(),
                bound.interfaceName(),
                bound.member(),
                List.of(),
                List.of());
        PlanDifference difference = new PlanDifference(
                function, function, List.of(), List.of(), List.of(new PlanDifference.Rebound(bound, instance)));
        assertThat(difference)
                .hasToString("shop.wasm (sha256 ab12cd34…): 1 difference\n~ import \"x\"\n    kind: func -> instance");
    }

    @Test
    void theOrderOfImportsIsNoDifference() {
        Linker.Builder linker = Linker.builder().bind("a", "b").to(backend("any"));
        LinkPlan ab = Shop.plan(linker, named("a", STORE), named("b", STORE));
        LinkPlan ba = Shop.plan(linker, named("b", STORE), named("a", STORE));
        assertThat(ab.diff(ba).isEmpty()).isTrue();
    }

    @Test
    void theConfigurationAlone() {
        Need cache = named("cache", STORE);
        Linker.Builder before = Linker.builder();
        Linker.Builder after = Linker.builder();
        for (Linker.Builder each : List.of(before, after)) {
            each.bind("cache")
                    .declaredWith(each == before ? "port: 1" : "port: 2")
                    .to(backend("redis"));
        }
        PlanDifference difference = Shop.plan(before, cache).diff(Shop.plan(after, cache));
        assertThat(difference.isOtherConfiguration()).isTrue();
        assertThat(difference.isOtherComponent()).isFalse();
        assertThat(difference.toString())
                .matches("(?s)shop.wasm \\(sha256 ab12cd34…\\): 1 difference\n"
                        + "~ configuration: sha256 [0-9a-f]{8}… -> sha256 [0-9a-f]{8}…");
    }

    /** A column would be as wide as the longest list, so what is denied stands beneath its import. */
    @Test
    void whatIsDenied() {
        Linker.Builder open = Linker.builder().bind("cache").to(backend("redis"));
        Linker.Builder denying = Linker.builder()
                .bind("cache")
                .to(backend("redis"))
                .policy(LinkPolicy.builder()
                        .deny(rule -> rule.name("cache").functions("get").declaredAt("bindings.yaml:12:5"))
                        .build());
        LinkPlan before = Shop.plan(open, named("cache", STORE));
        LinkPlan after = Shop.plan(denying, named("cache", STORE));
        assertThat(after.toString().lines().skip(3)).containsExactly("    denied: get (bindings.yaml:12:5)");
        assertThat(before.diff(after).toString()).contains("\n    denied: - -> get (bindings.yaml:12:5)");
        assertThat(Shop.plan(Linker.builder()).diff(after).toString())
                .contains(", declared at: PlanDifferenceTest.java:")
                .endsWith(", denied: get (bindings.yaml:12:5)");
    }

    @Test
    void limits() {
        LinkPlan before = Shop.plan(Linker.builder()
                .limits(Limits.builder().memoryPages(3).handles(10).build()));
        LinkPlan after = Shop.plan(Linker.builder()
                .limits(Limits.builder().memoryPages(4).instances(2).handles(10).build()));
        assertThat(before.diff(after).toString().replaceAll("[0-9a-f]{8}…", "…"))
                .isEqualTo("""
                        shop.wasm (sha256 …): 1 difference
                        ~ configuration: sha256 … -> sha256 …
                            limit memoryPages: 3 -> 4
                            limit instances: - -> 2""");
    }

    /** The same import of two members is two imports, and a member that was replaced is named. */
    @Test
    void membersOfCompositions() {
        Linker linker =
                Linker.builder().bind("log").toFunction((call, args) -> null).build();
        Composition one = Composition.builder()
                .add("shop", Guests.composed("shop"))
                .add("kv", Guests.composed("kv"))
                .wire("kv", "hot", "shop", "cache")
                .build();
        Composition two = Composition.builder()
                .add("shop", Guests.composed("shop"))
                .add("store", Guests.composed("kv"))
                .wire("store", "hot", "shop", "cache")
                .build();
        PlanDifference difference = one.link(linker).diff(two.link(linker));
        Golden.here().check("diff-composition", difference + "\n\n" + difference.toJson());
    }
}
