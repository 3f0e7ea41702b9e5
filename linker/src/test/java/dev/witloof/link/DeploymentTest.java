package dev.witloof.link;

import static dev.witloof.link.Shop.CONFIG;
import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.functions;
import static dev.witloof.link.Shop.named;
import static dev.witloof.link.Shop.unnamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.Problem;
import dev.witloof.error.StartException;
import dev.witloof.instance.Call;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.HostFunction;
import dev.witloof.instance.ImportValue;
import dev.witloof.instance.Store;
import dev.witloof.name.ImportRef;
import dev.witloof.type.ExternType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTest {

    private static final byte[] EMPTY_COMPONENT = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};
    private static final Component EMPTY = Component.load(EMPTY_COMPONENT);
    private static final Need[] IMPORTS = {
        named("sessions", STORE), named("cache", STORE), unnamed(CONFIG), named("cache-batch", STORE)
    };

    private final List<String> log = new ArrayList<>();

    /** A backend that writes down its life, and fails where it is told to. */
    private final class Logged implements Backend {

        private final String name;
        private final String fault;

        Logged(String name, String fault) {
            this.name = name;
            this.fault = fault;
        }

        @Override
        public String description() {
            return name;
        }

        private void step(String step) throws IOException {
            log.add(name + "." + step);
            if (fault.equals(step)) {
                throw new IOException("password=hunter2");
            }
            if (fault.equals(step + "!")) {
                throw new LinkageError(step);
            }
        }

        @Override
        public Started start(List<ImportRef> imports) throws IOException {
            step("start" + imports.stream().map(ImportRef::name).toList());
            if (fault.equals("null")) {
                return null;
            }
            return new Started() {
                @Override
                public Object implementation(ImportRef ref) throws IOException {
                    step("implementation(" + ref.name() + ")");
                    return switch (fault) {
                        case "other" -> "not functions";
                        case "lacking" -> functions("put");
                        default -> functions("get");
                    };
                }

                @Override
                public void close() throws IOException {
                    step("close");
                }
            };
        }
    }

    private LinkPlan plan(String sessions, String cache, String config) {
        Linker linker = Linker.builder()
                .bindInterface(CONFIG)
                .to(new Logged("config", config))
                .bind("cache", "cache-batch")
                .to(new Logged("cache", cache))
                .bind("sessions")
                .to(new Logged("sessions", sessions))
                .build();
        return linker.plan(Shop.component(IMPORTS), values -> EMPTY_INSTANCE.instantiate(values));
    }

    private static final Deployment.Instantiation EMPTY_INSTANCE = values -> new Store().instantiate(EMPTY, Map.of());

    @Test
    void L11_nothingIsOpenedBeforeThePlanIsComplete() {
        plan("", "", "");
        Linker.Builder linker = Linker.builder().bind("nobody").to(new Logged("nobody", ""));
        assertThatThrownBy(() -> Shop.plan(linker, named("cache", STORE)));
        assertThat(log).isEmpty();
    }

    @Test
    void L1_eachBackendIsStartedOnceInTheOrderOfImportsAndClosedInReverse() {
        Deployment deployment = plan("", "", "").start();
        assertThat(log)
                .containsExactly(
                        "sessions.start[sessions]",
                        "sessions.implementation(sessions)",
                        "cache.start[cache, cache-batch]",
                        "cache.implementation(cache)",
                        "cache.implementation(cache-batch)",
                        "config.start[" + CONFIG + "]",
                        "config.implementation(" + CONFIG + ")");
        log.clear();
        deployment.close();
        deployment.close();
        assertThat(log).containsExactly("config.close", "cache.close", "sessions.close");
    }

    @Test
    void eachDeploymentStartsItsOwn() {
        LinkPlan plan = plan("", "", "");
        try (Deployment one = plan.start();
                Deployment two = plan.start()) {
            assertThat(one).isNotSameAs(two);
            assertThat(log)
                    .filteredOn(line -> line.startsWith("sessions.start"))
                    .hasSize(2);
        }
        assertThat(log).filteredOn(line -> line.equals("sessions.close")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start[" + CONFIG + "]",
                "implementation(" + CONFIG + ")",
                "start[" + CONFIG + "]!",
                "implementation(" + CONFIG + ")!",
                "null",
                "other",
                "lacking"
            })
    void L8_aFaultInAnyStepClosesEverythingThatWasOpenedInReverse(String fault) {
        Throwable failure = catchThrowable(() -> plan("", "", fault).start());
        assertThat(failure).isInstanceOf(fault.endsWith("!") ? LinkageError.class : StartException.class);
        List<String> closed =
                log.stream().filter(line -> line.endsWith(".close")).toList();
        boolean configWasOpened = !fault.startsWith("start") && !fault.equals("null");
        assertThat(closed)
                .containsExactlyElementsOf(
                        configWasOpened
                                ? List.of("config.close", "cache.close", "sessions.close")
                                : List.of("cache.close", "sessions.close"));
    }

    @Test
    void L8_aFaultInTheMiddleOpensNothingMore() {
        catchThrowable(() -> plan("", "implementation(cache-batch)", "").start());
        assertThat(log)
                .endsWith("cache.implementation(cache-batch)", "cache.close", "sessions.close")
                .noneMatch(line -> line.startsWith("config"));
    }

    @Test
    void L20_aFailedStartIsReportedWithoutTheMessageThatMayHoldASecret() {
        Golden golden = Golden.here();
        Linker.Builder linker = Linker.builder();
        linker.bindInterface(CONFIG).to(Shop.backend("map"));
        linker.bind("sessions").to(new Logged("memory", ""));
        linker.bind("cache", "cache-batch").to(new Logged("redis", "start[cache, cache-batch]"));
        StartException failure = catchThrowableOfType(
                StartException.class, () -> Shop.plan(linker, IMPORTS).start());
        golden.check("start", failure.getMessage());
        assertThat(failure).hasCauseInstanceOf(IOException.class);
        assertThat(failure.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.FAILED_TO_START);
    }

    @Test
    void whatWasStartedIsCheckedLikeWhatIsBound() {
        Golden golden = Golden.here();
        Linker.Builder linker = Linker.builder();
        linker.bindInterface(CONFIG).to(Shop.backend("map"));
        linker.bind("sessions").to(new Logged("memory", ""));
        linker.bind("cache", "cache-batch").to(new Logged("redis", "lacking"));
        StartException failure = catchThrowableOfType(
                StartException.class, () -> Shop.plan(linker, IMPORTS).start());
        golden.check("start-lacking", failure.getMessage());
        assertThat(failure.problems())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.TYPE_MISMATCH, Problem.Kind.TYPE_MISMATCH);
        assertThat(failure).hasNoCause();
    }

    @Test
    void whatIsNotFunctionsIsRefused() {
        Golden golden = Golden.here();
        Linker.Builder linker = Linker.builder();
        linker.bind("cache").to(new Logged("redis", "other"));
        StartException failure = catchThrowableOfType(
                StartException.class,
                () -> Shop.plan(linker, named("cache", STORE)).start());
        golden.check("start-other", failure.getMessage());
    }

    @Test
    void L8_failuresWhileClosingAfterAFailedStartAreSuppressed() {
        StartException failure = catchThrowableOfType(
                StartException.class,
                () -> plan("close", "close!", "start[" + CONFIG + "]").start());
        assertThat(failure.getSuppressed())
                .extracting(Object::getClass)
                .isEqualTo(List.of(LinkageError.class, IOException.class));
    }

    @Test
    void closingGoesOnAfterAFailureAndThenTellsOfAll() {
        Deployment deployment = plan("close", "", "close!").start();
        assertThatThrownBy(deployment::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("deployment of shop.wasm: 2 failures while closing; the first: java.lang.LinkageError")
                .hasCauseInstanceOf(LinkageError.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasExactlyElementsOfTypes(IOException.class));
        assertThat(log).endsWith("config.close", "cache.close", "sessions.close");
        deployment.close();
        assertThat(log).filteredOn(line -> line.endsWith(".close")).hasSize(3);
    }

    @Test
    void instancesThatAreStillOpenAreClosedFirstTheLastFirst() {
        Deployment deployment = plan("", "", "").start();
        ComponentInstance one = deployment.instantiate();
        ComponentInstance two = deployment.instantiate();
        ComponentInstance three = deployment.instantiate();
        one.onClose(() -> log.add("one.close"));
        two.onClose(() -> log.add("two.close"));
        three.onClose(() -> log.add("three.close"));
        two.close();
        log.clear();
        deployment.close();
        assertThat(log).containsExactly("three.close", "one.close", "config.close", "cache.close", "sessions.close");
        assertThatThrownBy(deployment::instantiate)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("deployment of shop.wasm: expected to be open, found closed");
    }

    @Test
    void closingTheInstanceOfTheShortFormClosesTheBackends() {
        ComponentInstance instance = plan("", "", "").instantiate();
        assertThat(log).noneMatch(line -> line.endsWith(".close"));
        instance.close();
        instance.close();
        assertThat(log).endsWith("config.close", "cache.close", "sessions.close");
        assertThat(log).filteredOn(line -> line.endsWith(".close")).hasSize(3);
    }

    @Test
    void aFailedInstantiationOfTheShortFormClosesTheBackends() {
        Linker linker =
                Linker.builder().bind("cache").to(new Logged("cache", "close")).build();
        LinkPlan plan = linker.plan(Shop.component(named("cache", STORE)), values -> {
            throw new IllegalStateException("no memory");
        });
        assertThatThrownBy(plan::instantiate)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no memory")
                .satisfies(failure ->
                        assertThat(failure.getSuppressed()).hasExactlyElementsOfTypes(IllegalStateException.class));
        assertThat(log).endsWith("cache.close");
    }

    @Test
    void aDeploymentIsNotClosedByWhatIsMakingAnInstanceOfIt() {
        Deployment[] deployment = new Deployment[1];
        Linker linker =
                Linker.builder().bind("cache").to(new Logged("cache", "")).build();
        deployment[0] = linker.plan(Shop.component(named("cache", STORE)), values -> {
                    deployment[0].close();
                    throw new AssertionError();
                })
                .start();
        assertThatThrownBy(() -> deployment[0].instantiate())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("deployment of shop.wasm: expected to be closed from outside, found an instance that this"
                        + " thread is making");
        deployment[0].close();
        assertThat(log).endsWith("cache.close");
    }

    @Test
    void anyNumberOfThreadsMakeInstancesAndClosingWaitsForThem() throws Exception {
        CountDownLatch inside = new CountDownLatch(4);
        CountDownLatch goOn = new CountDownLatch(1);
        Linker linker =
                Linker.builder().bind("cache").to(new Logged("cache", "")).build();
        Deployment deployment = linker.plan(Shop.component(named("cache", STORE)), values -> {
                    inside.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException interrupted) {
                        throw new AssertionError(interrupted);
                    }
                    return EMPTY_INSTANCE.instantiate(values);
                })
                .start();
        ExecutorService threads = Executors.newFixedThreadPool(5);
        try {
            List<Future<ComponentInstance>> instances = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                instances.add(threads.submit(deployment::instantiate));
            }
            inside.await();
            Future<?> closing = threads.submit(deployment::close);
            goOn.countDown();
            for (Future<ComponentInstance> instance : instances) {
                assertThat(instance.get()).isNotNull();
            }
            closing.get();
            assertThat(log).endsWith("cache.close");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theInstanceLayerIsGivenWhatTheImportNeedsAndWhoServesIt() throws Exception {
        List<Map<String, ImportValue>> given = new ArrayList<>();
        List<Object> dropped = new ArrayList<>();
        Linker.Builder linker = Linker.builder();
        linker.bind("cache")
                .to(Functions.of(f -> f.function("open", Shop.NOTHING)
                        .function(
                                "[method]bucket.get",
                                (call, args) -> call.importRef().name() + " " + args[0])
                        .function("[method]bucket.set", Shop.NOTHING)
                        .function("[method]bucket.list-keys", Shop.NOTHING)
                        .function("more", Shop.NOTHING)
                        .resource("bucket", dropped::add)));
        linker.bind("log").toFunction((call, args) -> "logged");
        Need[] imports = {
            named("cache", STORE, null, Shop.store()),
            named("log", null, null, Shop.get()),
            named("size", null, null, new TypeBound.Eq(PrimitiveType.U8))
        };
        LinkPlan plan = linker.build().plan(Shop.component(imports), values -> {
            given.add(values);
            return EMPTY_INSTANCE.instantiate(values);
        });
        try (Deployment deployment = plan.start()) {
            deployment.instantiate();
        }
        assertThat(given.get(0)).containsOnlyKeys("cache", "log", "size");
        ImportValue.Instance cache = (ImportValue.Instance) given.get(0).get("cache");
        assertThat(cache.functions())
                .containsOnlyKeys("open", "[method]bucket.get", "[method]bucket.set", "[method]bucket.list-keys");
        assertThat(cache.functions()
                        .get("[method]bucket.get")
                        .call(new Call(imports[0].ref(), "[method]bucket.get"), new Object[] {"key"}))
                .isEqualTo("cache key");
        assertThat(cache.servedBy())
                .isEqualTo("functions (" + plan.bindings().get(0).declaredAt().get() + ")");
        cache.resources().get("bucket").accept("a bucket");
        assertThat(dropped).containsExactly("a bucket");
        assertThat(((ImportValue.Function) given.get(0).get("log")).servedBy())
                .startsWith("a function (DeploymentTest.java:");
    }

    @Test
    void anInterceptorSeesCallsAndDropsOfWhatABackendStarts() throws Exception {
        Backend backend = imports -> ref ->
                Functions.of(f -> f.function("get", (call, args) -> "value").resource("bucket", b -> log.add("drop")));
        Backend logged = backend.around((call, args, next) -> {
            log.add(call.importRef().name() + "." + call.function() + " " + List.of(args));
            return next.call(call, args);
        });
        Map<String, ExternType> exports = new LinkedHashMap<>();
        exports.put("bucket", new TypeBound.SubResource(ResourceType.named("bucket")));
        exports.put("get", Shop.get());
        Need need = named("cache", STORE, null, Shop.instance(exports));
        Linker.Builder linker = Linker.builder();
        linker.bind("cache").to(logged);
        List<Map<String, ImportValue>> given = new ArrayList<>();
        LinkPlan plan = linker.build().plan(Shop.component(need), values -> {
            given.add(values);
            return EMPTY_INSTANCE.instantiate(values);
        });
        assertThat(plan.bindings().get(0).wrappers()).containsExactly("an interceptor");
        plan.instantiate().close();
        ImportValue.Wrapped wrapped = (ImportValue.Wrapped) given.get(0).get("cache");
        ImportValue.Wrapping wrapping = wrapped.forEachInstance().get();
        Call get = new Call(need.ref(), "get");
        HostFunction backends =
                ((ImportValue.Instance) wrapped.value()).functions().get("get");
        assertThat(wrapping.wrap(get, Shop.get(), backends, args -> {}).call(get, new Object[] {"key"}))
                .isEqualTo("value");
        assertThat(log).containsExactly("cache.get [key]");
    }
}
