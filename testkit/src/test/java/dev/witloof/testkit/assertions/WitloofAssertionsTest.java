package dev.witloof.testkit.assertions;

import static dev.witloof.testkit.assertions.WitloofAssertions.assertThat;
import static dev.witloof.testkit.assertions.WitloofAssertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.instance.Component;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.link.Step;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class WitloofAssertionsTest {

    private static Component component;
    private static Component shop;
    private static LinkPlan plan;

    private static Component load(String path) throws IOException {
        try (InputStream in = WitloofAssertionsTest.class.getResourceAsStream("/guests/" + path)) {
            return Component.load(in);
        }
    }

    @BeforeAll
    static void plan() throws IOException {
        component = load("c-sessions/sessions.wasm");
        shop = load("wat-shop/shop.wasm");
        plan = Linker.builder()
                .bind("sessions", "cache")
                .declaredAt("shop.yaml:1:2")
                .to(KeyValue.inMemory())
                .build()
                .plan(component);
    }

    private static void fails(org.assertj.core.api.ThrowableAssert.ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
    }

    @Test
    void plans() {
        assertThat(plan)
                .binds("sessions")
                .to("in-memory key-value")
                .by(Step.NAME)
                .declaredAt("shop.yaml:1:2")
                .and()
                .binds("cache")
                .to("in-memory key-value");
        assertThat(plan).prints(plan.toString());
        String cache = "import \"cache\", implements wasi:keyvalue/store@0.2.0-draft: ";
        fails(
                () -> assertThat(plan).binds("audit"),
                "component: expected an import \"audit\", found [sessions, cache]");
        fails(
                () -> assertThat(plan).binds("cache").to("memcached"),
                cache + "expected to be bound to memcached, found in-memory key-value");
        fails(
                () -> assertThat(plan).binds("cache").by(Step.RESOLVER),
                cache + "expected to be found by " + Step.RESOLVER.words() + ", found " + Step.NAME.words());
        fails(
                () -> assertThat(plan).binds("cache").declaredAt("a:1"),
                cache + "expected to be declared at a:1, found shop.yaml:1:2");
        assertThatThrownBy(() -> assertThat(plan).prints("nothing"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("expected a plan that prints as\nnothing\nfound\n");
    }

    @Test
    void components() {
        String store = "wasi:keyvalue/store@0.2.0-draft";
        assertThat(component)
                .exports("demo:named/session-service@0.1.0")
                .doesNotImport(store)
                .importsNamed("cache")
                .implementing(store)
                .withoutExternalId()
                .and()
                .importsNamed("sessions");
        assertThat(shop).importsInterface("wasi:config/store@0.2.0-rc.1");
        fails(
                () -> assertThat(component).importsNamed("audit"),
                "component: expected an import named \"audit\", found [sessions, cache]");
        fails(
                () -> assertThat(component).importsInterface(store),
                "component: expected an unnamed import of \"" + store + "\", found [sessions, cache]");
        fails(() -> assertThat(component).doesNotImport("cache"), "component: expected no import \"cache\", found one");
        fails(
                () -> assertThat(component).exports("admin"),
                "component: expected an export \"admin\", found [demo:named/session-service@0.1.0]");
        fails(
                () -> assertThat(component).importsNamed("cache").implementing("a:b/c"),
                "component: import \"cache\": expected to implement a:b/c, found " + store);
        fails(
                () -> assertThat(component).importsNamed("cache").withExternalId("eu"),
                "component: import \"cache\": expected external-id \"eu\", found none");
        fails(
                () -> assertThat(shop).importsNamed("audit").implementing("a:b/c"),
                "shop: import \"audit\": expected to implement a:b/c, found none");
    }

    @Test
    void traps() {
        assertThatCode(() -> {
                    throw new TrapException("unreachable");
                })
                .traps()
                .trapsWith("unreachable");
        assertThatCode(() -> {}).doesNotThrowAnyException();
        fails(() -> assertThatCode(() -> {}).traps(), "expected a trap, found code that ends by itself");
        fails(
                () -> assertThatCode(() -> {
                            throw new IllegalStateException("x");
                        })
                        .traps(),
                "expected a trap, found java.lang.IllegalStateException: x");
        TrapException inCache =
                new TrapException("on fire", "\"lookup\"", "\"cache\" [method]bucket.get", java.util.List.of(), null);
        assertThatCode(() -> {
                    throw inCache;
                })
                .trapsWith("on fire")
                .inImport("\"cache\" [method]bucket.get");
        fails(
                () -> assertThatCode(() -> {
                            throw inCache;
                        })
                        .trapsWith("wet"),
                "expected a trap with \"wet\", found \"on fire\"");
        fails(
                () -> assertThatCode(() -> {
                            throw new TrapException("x");
                        })
                        .inImport("\"cache\" open"),
                "expected a trap in the import \"cache\" open, found one in none");
        fails(
                () -> assertThatCode(() -> {
                            throw new TrapException("x");
                        })
                        .doesNotThrowAnyException(),
                "expected code that ends by itself, found dev.witloof.error.TrapException: x");
    }
}
