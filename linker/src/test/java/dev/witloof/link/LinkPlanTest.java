package dev.witloof.link;

import static dev.witloof.link.Shop.CONFIG;
import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.backend;
import static dev.witloof.link.Shop.functions;
import static dev.witloof.link.Shop.named;
import static dev.witloof.link.Shop.plan;
import static dev.witloof.link.Shop.small;
import static dev.witloof.link.Shop.store;
import static dev.witloof.link.Shop.unnamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.name.ImportRef;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.TypeBound;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkPlanTest {

    private static final Need[] IMPORTS = {
        named("sessions", STORE, "session-db:eu-west-1", small()),
        named("cache", STORE),
        named("cache-batch", STORE),
        named("audit", null),
        named("tenant", null, "quote\" and \u0007 \ud800 é😀", small()),
        named("size", null, null, new TypeBound.Eq(PrimitiveType.U32)),
        unnamed(CONFIG),
        unnamed("wasi:io/types@0.2.0", Shop.instance(Map.of("size", new TypeBound.Eq(PrimitiveType.U32))))
    };

    private static List<Consumer<Linker.Builder>> declarations() {
        Backend memory = backend("in-memory key-value");
        return new ArrayList<>(List.of(
                l -> l.bind("sessions").to(backend("redis")),
                l -> l.bind("cache", "cache-batch").to(memory),
                l -> l.resolver(LinkPlanTest::tenants),
                l -> l.bind("audit").to(functions("get")),
                l -> l.bindInterface(CONFIG).to(backend("map"))));
    }

    private static Optional<Binding> tenants(ImportRef ref) {
        return ref.name().equals("tenant")
                ? Optional.of(Binding.of(backend("tenant's")).because("tenant directory"))
                : Optional.empty();
    }

    private static LinkPlan plan(List<Consumer<Linker.Builder>> declarations) {
        Linker.Builder linker = Linker.builder();
        declarations.forEach(declaration -> declaration.accept(linker));
        return Shop.plan(linker, IMPORTS);
    }

    @Test
    void theTableAndTheJson() {
        Golden golden = Golden.here();
        List<Consumer<Linker.Builder>> declarations = new ArrayList<>();
        declarations.add(
                l -> l.bind("sessions").withExternalId("session-db:eu-west-1").to(backend("redis")));
        Backend memory = backend("in-memory key-value");
        declarations.add(l -> l.bind("cache", "cache-batch").to(memory));
        declarations.add(l -> l.bind("audit").to(functions("get")));
        declarations.add(l -> l.bindInterface(CONFIG).to(backend("map")));
        declarations.add(l -> l.resolver(LinkPlanTest::tenants));
        LinkPlan plan = plan(declarations);
        golden.check("plan", plan.toString());
        golden.check("plan-json", plan.toJson());
    }

    @Test
    void aPlanWithoutImportsIsOneLine() {
        LinkPlan plan = plan(Linker.builder());
        assertThat(plan).hasToString("shop.wasm (sha256 ab12cd34…): 0 imports");
        assertThat(plan.toJson())
                .isEqualTo("{\"component\":{\"name\":\"shop.wasm\",\"sha256\":\"" + Shop.SHA
                        + "\"},\"configuration\":{\"sha256\":\"" + plan.configurationDigest()
                        + "\"},\"imports\":[]}");
    }

    private static LinkPlan plan(Linker.Builder linker, Need... imports) {
        return Shop.plan(linker, imports);
    }

    @Test
    void L3_theSameBindingsGiveTheSamePlanWhateverTheOrderOfTheirDeclaration() {
        List<Consumer<Linker.Builder>> declarations = declarations();
        LinkPlan first = plan(declarations);
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            Collections.shuffle(declarations, random);
            LinkPlan again = plan(declarations);
            assertThat(again).hasToString(first.toString());
            assertThat(again.toJson()).isEqualTo(first.toJson());
            assertThat(again.configurationDigest()).isEqualTo(first.configurationDigest());
            assertThat(first.diff(again).isEmpty()).isTrue();
        }
    }

    @Test
    void L3_noOrderOfAMapReachesThePlan() {
        Random random = new Random(4);
        List<String> names = new ArrayList<>(
                IntStream.range(0, 20).mapToObj(i -> "name-" + i).toList());
        Need[] imports = names.stream().map(name -> named(name, STORE)).toArray(Need[]::new);
        Set<String> plans = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Collections.shuffle(names, random);
            Map<String, Backend> backends = new HashMap<>(1 << random.nextInt(10));
            names.forEach(name -> backends.put(name, backend("backend of " + name)));
            Linker.Builder linker = Linker.builder();
            backends.forEach((name, backend) -> linker.bind(name).to(backend));
            LinkPlan plan = Shop.plan(linker, imports);
            plans.add(plan + plan.toJson());
        }
        assertThat(plans).hasSize(1);
    }

    @Test
    void aPlanIsSharedByThreads() throws Exception {
        LinkPlan plan = plan(declarations());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> uses = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                uses.add(() -> {
                    try (Deployment deployment = plan.start()) {
                        assertThat(deployment).isNotNull();
                        return plan + plan.toJson() + plan.diff(plan) + plan.configurationDigest();
                    }
                });
            }
            Set<String> seen = new HashSet<>();
            for (Future<String> use : threads.invokeAll(uses)) {
                seen.add(use.get());
            }
            assertThat(seen).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aPlanKnowsItsComponentAndCannotBeChanged() {
        LinkPlan plan = plan(declarations());
        assertThat(plan.componentName()).isEqualTo("shop.wasm");
        assertThat(plan.componentDigest()).isEqualTo(Shop.SHA);
        List<BoundImport> bindings = plan.bindings();
        assertThatThrownBy(() -> bindings.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aComponentWithoutNamesNeedsNoNames() {
        LinkPlan plan = plan(
                Linker.builder()
                        .bindInterface(STORE)
                        .to(functions("open", "[method]bucket.get", "[method]bucket.set", "[method]bucket.list-keys")),
                unnamed(STORE, store()));
        assertThat(plan.bindings().get(0).step()).contains(Step.INTERFACE);
    }
}
