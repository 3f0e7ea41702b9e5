package dev.witloof.link;

import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.backend;
import static dev.witloof.link.Shop.named;
import static dev.witloof.link.Shop.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkerBuilderTest {

    private static int line() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber());
    }

    @Test
    void thePlaceOfABindingIsTheLineThatCallsBind() {
        Linker.Builder linker = Linker.builder();
        int line = line() + 1;
        BindingBuilder begun = linker.bind("cache");
        begun.to(backend("memory"));
        assertThat(plan(linker, named("cache", STORE)).bindings().get(0).declaredAt())
                .contains("LinkerBuilderTest.java:" + line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"users-DB", "a", "cache2", "[method]bucket.get"})
    void L17_aPlainNameIsExactlyALabel(String name) {
        assertThat(plan(Linker.builder().bind(name).to(backend("memory")), named(name, null))
                        .bindings())
                .hasSize(1);
    }

    @Test
    void L17_whatIsNoLabelIsRefused() {
        Linker.Builder linker = Linker.builder();
        assertThatThrownBy(() -> linker.bind("1cache"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "bind: \"1cache\": expected a plain name: \"1cache\" is not a valid extern name: label \"1cache\" is not in kebab case");
        assertThatThrownBy(() -> linker.bind("cache", "userDB"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "bind: \"userDB\": expected a plain name: \"userDB\" is not a valid extern name: label \"userDB\" is not in kebab case");
        assertThatThrownBy(() -> linker.bind(STORE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bind: expected a plain name, found \"" + STORE
                        + "\"; bindInterface binds imports that have no name of their own");
        assertThatThrownBy(() -> linker.allowInterfaceFor("1cache"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "allowInterfaceFor: \"1cache\": expected a plain name: \"1cache\" is not a valid extern name: label \"1cache\" is not in kebab case");
        assertThatThrownBy(() -> linker.bindInterface("cache"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "bindInterface: \"cache\" is not a valid extern name: expected namespace:package/interface");
    }

    @Test
    void aBindingWithoutATargetIsRefusedWhenBuilding() {
        Linker.Builder linker = Linker.builder();
        int line = line() + 1;
        linker.bind("cache", "cache-batch").withExternalId("eu");
        assertThatThrownBy(linker::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("LinkerBuilderTest.java:" + line
                        + ": bind(\"cache\", \"cache-batch\").withExternalId(\"eu\"): expected what serves it, such as"
                        + " .to(…), found nothing");
    }

    @Test
    void aBindingIsFinishedOnce() {
        int line = line() + 1;
        BindingBuilder binding = Linker.builder().bindInterface(STORE);
        binding.to(backend("one"));
        assertThatThrownBy(() -> binding.to(backend("two")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("LinkerBuilderTest.java:" + line + ": bindInterface(\"" + STORE
                        + "\") has been given its target already");
    }

    @Test
    void onlyABindingForANameTakesAnExternalId() {
        int line = line() + 1;
        BindingBuilder binding = Linker.builder().bindExternalId("eu");
        assertThatThrownBy(() -> binding.withExternalId("us"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("LinkerBuilderTest.java:" + line
                        + ": withExternalId: expected a binding for a name, found bindExternalId(\"eu\")");
    }

    @Test
    void onlyABindingForANameOrAnExternalIdIsForImportsOfAnInterface() {
        int line = line() + 1;
        BindingBuilder binding = Linker.builder().bindInterface(STORE);
        assertThatThrownBy(() -> binding.implementing("a:b/c"))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("LinkerBuilderTest.java:" + line
                        + ": implementing: expected a binding for a name or an external-id, found bindInterface(\""
                        + STORE
                        + "\")");
        assertThatThrownBy(() -> Linker.builder().bind("cache").implementing("store"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("implementing: \"store\" is not a valid extern name: expected namespace:package/interface");
    }

    @Test
    void aBindingIsOptionalBeforeOrAfterItsTarget() {
        LinkPlan plan = plan(
                Linker.builder()
                        .bind("before")
                        .optional()
                        .to(backend("one"))
                        .bind("after", "used")
                        .to(backend("two"))
                        .optional()
                        .bindAll(backend("all", Shop.offer("a:b/c@1.0.0")))
                        .optional(),
                named("used", STORE));
        assertThat(plan.bindings()).extracting(BoundImport::boundTo).containsExactly("two");
        assertThatThrownBy(() -> Linker.builder().optional())
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("optional: expected a binding with its target before it, found none");
        Linker.Builder begun = Linker.builder().bind("done").to(backend("done"));
        begun.bind("begun");
        assertThatThrownBy(begun::optional)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("optional: expected a binding with its target before it, found bind(\"begun\")");
    }

    @Test
    void thePlaceOfABindingInAFileIsWhatTheFileSays() {
        LinkPlan plan = plan(
                Linker.builder()
                        .bind("cache")
                        .declaredAt("bindings.yaml:3:12\n")
                        .to(backend("memory")),
                named("cache", STORE));
        assertThat(plan.bindings().get(0).declaredAt()).contains("bindings.yaml:3:12\\n");
        Linker.Builder unfinished = Linker.builder();
        unfinished.bind("cache", "audit").withExternalId("eu").declaredAt("bindings.yaml:3:12");
        assertThatThrownBy(unfinished::build)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "bindings.yaml:3:12: name: [cache, audit], externalId: \"eu\": expected what serves it, such as"
                                + " .to(…), found nothing");
    }

    @Test
    void bindAllWantsABackendThatOffersSomething() {
        assertThatThrownBy(() -> Linker.builder().bindAll(backend("memory")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bindAll: expected a backend that offers interfaces, found memory");
    }

    @Test
    void aBackendIsCalledByItsClassAndNeverByItsToString() {
        class Vault implements Backend {
            @Override
            public Started start(java.util.List<dev.witloof.name.ImportRef> imports) {
                throw new AssertionError();
            }

            @Override
            public String toString() {
                return "password=hunter2";
            }
        }
        assertThat(new Vault().description()).isEqualTo("Vault");
        Backend lambda = imports -> ref -> Shop.functions("get");
        assertThat(lambda.description()).isEqualTo("a backend");
        assertThat(plan(Linker.builder().bind("cache").to(new Vault()), named("cache", STORE)))
                .asString()
                .doesNotContain("hunter2");
    }

    @Test
    void functionsAreDeclaredOnceUnderPlainNames() {
        assertThatThrownBy(() -> Shop.functions("get", "get"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("function \"get\": declared twice");
        assertThatThrownBy(() -> Shop.functions("Get it"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "function \"Get it\": expected a plain name: \"Get it\" is not a valid extern name: label \"Get it\" is not in kebab case");
        assertThatThrownBy(() ->
                        Functions.of(f -> f.resource("bucket", object -> {}).resource("bucket", object -> {})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("resource \"bucket\": declared twice");
    }

    @Test
    void aNameStandsOnceInABinding() {
        assertThatThrownBy(() -> Linker.builder().bind("cache", "audit", "cache"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("bind: expected different names, found \"cache\", \"audit\", \"cache\"");
    }

    static List<Consumer<Linker.Builder>> nulls() {
        return List.of(
                b -> b.bindExternalId(null),
                b -> b.bind("cache").withExternalId(null),
                b -> b.bindAll(null),
                b -> b.resolver(null),
                b -> b.limits(null),
                b -> b.scheduler(null),
                b -> b.bind("cache").to((Backend) null),
                b -> b.bind("cache").to((Functions) null),
                b -> b.bind("cache").toFunction(null),
                b -> b.bind("cache").toFunctions(f -> f.function("get", null)),
                b -> b.bind("cache").toFunctions(f -> f.resource("bucket", null)),
                b -> b.bind("cache").toInstance(null, "store"),
                b -> b.bind("cache").toModule(null),
                b -> b.bind("cache").toComponent(null),
                b -> b.bind("cache").toResource(null),
                b -> b.bind("cache").toFactory(null),
                b -> b.bind("cache").to(backend("memory")).wrap((Wrapper) null),
                b -> Binding.of((Backend) null),
                b -> Binding.of((Functions) null),
                b -> Binding.ofFunction(null));
    }

    /** A binding that is given nothing for its external-id would otherwise serve more imports than was meant. */
    @ParameterizedTest
    @MethodSource("nulls")
    void aNullIsRefusedWhereItIsGiven(Consumer<Linker.Builder> given) {
        assertThatThrownBy(() -> given.accept(Linker.builder()))
                .isExactlyInstanceOf(NullPointerException.class)
                .message()
                .matches("[a-zA-Z]+");
    }
}
