package dev.witloof.testkit;

import static dev.witloof.testkit.Given.err;
import static dev.witloof.testkit.Given.none;
import static dev.witloof.testkit.Given.ok;
import static dev.witloof.testkit.Given.some;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.host.ResultException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.keyvalue.v0_2_0_draft.Store;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stubs give, and faults. */
final class MockAnswersTest {

    private static final byte[] ADA = {65, 100, 97};

    private final Mocks mocks = Mocks.of(Guests.sessions());
    private final Mock sessions = mocks.mock("sessions");
    private final Mock cache = mocks.mock("cache");
    private final MockResource main = sessions.resource("bucket", "main").staysOpen();
    private final MockResource hot = cache.resource("bucket", "hot");
    private ComponentInstance app;
    private SessionService service;

    @BeforeEach
    void link() {
        LinkPlan plan = mocks.bindTo(Linker.builder()).build().plan(Guests.sessions());
        assertThat(plan.bindings()).extracting(each -> each.boundTo()).containsExactly("mock", "mock");
        app = plan.instantiate();
        service = app.export(Guests.SERVICE, SessionService.class);
        sessions.on("open").with("main").returns(main).optional();
        cache.on("open").with("hot").returns(hot).optional();
    }

    @AfterEach
    void close() {
        mocks.verify();
        app.close();
    }

    @Test
    void sequencesEndWithTheirLast() throws Exception {
        cache.on("[method]bucket.get").with("ada").returns(none(), some(ADA)).returns(none());
        sessions.on("[method]bucket.get").with("ada").returns(none());
        assertThat(service.lookup("ada")).isEmpty();
        assertThat(service.lookup("ada").orElseThrow().value()).isEqualTo(ADA);
        assertThat(service.lookup("ada")).isEmpty();
        assertThat(service.lookup("ada")).isEmpty();
    }

    @Test
    void theLastStubGoesFirst() throws Exception {
        cache.on("[method]bucket.get").returns(some(new byte[] {1}));
        cache.on("[method]bucket.get").with("ada").returns(ok(some(ADA)));
        assertThat(service.lookup("ada").orElseThrow().value()).isEqualTo(ADA);
        assertThat(service.lookup("bob").orElseThrow().value()).containsExactly(1);
    }

    @Test
    void failuresOfTheInterface() {
        cache.on("[method]bucket.get").returns(none());
        sessions.on("[method]bucket.get").with("ada").fails("access-denied");
        sessions.on("[method]bucket.get").with("bob").returns(err(new Store.Error.Other("no é")));
        sessions.on("[method]bucket.get").with("eve").fails(new Store.Error.NoSuchStore());
        assertThatThrownBy(() -> service.lookup("ada"))
                .isInstanceOf(ResultException.class)
                .hasMessage("sessions.get: access denied");
        assertThatThrownBy(() -> service.lookup("bob")).hasMessage("sessions.get: no é");
        assertThatThrownBy(() -> service.lookup("eve")).hasMessage("sessions.get: no such store");
    }

    @Test
    void traps() {
        cache.on("[method]bucket.get").traps("the cache is on fire");
        assertThatThrownBy(() -> service.lookup("ada"))
                .isInstanceOf(TrapException.class)
                .hasMessageContaining("import \"cache\" [method]bucket.get: the cache is on fire");
        hot.drop();
        assertThat(mocks.toString()).endsWith("-> trap: the cache is on fire");
    }

    @Test
    void answersAreComputed() throws Exception {
        cache.on("[method]bucket.get")
                .answers(call -> some(call.argument("key").toString().getBytes()));
        assertThat(service.lookup("çelik").orElseThrow().value()).asString().isEqualTo("çelik");
    }

    @Test
    void delays() throws Exception {
        cache.on("[method]bucket.get").returns(some(ADA)).after(Duration.ofMillis(30));
        cache.latency(Duration.ofMillis(30));
        long before = System.nanoTime();
        service.lookup("ada");
        // Two calls of the cache, and its answer.
        assertThat(System.nanoTime() - before).isGreaterThan(90_000_000L);
    }

    @Test
    void recordsAndNumbersAsTestsWriteThem() throws Exception {
        sessions.on("[method]bucket.list-keys")
                .with(none())
                .returns(Map.of("keys", List.of("ada", "bob"), "cursor", 2));
        sessions.on("[method]bucket.list-keys")
                .with(2)
                .returns(new Store.KeyResponse(List.of("çelik"), Optional.empty()));
        assertThat(service.users()).containsExactly("ada", "bob", "çelik");
    }

    @Test
    void faultsByName() throws Exception {
        cache.on("[method]bucket.get").returns(some(ADA));
        cache.failEvery(4, "access-denied");
        assertThat(service.lookup("ada")).isPresent();
        sessions.on("[method]bucket.get").with("ada").returns(none());
        // The cache's fourth call fails, which the guest takes for a miss.
        assertThat(service.lookup("ada")).isEmpty();
        assertThat(service.lookup("ada")).isPresent();
        sessions.called("[method]bucket.get").once();
        cache.failEvery(1);
        assertThatThrownBy(() -> service.lookup("ada"))
                .isInstanceOf(TrapException.class)
                .hasMessageContaining("import \"cache\" open: a fault of the test: every 1 calls");
    }

    @Test
    void typedStubs() throws Exception {
        cache.when(Store.Bucket.class, bucket -> bucket.get("ada")).returns(Optional.of(ADA));
        cache.when(Store.Bucket.class, bucket -> bucket.get("bob")).returns(Optional.empty());
        sessions.when(Store.Bucket.class, bucket -> bucket.get("bob")).fails(new Store.Error.AccessDenied());
        sessions.when(Store.class, store -> store.open("main")).returns(main);
        sessions.when(Store.Bucket.class, bucket -> bucket.exists("x"))
                .returns(true)
                .optional();
        sessions.when(Store.Bucket.class, bucket -> bucket.listKeys(Optional.empty()))
                .returns(new Store.KeyResponse(List.of("ada"), Optional.empty()));
        assertThat(service.users()).containsExactly("ada");
        assertThat(service.lookup("ada").orElseThrow().value()).isEqualTo(ADA);
        assertThatThrownBy(() -> service.lookup("bob")).hasMessage("sessions.get: access denied");
        assertThatThrownBy(() -> cache.when(Store.Bucket.class, bucket -> 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("import \"cache\", when Bucket: expected one call, found 0");
        assertThatThrownBy(() -> cache.when(SessionService.class, other -> other.logout("ada")))
                .hasMessage("import \"cache\", when SessionService.logout: expected a method for one of its functions,"
                        + " [method]bucket.get, [method]bucket.set, [method]bucket.delete, open");
    }

    @Test
    void functionsAloneAreMocked() {
        Mocks shop = Mocks.of(Guests.component("wat-shop/shop.wasm"));
        assertThat(shop.all())
                .extracting(Mock::name)
                .containsExactly("sessions", "cache", "audit", "wasi:config/store@0.2.0-rc.1");
        shop.mock("audit").on("record").with("checkout: cart-42").optional();
        shop.mock("wasi:config/store@0.2.0-rc.1")
                .on("get")
                .with("greeting")
                .returns(some("hello"))
                .optional();
        shop.bindTo(Linker.builder()).build().plan(Guests.component("wat-shop/shop.wasm"));
        shop.verify();
    }
}
