package dev.witloof.testkit;

import static dev.witloof.testkit.Given.any;
import static dev.witloof.testkit.Given.none;
import static dev.witloof.testkit.Given.some;
import static dev.witloof.testkit.Given.that;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.ExportedInstance;
import dev.witloof.link.Linker;
import dev.witloof.value.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of each kind of expectation that fails. */
final class MockMessagesTest {

    private static final byte[] ADA = {65, 100, 97};
    private static final String FILE = "MockMessagesTest.java:";

    private final Mocks mocks = Mocks.of(Guests.sessions());
    private final Mock sessions = mocks.mock("sessions");
    private final Mock cache = mocks.mock("cache");
    private final MockResource main = sessions.resource("bucket", "main").staysOpen();
    private final MockResource hot = cache.resource("bucket", "hot");
    private ComponentInstance app;
    private ExportedInstance service;

    @BeforeEach
    void link() {
        app = mocks.bindTo(Linker.builder()).build().plan(Guests.sessions()).instantiate();
        service = app.instance(Guests.SERVICE);
    }

    @AfterEach
    void close() {
        app.close();
    }

    private void open() {
        sessions.on("open").with("main").returns(main).optional();
        cache.on("open").with("hot").returns(hot).optional();
    }

    /** The message, with the line numbers of this file left out. */
    private static String message(Throwable thrown) {
        return thrown.getMessage().replaceAll(FILE + "\\d+", FILE + "0");
    }

    @Test
    void theHappyPathSaysNothing() {
        open();
        cache.on("[method]bucket.get").with("ada").returns(some(ADA));
        assertThat(service.function("lookup").call("ada").toString())
                .isEqualTo("ok(some({value: [65, 100, 97], origin: cache}))");
        mocks.verify();
        assertThat(mocks).hasToString("""
                calls:
                   1  sessions  open("main") -> ok(<bucket main>)
                   2  cache     open("hot") -> ok(<bucket hot>)
                   3  cache     [method]bucket.get(<bucket hot>, "ada") -> ok(some([65, 100, 97]))""");
        assertThat(hot.opened()).isEqualTo(1);
        assertThat(hot.handles()).isZero();
        assertThat(main.handles()).isEqualTo(1);
    }

    @Test
    void aCallThatIsNotStubbed() {
        open();
        cache.on("[method]bucket.get").with("bob").returns(none());
        assertThatThrownBy(() -> service.function("lookup").call("ada"))
                .isInstanceOf(TrapException.class)
                .cause()
                .isInstanceOf(MockFailure.class)
                .satisfies(failure -> assertThat(message(failure)).isEqualTo("""
                        import "cache": [method]bucket.get(<bucket hot>, "ada") was called, which is not stubbed
                          nearest stub: [method]bucket.get(any, "bob") (MockMessagesTest.java:0), but key is "ada"
                        calls:
                           1  sessions  open("main") -> ok(<bucket main>)
                           2  cache     open("hot") -> ok(<bucket hot>)
                           3  cache     [method]bucket.get(<bucket hot>, "ada") -> not stubbed"""));
        assertThatThrownBy(mocks::verify)
                .isInstanceOf(MockFailure.class)
                .hasMessageStartingWith("import \"cache\": [method]bucket.get(<bucket hot>, \"ada\") was called");
    }

    @Test
    void aCallOfAFunctionThatHasNoStub() {
        open();
        cache.on("[method]bucket.set").optional();
        assertThatThrownBy(() -> service.function("lookup").call("ada"))
                .cause()
                .satisfies(failure -> assertThat(message(failure))
                        .contains("\n  nearest stub: [method]bucket.set(any, any, any) (MockMessagesTest.java:0)\n"));
        mocks.reset();
        assertThat(mocks).hasToString("calls: none");
    }

    @Test
    void nothingIsStubbed() {
        assertThatThrownBy(() -> service.function("lookup").call("ada")).cause().hasMessage("""
                        import "sessions": open("main") was called, which is not stubbed
                          nothing of this import is stubbed
                        calls:
                           1  sessions  open("main") -> not stubbed""");
    }

    @Test
    void stubsThatAreNotUsed() {
        cache.on("[method]bucket.get").with(that("begins with a", String.class, key -> key.startsWith("a")));
        sessions.on("open").with("main").returns(main);
        sessions.on("open").with("elsewhere").optional().returns(main);
        assertThatThrownBy(mocks::verify)
                .isInstanceOf(MockFailure.class)
                .satisfies(failure -> assertThat(message(failure)).isEqualTo("""
                        import "sessions": the stub open("main") (MockMessagesTest.java:0) was never used
                        import "cache": the stub [method]bucket.get(any, begins with a) (MockMessagesTest.java:0) was never used
                        calls: none"""));
    }

    @Test
    void handlesThatStayOpen() {
        MockResource leaked = sessions.resource("bucket");
        sessions.on("open").returns(leaked);
        cache.on("open").returns(hot);
        cache.on("[method]bucket.get").returns(some(ADA));
        service.function("lookup").call("ada");
        assertThatThrownBy(mocks::verify).isInstanceOf(MockFailure.class).hasMessage("""
                import "sessions": bucket 2 is still open: 1 handle given, 0 dropped
                calls:
                   1  sessions  open("main") -> ok(<bucket 2>)
                   2  cache     open("hot") -> ok(<bucket hot>)
                   3  cache     [method]bucket.get(<bucket hot>, "ada") -> ok(some([65, 100, 97]))""");
        app.close();
        mocks.verify();
    }

    @Test
    void handlesThatAreDroppedTooOften() {
        hot.drop();
        assertThatThrownBy(mocks::verify).isInstanceOf(MockFailure.class).hasMessage("""
                import "cache": bucket hot was dropped too often: 0 handles given, 1 dropped
                calls: none""");
    }

    @Test
    void callsAreCounted() {
        open();
        cache.on("[method]bucket.get").returns(some(ADA));
        service.function("lookup").call("ada");
        service.function("lookup").call("bob");
        Captor<String> key = Captor.of(String.class);
        assertThat(cache.called("[method]bucket.get").of(hot).with(key).times(2))
                .hasSize(2);
        assertThat(key.all()).containsExactly("ada", "bob");
        assertThat(key.last()).isEqualTo("bob");
        assertThat(cache.called("[method]bucket.get").with("bob").once().argument("key"))
                .isEqualTo("bob");
        cache.called("[method]bucket.set").never();
        cache.called("open").atLeast(2);
        assertThatThrownBy(() ->
                        cache.called("[method]bucket.get").with(any(), "ada").times(2))
                .isInstanceOf(MockFailure.class)
                .satisfies(failure -> assertThat(message(failure)).isEqualTo("""
                        import "cache": expected 2 calls of [method]bucket.get(any, "ada") (MockMessagesTest.java:0), found 1, numbers 3
                        calls:
                           1  sessions  open("main") -> ok(<bucket main>)
                           2  cache     open("hot") -> ok(<bucket hot>)
                           3  cache     [method]bucket.get(<bucket hot>, "ada") -> ok(some([65, 100, 97]))
                           4  cache     open("hot") -> ok(<bucket hot>)
                           5  cache     [method]bucket.get(<bucket hot>, "bob") -> ok(some([65, 100, 97]))"""));
        assertThatThrownBy(() -> cache.called("open").never())
                .hasMessageContaining("expected no call of open(any) (")
                .hasMessageContaining("), found 2, numbers 2, 4\ncalls:");
        assertThatThrownBy(() -> sessions.called("[method]bucket.get").atLeast(1))
                .hasMessageContaining("import \"sessions\": expected at least 1 call of [method]bucket.get(any, any) (")
                .hasMessageContaining("), found none\ncalls:");
        assertThatThrownBy(() -> sessions.called("[method]bucket.get").once())
                .hasMessageContaining("expected 1 call of ");
        assertThatThrownBy(() -> Captor.of(Long.class).last())
                .isInstanceOf(AssertionError.class)
                .hasMessage("captor of Long: expected a value, found none");
        assertThatThrownBy(() -> cache.calls().get(0).argument("no"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("open: expected one of the parameters [identifier], found \"no\"");
    }

    @Test
    void orderIsVerifiedWithinAndAcrossNames() {
        open();
        cache.on("[method]bucket.get").returns(some(ADA));
        service.function("lookup").call("ada");
        mocks.inOrder(sessions.called("open"), cache.called("open").with("hot"), cache.called("[method]bucket.get"));
        mocks.inOrder(sessions.called("open"), cache.called("[method]bucket.get"));
        assertThatThrownBy(() -> mocks.inOrder(cache.called("open"), sessions.called("open")))
                .isInstanceOf(MockFailure.class)
                .satisfies(failure -> assertThat(message(failure)).isEqualTo("""
                        import "sessions": expected open(any) (MockMessagesTest.java:0) after call 2, found none
                        calls:
                           1  sessions  open("main") -> ok(<bucket main>)
                           2  cache     open("hot") -> ok(<bucket hot>)
                           3  cache     [method]bucket.get(<bucket hot>, "ada") -> ok(some([65, 100, 97]))"""));
        assertThatThrownBy(() -> mocks.inOrder(cache.called("open").with("cold")))
                .satisfies(failure -> assertThat(message(failure))
                        .startsWith(
                                "import \"cache\": expected open(\"cold\") (MockMessagesTest.java:0), found none\n"));
    }

    @Test
    void whatDoesNotFitIsSaidAtOnce() {
        assertThatThrownBy(() -> mocks.mock("sesions"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("component: expected one of its imports, sessions, cache; found \"sesions\"");
        assertThatThrownBy(() -> cache.on("[method]bucket.gte"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("import \"cache\": expected one of its functions, [method]bucket.get, [method]bucket.set,"
                        + " [method]bucket.delete, open; found"
                        + " \"[method]bucket.gte\". Did you mean \"[method]bucket.get\"?");
        assertThatThrownBy(() -> cache.called("close")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cache.resource("basket"))
                .hasMessage("import \"cache\": expected one of its resources, bucket; found \"basket\"");
        assertThatThrownBy(() -> cache.on("open").with(1))
                .hasMessage("open, parameter \"identifier\": expected string, found 1 (Integer)");
        assertThatThrownBy(() -> cache.on("open").with("a", "b"))
                .hasMessage("open: expected 1 argument for func(identifier: string) -> result<bucket, variant {"
                        + " no-such-store, access-denied, other(string) }>, found 2");
        assertThatThrownBy(() -> cache.on("[method]bucket.get").with("a", "b", "c"))
                .hasMessageStartingWith(
                        "[method]bucket.get: expected 1 argument for func(self: borrow<bucket>, key: string)");
        assertThatThrownBy(() -> cache.on("open").of(hot)).hasMessage("open: expected a method, which has a receiver");
        assertThatThrownBy(() -> cache.on("open").fails("closed"))
                .hasMessageStartingWith("open, result: expected variant { no-such-store,")
                .hasMessageEndingWith("found \"closed\" (String)");
        assertThatThrownBy(() -> cache.failEvery(0))
                .hasMessage("expected to fail every call or less often, found every 0");
    }

    @Test
    void aStubWithoutAnAnswer() {
        sessions.on("open").with("main");
        assertThatThrownBy(() -> service.function("lookup").call("ada"))
                .isInstanceOf(TrapException.class)
                .satisfies(trap -> assertThat(message(trap))
                        .contains("the stub open(\"main\") (MockMessagesTest.java:0): expected .returns(…), .fails(…),"
                                + " .traps(…) or .answers(…), found none"));
        assertThat(mocks.toString()).contains("open(\"main\") -> trap: the stub open(\"main\")");
    }

    @Test
    void onlyTheLastCallsOfManyAreShown() {
        open();
        cache.on("[method]bucket.get").returns(some(ADA));
        for (int i = 0; i < 30; i++) {
            service.function("lookup").call("ada");
        }
        assertThat(mocks.toString().lines())
                .hasSize(42)
                .startsWith("calls:", "     21 calls before", "  22  cache  open(\"hot\") -> ok(<bucket hot>)");
        assertThat(mocks.calls()).hasSize(61);
        assertThat(((Result<?, ?>) service.function("lookup").call("ada".repeat(100))).isOk())
                .isTrue();
        assertThat(mocks.toString()).contains("adaa").contains("…");
    }
}
