package dev.witloof.testkit;

import static dev.witloof.testkit.Given.none;
import static dev.witloof.testkit.Given.some;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.ExportedInstance;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.keyvalue.v0_2_0_draft.Store;
import dev.witloof.link.Backend;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.mockito.Mockito;

/** Test classes as users write them, run by JUnit from within. */
final class ExtensionTest {

    private static final byte[] ADA = {65, 100, 97};

    private static EngineExecutionResults run(Class<?> test) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(test))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                .execute();
    }

    static void succeeds(Class<?> test, int tests) {
        EngineExecutionResults results = run(test);
        results.allEvents().failed().stream()
                .forEach(each -> each.getPayload(TestExecutionResult.class)
                        .flatMap(TestExecutionResult::getThrowable)
                        .ifPresent(thrown -> {
                            throw new AssertionError(test.getSimpleName(), thrown);
                        }));
        results.testEvents().assertStatistics(each -> each.succeeded(tests).failed(0));
    }

    /** What the only failure of a class says. */
    static Throwable failure(Class<?> test) {
        List<Throwable> failures = run(test).allEvents().failed().stream()
                .flatMap(each -> each.getPayload(TestExecutionResult.class).stream())
                .flatMap(each -> each.getThrowable().stream())
                .toList();
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    @WitloofTest("guests/c-sessions/sessions.wasm")
    static class Injected {
        @Import("sessions")
        Mock sessions;

        @Import("cache")
        private Mock cache;

        @Export(Guests.SERVICE)
        SessionService service;

        @Export(Guests.SERVICE)
        ExportedInstance untyped;

        @BeforeEach
        void open(@Import("sessions") Mock same) {
            assertThat(same).isSameAs(sessions);
            assertThat(service).isNull();
            sessions.on("open").returns(sessions.resource("bucket").staysOpen());
            cache.on("open").returns(cache.resource("bucket"));
        }

        @Test
        void finds(
                Component component,
                LinkPlan plan,
                ComponentInstance instance,
                Mocks mocks,
                @Export(Guests.SERVICE) SessionService again)
                throws Exception {
            assertThat(plan.componentDigest()).isEqualTo(component.sha256());
            assertThat(instance.component()).isSameAs(component);
            assertThat(mocks.mock("cache")).isSameAs(cache);
            cache.on("[method]bucket.get").with("ada").returns(some(ADA));
            assertThat(again.lookup("ada").orElseThrow().value()).isEqualTo(ADA);
            assertThat(service.lookup("ada")).isPresent();
            assertThat(untyped.name()).isEqualTo(Guests.SERVICE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"ada", "bob"})
        void misses(String user) throws Exception {
            cache.on("[method]bucket.get").with(user).returns(none());
            sessions.on("[method]bucket.get").with(user).returns(none());
            assertThat(service.lookup(user)).isEmpty();
        }

        @Nested
        class Within {
            @Import("cache")
            Mock inner;

            @Test
            void seesTheSame(@Export(Guests.SERVICE) SessionService own) throws Exception {
                assertThat(inner).isSameAs(cache);
                cache.on("[method]bucket.get").returns(some(ADA));
                assertThat(own.lookup("ada")).isPresent();
            }
        }
    }

    @Test
    void injectsFieldsAndParameters() {
        succeeds(Injected.class, 4);
    }

    @WitloofTest("/guests/c-sessions/sessions.wasm")
    static class WithObjects {
        @Import("sessions")
        Backend sessions = KeyValue.inMemory();

        @Import("cache")
        Store cache = Mockito.mock(Store.class);

        @Test
        void servesAMockOfMockito(@Export(Guests.SERVICE) SessionService service, Mocks mocks) throws Exception {
            Store.Bucket bucket = Mockito.mock(Store.Bucket.class);
            Mockito.when(cache.open("hot")).thenReturn(bucket);
            Mockito.when(bucket.get("ada")).thenReturn(Optional.of(ADA));
            assertThat(service.lookup("ada").orElseThrow().value()).isEqualTo(ADA);
            Mockito.verify(bucket).close();
            assertThat(mocks.calls()).isEmpty();
        }
    }

    @Test
    void takesAnyObjectOfAnInterface() {
        succeeds(WithObjects.class, 1);
    }

    @WitloofTest(from = "component", unmocked = "sessions")
    static class Bound {
        static Component component() {
            return Guests.sessions();
        }

        @Import("cache")
        Mock cache;

        @Bind
        void bind(Linker.Builder linker) {
            linker.bind("sessions").to(KeyValue.inMemory());
        }

        @Test
        void bindsTheRest(LinkPlan plan) {
            assertThat(plan.bindings())
                    .extracting(each -> each.boundTo())
                    .containsExactly("in-memory key-value", "mock");
        }
    }

    @Test
    void bindsWhatIsNotMocked() {
        succeeds(Bound.class, 1);
    }

    @WitloofTest("guests/c-sessions/sessions.wasm")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    @Execution(ExecutionMode.SAME_THREAD)
    static class OneInstance {
        @Import("sessions")
        Mock sessions;

        @Import("cache")
        Mock cache;

        private ComponentInstance first;

        @Test
        @Order(1)
        void stubs(ComponentInstance app) {
            first = app;
            sessions.on("open").returns(sessions.resource("bucket").staysOpen());
        }

        @Test
        @Order(2)
        void uses(ComponentInstance app) {
            assertThat(app).isSameAs(first);
            cache.on("open").fails("access-denied");
            assertThat(app.instance(Guests.SERVICE).function("lookup").call("ada"))
                    .hasToString("err(\"cache.open: access denied\")");
            sessions.called("open").once();
        }

        @Nested
        class Within {
            @Import("sessions")
            Mock same;

            @Export(Guests.SERVICE)
            ExportedInstance service;

            @Test
            void usesIt(ComponentInstance app) {
                assertThat(app).isSameAs(first);
                assertThat(same).isSameAs(sessions);
                assertThat(service.function("lookup").call("bob")).hasToString("err(\"cache.open: access denied\")");
            }
        }
    }

    @Test
    void anInstanceMayLiveForAClass() {
        succeeds(OneInstance.class, 3);
    }

    static final Set<ComponentInstance> INSTANCES = ConcurrentHashMap.newKeySet();

    @WitloofTest("guests/c-sessions/sessions.wasm")
    @Execution(ExecutionMode.CONCURRENT)
    static class AtOnce {
        @Import("sessions")
        Mock sessions;

        @Import("cache")
        Mock cache;

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
        void eachHasItsOwn(int number, ComponentInstance app, @Export(Guests.SERVICE) SessionService service)
                throws Exception {
            INSTANCES.add(app);
            sessions.on("open").returns(sessions.resource("bucket").staysOpen());
            cache.on("open").returns(cache.resource("bucket"));
            cache.on("[method]bucket.get").with("user" + number).returns(some(new byte[] {(byte) number}));
            for (int i = 0; i < 20; i++) {
                assertThat(service.lookup("user" + number).orElseThrow().value())
                        .containsExactly(number);
            }
            cache.called("[method]bucket.get").times(20);
        }
    }

    @Test
    void parallelTestsAreApart() {
        INSTANCES.clear();
        succeeds(AtOnce.class, 20);
        assertThat(INSTANCES).hasSize(20);
        for (ComponentInstance each : new HashSet<>(INSTANCES)) {
            assertThatThrownBy(() ->
                            each.instance(Guests.SERVICE).function("users").call())
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @WitloofTest("guests/c-sessions/sessions.wasm")
    static class Unstubbed {
        @Test
        void calls(@Export(Guests.SERVICE) SessionService service) throws Exception {
            service.lookup("ada");
        }
    }

    @Test
    void aCallThatIsNotStubbedIsTheFailure() {
        assertThat(failure(Unstubbed.class))
                .isInstanceOf(MockFailure.class)
                .hasMessage("""
                        import "sessions": open("main") was called, which is not stubbed
                          nothing of this import is stubbed
                        calls:
                           1  sessions  open("main") -> not stubbed""")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    }

    @WitloofTest("guests/c-sessions/sessions.wasm")
    static class SwallowedFailure {
        @Test
        void swallows(@Export(Guests.SERVICE) SessionService service) {
            try {
                service.lookup("ada");
            } catch (Exception swallowed) {
                assertThat(swallowed).isNotNull();
            }
        }
    }

    @Test
    void aCallThatIsNotStubbedFailsATestThatSwallowsIt() {
        assertThat(failure(SwallowedFailure.class))
                .isInstanceOf(MockFailure.class)
                .hasMessageStartingWith("import \"sessions\": open(\"main\") was called, which is not stubbed");
    }

    @WitloofTest("guests/c-sessions/sessions.wasm")
    static class UnusedStub {
        @Test
        void stubs(@Import("cache") Mock cache) {
            cache.on("open").with("hot").returns(cache.resource("bucket"));
        }
    }

    @Test
    void aStubThatIsNotUsedIsAFailure() {
        assertThat(failure(UnusedStub.class))
                .isInstanceOf(MockFailure.class)
                .hasMessageMatching(
                        "import \"cache\": the stub open\\(\"hot\"\\) \\(ExtensionTest.java:\\d+\\) was never used\n"
                                + "calls: none");
    }

    @WitloofTest("guests/c-sessions/sessions.wasm")
    static class FailsFirst {
        @Test
        void fails(@Import("cache") Mock cache) {
            cache.on("open").with("hot").returns(cache.resource("bucket"));
            throw new IllegalStateException("of the test");
        }
    }

    @Test
    void whatFailedFirstIsTheFailure() {
        assertThat(failure(FailsFirst.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("of the test");
    }

    @WitloofTest("nowhere.wasm")
    static class Missing {
        @Test
        void runs() {}
    }

    @WitloofTest(from = "nothing")
    static class MissingMethod {
        @Test
        void runs() {}
    }

    @WitloofTest
    static class Unnamed {
        @Test
        void runs() {}
    }

    @WitloofTest("guests/c-sessions/sessions.wasm")
    static class NoObject {
        @Import("cache")
        Store cache;

        @Test
        void runs(LinkPlan plan) {}
    }

    @WitloofTest("guests/c-sessions/sessions.wasm")
    static class NoInterface {
        @Test
        void runs(@Export(Guests.SERVICE) String service) {}
    }

    @WitloofTest("guests/c-sessions/sessions.wasm")
    static class NoImport {
        @Import("sesions")
        Mock sessions;

        @Test
        void runs() {}
    }

    @Test
    void whatIsDeclaredWronglyIsSaid() {
        String here = ExtensionTest.class.getName() + "$";
        assertThat(failure(Missing.class))
                .hasMessage(
                        here + "Missing: @WitloofTest: expected nowhere.wasm in the class path, from the test's package"
                                + " or from the root, or as a file; found nothing");
        assertThat(failure(MissingMethod.class))
                .hasMessage(here
                        + "MissingMethod: @WitloofTest: expected a static method nothing() that gives a Component");
        assertThat(failure(Unnamed.class))
                .hasMessage(here + "Unnamed: @WitloofTest: expected the path of a component, or from = a method");
        assertThat(failure(NoObject.class))
                .rootCause()
                .hasMessage("NoObject.cache: expected an object that serves the import, found null");
        assertThat(failure(NoInterface.class))
                .rootCause()
                .hasMessageContaining(": expected a ComponentFunction, an ExportedInstance or an interface, found"
                        + " java.lang.String");
        assertThat(failure(NoImport.class))
                .hasMessage("component: expected one of its imports, sessions, cache; found \"sesions\"");
    }

    @WitloofTest("target/file.wasm")
    static class FromAFile {
        @Test
        void loads(Component component) {
            assertThat(component.name()).isEqualTo("file.wasm");
        }
    }

    @Test
    void loadsAFile() throws Exception {
        Path file = Path.of("target/file.wasm");
        try (var in = ExtensionTest.class.getResourceAsStream("/guests/c-sessions/sessions.wasm")) {
            Files.write(file, in.readAllBytes());
        }
        succeeds(FromAFile.class, 1);
        Files.delete(file);
    }
}
