package dev.witloof.tests.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.HostFunction;
import dev.witloof.link.Linker;
import dev.witloof.tests.wast.Required;
import dev.witloof.value.ResourceValue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One thread at a time is in an instance; a second one is told so and changes nothing. */
final class ThreadsTest {

    private static final String CALLS_OUT = """
            (component
              (import "wait" (func $wait (result u32)))
              (core func $wait (canon lower (func $wait)))
              (core module $m (import "" "wait" (func $wait (result i32)))
                (global $n (mut i32) (i32.const 0))
                (func (export "run") (result i32)
                  (global.set $n (i32.add (global.get $n) (call $wait))) (global.get $n)))
              (core instance $i (instantiate $m (with "" (instance (export "wait" (func $wait))))))
              (func (export "run") (result u32) (canon lift (core func $i "run"))))
            """;

    private static final String RESOURCE = """
            (component
              (import "wait" (func $wait (result u32)))
              (core func $wait (canon lower (func $wait)))
              (core module $m (import "" "wait" (func $wait (result i32)))
                (global $ended (mut i32) (i32.const 0))
                (func (export "end") (param i32) (global.set $ended (i32.add (global.get $ended) (local.get 0))))
                (func (export "ended") (result i32) (global.get $ended))
                (func (export "run") (result i32) (call $wait)))
              (core instance $i (instantiate $m (with "" (instance (export "wait" (func $wait))))))
              (type $r' (resource (rep i32) (dtor (func $i "end"))))
              (export $r "r" (type $r'))
              (core func $new (canon resource.new $r'))
              (func (export "make") (param "n" u32) (result (own $r)) (canon lift (core func $new)))
              (func (export "ended") (result u32) (canon lift (core func $i "ended")))
              (func (export "run") (result u32) (canon lift (core func $i "run"))))
            """;

    private static final String IN_USE =
            "the instance is in use by thread \"first\": one thread at a time may call it, " + "found thread \""
                    + Thread.currentThread().getName() + "\"";

    private final ExecutorService first = Executors.newSingleThreadExecutor(task -> new Thread(task, "first"));
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @BeforeEach
    void library() {
        Required.library();
    }

    @AfterEach
    void end() {
        first.shutdownNow();
    }

    private long stay() throws InterruptedException {
        inside.countDown();
        goOn.await();
        return 40;
    }

    private ComponentInstance callsOut(HostFunction wait) {
        return Linker.builder()
                .bind("wait")
                .toFunction(wait)
                .build()
                .plan(Parts.component(CALLS_OUT))
                .instantiate();
    }

    @Test
    void aSecondThreadIsToldSo() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        ComponentInstance app = callsOut((call, args) -> calls.incrementAndGet() == 1 ? stay() : 2L);
        Future<Object> running = first.submit(() -> app.function("run").call());
        inside.await();

        assertThatThrownBy(() -> app.function("run").call())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(IN_USE);
        assertThatThrownBy(() -> app.function("run", long.class).call())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(IN_USE);
        assertThatThrownBy(app::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the instance cannot be closed while a call is on the way in thread \"first\"");

        goOn.countDown();
        assertThat(running.get()).isEqualTo(40L);
        assertThat(app.function("run").call()).isEqualTo(42L);
        app.close();
    }

    @Test
    void aSecondThreadDoesNotEndAGuestsResource() throws Exception {
        ComponentInstance app = Linker.builder()
                .bind("wait")
                .toFunction((call, args) -> stay())
                .build()
                .plan(Parts.component(RESOURCE))
                .instantiate();
        ResourceValue resource = (ResourceValue) app.function("make").call(5L);
        Future<Object> running = first.submit(() -> app.function("run").call());
        inside.await();

        assertThatThrownBy(resource::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(IN_USE);
        assertThat(resource.isOpen()).isTrue();

        goOn.countDown();
        assertThat(running.get()).isEqualTo(40L);
        resource.close();
        assertThat(app.function("ended").call()).isEqualTo(5L);
        app.close();
    }

    @Test
    void aResourceEndsWithItsInstance() {
        ComponentInstance app = Linker.builder()
                .bind("wait")
                .toFunction((call, args) -> 0L)
                .build()
                .plan(Parts.component(RESOURCE))
                .instantiate();
        ResourceValue resource = (ResourceValue) app.function("make").call(5L);
        app.close();
        resource.close();
        assertThat(resource.isOpen()).isFalse();
    }
}
