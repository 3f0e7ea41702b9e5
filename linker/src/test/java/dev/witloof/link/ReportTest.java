package dev.witloof.link;

import static dev.witloof.link.Shop.BYTES;
import static dev.witloof.link.Shop.CONFIG;
import static dev.witloof.link.Shop.NOTHING;
import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.backend;
import static dev.witloof.link.Shop.func;
import static dev.witloof.link.Shop.functions;
import static dev.witloof.link.Shop.instance;
import static dev.witloof.link.Shop.named;
import static dev.witloof.link.Shop.offer;
import static dev.witloof.link.Shop.param;
import static dev.witloof.link.Shop.plan;
import static dev.witloof.link.Shop.small;
import static dev.witloof.link.Shop.store;
import static dev.witloof.link.Shop.storeFunctions;
import static dev.witloof.link.Shop.unnamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.core.CoreModule;
import dev.witloof.error.Problem;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import dev.witloof.type.ComponentType;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.ModuleType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** L26: every problem at once, in order, in sentences; the whole reports. */
class ReportTest {

    private static final byte[] EMPTY_MODULE = {0, 'a', 's', 'm', 1, 0, 0, 0};
    private static final byte[] EMPTY_COMPONENT = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};

    private static UnlinkableException failure(Linker.Builder linker, Need... imports) {
        return catchThrowableOfType(UnlinkableException.class, () -> plan(linker, imports));
    }

    private static void check(Golden golden, String name, Linker.Builder linker, Need... imports) {
        golden.check(name, failure(linker, imports).getMessage());
    }

    private static Functions typed(Map<String, FuncType> types) {
        return Functions.of(f -> types.forEach((name, type) -> f.function(name, type, NOTHING)));
    }

    @Test
    void L26_theDesignsSample() {
        Golden golden = Golden.here();
        Linker.Builder linker = Linker.builder();
        linker.bind("sesions").to(backend("memory"));
        Map<String, FuncType> strings = new LinkedHashMap<>(storeFunctions(BYTES));
        strings.put("[method]bucket.get", storeFunctions(PrimitiveType.STRING).get("[method]bucket.get"));
        linker.bind("cache").to(backend("com.acme.MyCache", Offer.of(STORE, strings)));
        linker.bindInterface(CONFIG).to(backend("map"));
        check(
                golden,
                "sample",
                linker,
                named("sessions", STORE, "session-db:eu-west-1", store()),
                named("cache", STORE, null, store()),
                unnamed(CONFIG));
    }

    @Test
    void L11_unboundAndUnusedInEveryForm() {
        Golden golden = Golden.here();
        Linker.Builder linker = Linker.builder();
        linker.bind("queue").withExternalId("q:us").to(backend("queue"));
        linker.bind("other").withExternalId("blob:eu").to(backend("blobs"));
        linker.bindInterface(STORE).to(backend("the interface's"));
        linker.bindExternalId("mail-eu").to(backend("mail"));
        linker.bind("config").to(backend("settings"));
        linker.bindInterface("wasi:clock/wall@0.2.0").to(backend("clock"));
        linker.bind("audit", "audits").to(backend("audit"));
        linker.bind("nobody").to(backend("nobody's"));
        linker.bindExternalId("nobody").to(backend("nobody's"));
        linker.bind("spare").optional().to(backend("spare"));
        linker.bindInterface("a:b/c").to(backend("nobody's"));
        linker.bindAll(backend("several", offer("a:b/d@1.0.0"), offer("a:b/e@1.0.0")));
        linker.bind("taken").to(backend("lower"));
        linker.bind("taken").withExternalId("t").to(backend("higher"));
        linker.bind("audit").withExternalId("x").to(backend("never"));
        linker.allowInterfaceFor("cahce");
        linker.resolver(ref -> Optional.empty());
        check(
                golden,
                "unbound",
                linker,
                named("queue", null, "q:eu", small()),
                named("blobs", null, "blob:eu", small()),
                named("cache", STORE),
                named("post", null, "mail-us", small()),
                unnamed("wasi:settings/config@0.2.0"),
                unnamed("wasi:clocks/wall@0.2.0"),
                named("log", null, null, func(List.of(param("line", PrimitiveType.STRING)), PrimitiveType.BOOL)),
                named("plugin", null, null, new ComponentType(List.of(), small().exports())),
                named("code", null, null, new ModuleType(List.of(), List.of())),
                named("token", null, null, new TypeBound.SubResource(ResourceType.named("token"))),
                named("big", null, null, instance(manyFunctions(11))),
                named("audit", null),
                named("taken", null, "t", small()),
                named("start", null, null, new ExternType.Value(PrimitiveType.U8)));
    }

    private static Map<String, FuncType> manyFunctions(int count) {
        Map<String, FuncType> functions = new LinkedHashMap<>();
        for (int i = 1; i <= count; i++) {
            functions.put("f" + i, Shop.get());
        }
        return functions;
    }

    @Test
    void aNamedImportAloneExplainsWhyTheInterfacesBindingIsNotUsed() {
        Golden golden = Golden.here();
        Linker.Builder linker = Linker.builder();
        linker.bindInterface(STORE).to(backend("shared"));
        linker.bindInterface(CONFIG).to(backend("settings"));
        linker.bind("cache").to(backend("memory"));
        linker.bind("settings").to(backend("map"));
        check(golden, "unused-interface", linker, named("cache", STORE), named("settings", CONFIG));
    }

    @Test
    void theNamesOfImportsAreListedWhereABindingHasAnother() {
        Golden golden = Golden.here();
        Linker.Builder linker = Linker.builder();
        linker.bind("sessions").to(backend("memory"));
        linker.bind("sesions").to(backend("memory"));
        linker.bindInterface("a:b/c@1.2.0").to(backend("high"));
        linker.bindInterface("a:b/c@1.1.0").to(backend("low"));
        check(golden, "unused", linker, named("sessions", STORE), unnamed("a:b/c@1.0.0"));
    }

    @Test
    void conflictsNameEveryCandidate() {
        Golden golden = Golden.here();
        Linker.Builder linker = Linker.builder();
        linker.bind("cache").to(backend("memory"));
        linker.bind("cache").to(backend("redis"));
        linker.bind("cache", "other").optional().to(functions("get"));
        linker.resolver(ref -> Optional.of(Binding.of(backend("one"))));
        linker.resolver(ref -> Optional.of(Binding.of(functions("get")).because("tenant")));
        linker.bindExternalId("eu").to(backend("unused"));
        check(golden, "conflict", linker, named("cache", STORE, "eu", small()), named("sessions", STORE));
    }

    @Test
    void versionsThatDoNotMatchSayWhy() {
        Golden golden = Golden.here();
        Linker.Builder linker = Linker.builder();
        linker.bindInterface("wasi:config/store@0.2.0-rc.1").to(backend("map"));
        linker.bindInterface("a:b/c@1.0.0").to(backend("one"));
        linker.bindInterface("a:b/c@3.0.0").to(backend("three"));
        linker.bindInterface("a:b/zero@0.0.1").to(backend("zero", offer("a:b/zero@0.0.1")));
        linker.bindAll(backend("all", offer("a:b/d@0.2.0")));
        linker.bindInterface("a:b/e").to(backend("without"));
        linker.bind("cache").to(backend("keyvalue", offer("wasi:keyvalue/store@0.2.0-draft")));
        check(
                golden,
                "version",
                linker,
                unnamed("wasi:config/store@0.2.0-rc.2"),
                unnamed("a:b/c@2.0.0"),
                unnamed("a:b/zero@0.0.2"),
                unnamed("a:b/d@0.3.0"),
                unnamed("a:b/e@1.0.0"),
                named("cache", "wasi:keyvalue/store@0.2.0-draft2"));
    }

    @Test
    void typeMismatchesOfFunctionsShowBothTypesAndThePath() {
        Golden golden = Golden.here();
        Linker.Builder linker = Linker.builder();
        Map<String, FuncType> types = new LinkedHashMap<>(storeFunctions(BYTES));
        types.put("[method]bucket.gets", types.remove("[method]bucket.get"));
        types.put("[method]bucket.set", storeFunctions(PrimitiveType.STRING).get("[method]bucket.set"));
        types.put("open", func(List.of(param("name", PrimitiveType.STRING)), PrimitiveType.BOOL));
        linker.bind("cache").to(typed(types));
        linker.bind("sessions").to(functions("open"));
        linker.bind("kv").to(backend("keyvalue", Offer.of(STORE, storeFunctions(BYTES))));
        linker.bind("plain").to(backend("keyvalue", Offer.of(STORE, storeFunctions(BYTES)), offer("a:b/c")));
        linker.bind("near").to(backend("keyvalue", offer("a:b/d"), Offer.of(STORE, storeFunctions(BYTES))));
        check(
                golden,
                "mismatch",
                linker,
                named("cache", STORE, null, store()),
                named("sessions", STORE, null, store()),
                named("kv", "demo:plain/kv@0.1.0", null, store()),
                named("plain", null),
                named("near", null, null, instance(storeFunctions(PrimitiveType.STRING))));
    }

    @Test
    void typeMismatchesOfKindsOfImport() {
        Golden golden = Golden.here();
        Linker.Builder linker = Linker.builder();
        FuncType log = func(List.of(param("line", PrimitiveType.STRING)), PrimitiveType.BOOL);
        linker.bind("log").to(functions("log"));
        linker.bind("record").toFunction(func(List.of(param("line", PrimitiveType.U8)), PrimitiveType.BOOL), NOTHING);
        linker.bind("cache").toFunction(NOTHING);
        linker.bind("logs").to(backend("keyvalue", offer("a:b/c")));
        linker.bind("plugin").toModule(CoreModule.parse(EMPTY_MODULE, 0, 8, ""));
        linker.bind("code").toComponent(Component.load(EMPTY_COMPONENT));
        linker.bind("token").to(functions());
        linker.bind("store").toResource(object -> {});
        linker.bind("other").toComponent(Component.load(EMPTY_COMPONENT));
        String text = failure(
                        linker,
                        named("log", null, null, log),
                        named("record", null, null, log),
                        named("cache", STORE),
                        named("logs", null, null, log),
                        named("plugin", null, null, new ComponentType(List.of(), small().exports())),
                        named("code", null, null, new ModuleType(List.of(), List.of())),
                        named("token", null, null, new TypeBound.SubResource(ResourceType.named("token"))),
                        named("store", STORE),
                        named("other", null, null, new ComponentType(List.of(), small().exports())))
                .getMessage();
        golden.check("kinds", text.replaceAll("component \\(sha256 [0-9a-f]{8}…\\)", "component (sha256 00000000…)"));
    }

    @Test
    void whatCannotRunIsNamed() {
        Golden golden = Golden.here();
        Needs needs =
                new Needs("shop.wasm", Shop.SHA, List.of(), List.of("async lift of export \"run\"", "stream<u8>"));
        UnlinkableException failure = catchThrowableOfType(
                UnlinkableException.class,
                () -> Linker.builder().build().plan(needs, values -> {
                    throw new AssertionError();
                }));
        golden.check("unsupported", failure.getMessage());
    }

    @Test
    void resolversAndFactoriesThatFailAreReportedWithoutTheirMessages() {
        Golden golden = Golden.here();
        Linker.Builder linker = Linker.builder();
        linker.resolver(ref -> {
            throw new IllegalStateException("password=hunter2");
        });
        linker.resolver(ref -> null);
        linker.bind("cache").toFactory(ref -> {
            throw new UnsupportedOperationException("token=hunter2");
        });
        linker.bind("queue").toFactory(ref -> null);
        UnlinkableException failure =
                failure(linker, named("sessions", STORE), named("cache", STORE), named("queue", null));
        golden.check("failing", failure.getMessage());
        assertThat(failure.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("password=hunter2", "token=hunter2");
    }

    @Test
    void whatAComponentSaysCannotForgeALine() {
        Golden golden = Golden.here();
        Needs needs = new Needs(
                "shop.wasm\n9) forged",
                Shop.SHA,
                List.of(new Need(
                        new ImportRef(
                                "cache",
                                "instance",
                                new NameAttributes(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("a\"\n7) unbound: \u202e\\\t"))),
                        small())),
                List.of());
        UnlinkableException failure = catchThrowableOfType(
                UnlinkableException.class,
                () -> Linker.builder().build().plan(needs, values -> {
                    throw new AssertionError();
                }));
        golden.check("forged", failure.getMessage());
    }

    @Test
    void problemsAreDataToo() {
        Golden golden = Golden.here();
        Linker.Builder linker = Linker.builder();
        linker.bind("sesions").to(backend("memory"));
        linker.bind("cache")
                .toFunctions(f -> f.function("get", storeFunctions(BYTES).get("open"), NOTHING));
        List<Problem> problems =
                failure(linker, named("sessions", STORE), named("cache", STORE)).problems();
        StringBuilder text = new StringBuilder("in all: " + problems.size());
        for (Problem problem : problems) {
            text.append("\n").append(problem);
        }
        golden.check("problems", text.toString());
    }

    @Test
    void fiveHundredUnboundImportsAndFiveHundredMisspeltBindingsAreFiveHundredProblems() {
        Need[] imports = new Need[500];
        Linker.Builder linker = Linker.builder();
        for (int i = 0; i < imports.length; i++) {
            imports[i] = named("tenant-sessions-" + letters(i) + "-store", STORE, null, store());
            linker.bind("tenant-sesions-" + letters(i) + "-store").to(backend("memory"));
        }
        List<Problem> problems = failure(linker, imports).problems();
        assertThat(problems).hasSize(500);
        for (int i = 0; i < imports.length; i++) {
            assertThat(problems.get(i).importName()).contains(imports[i].ref().name());
            assertThat(problems.get(i).nearest().orElseThrow().binding())
                    .isEqualTo("bind(\"tenant-sesions-" + letters(i) + "-store\")");
        }
    }

    @Test
    void ofManyOtherVersionsTheReportShowsSome() {
        Linker.Builder linker = Linker.builder();
        for (int i = 2; i < 12; i++) {
            linker.bindInterface("acme:shop/log@" + i + ".0.0").to(backend("memory"));
        }
        List<Problem> problems =
                failure(linker, unnamed("acme:shop/log@1.0.0", small())).problems();
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).kind()).isEqualTo(Problem.Kind.VERSION);
        assertThat(problems.get(0).lines()).hasSize(10).last().isEqualTo("and 2 more candidates");
        assertThat(problems.get(0).candidates()).hasSize(10);
    }

    private static String letters(int i) {
        return "" + (char) ('a' + i / 25 % 25) + (char) ('a' + i % 25);
    }
}
