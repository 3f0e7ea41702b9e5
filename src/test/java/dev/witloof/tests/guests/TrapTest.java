package dev.witloof.tests.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.TrapException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Functions;
import dev.witloof.link.Linker;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Traps: what the embedder is told, and what becomes of the instance. */
final class TrapTest {

    @Test
    void aGuestThatTraps() {
        try (ComponentInstance app = Linker.builder()
                .build()
                .plan(Guests.component("c-stores/stores.wasm"))
                .instantiate()) {
            // Its heap has 128 KiB; realloc traps where that is not enough.
            TrapException trap = catchThrowableOfType(
                    TrapException.class,
                    () -> app.instance("hot").function("open").call("x".repeat(200_000)));

            assertThat(trap).hasMessage("export \"hot\" open: unreachable\n    in func[2]");
        }
    }

    @Test
    void aGuestThatTrapsInOneOfItsModules() {
        try (ComponentInstance app = micro(Functions.of(f -> f.function("get", (call, args) -> Optional.empty())))) {
            TrapException trap = catchThrowableOfType(
                    TrapException.class, () -> app.function("echo").call(new byte[8 << 20]));

            assertThat(trap).hasMessage("export echo: unreachable\n    in memory!func[0]");
            assertThat(trap.export()).contains("echo");
            assertThat(trap.frames()).containsExactly("memory!func[0]");
        }
    }

    @Test
    void aBackendThatThrows() {
        IllegalStateException down = new IllegalStateException("the store is down");
        try (ComponentInstance app = micro(Functions.of(f -> f.function("get", (call, args) -> {
            throw down;
        })))) {
            TrapException trap = catchThrowableOfType(
                    TrapException.class, () -> app.function("named-gets").call(3L));

            assertThat(messageOf(trap))
                    .isEqualTo("export named-gets: import \"sessions\" get: functions (TrapTest.java:LINE) threw"
                            + " java.lang.IllegalStateException: the store is down\n    in main!func[7]");
            assertThat(trap).hasCause(down);
            assertThat(trap.export()).contains("named-gets");
            assertThat(trap.importOnTheWay()).contains("\"sessions\" get");

            TrapException later = catchThrowableOfType(
                    TrapException.class, () -> app.function("add").call(1L, 2L));

            assertThat(messageOf(later))
                    .isEqualTo("add: the instance trapped before: functions (TrapTest.java:LINE) threw"
                            + " java.lang.IllegalStateException: the store is down");
            assertThat(later.getCause()).isInstanceOf(TrapException.class);
        }
    }

    @Test
    void aBackendThatReturnsWhatDoesNotFit() {
        try (ComponentInstance app = micro(Functions.of(f -> f.function("get", (call, args) -> Optional.of("text"))))) {
            TrapException trap = catchThrowableOfType(
                    TrapException.class, () -> app.function("named-gets").call(3L));

            assertThat(messageOf(trap))
                    .isEqualTo(
                            "export named-gets: import \"sessions\" get: functions (TrapTest.java:LINE) returned what does"
                                    + " not fit: result, some: expected list, found a value of java.lang.String\n    in main!func[7]");
        }
    }

    @Test
    void anotherInstanceOfTheSamePlanIsNotHarmed() {
        try (var deployment = Linker.builder()
                        .bind("sessions")
                        .to(KeyValue.inMemory().around((call, args, next) -> {
                            if (call.function().equals("[method]bucket.set")) {
                                throw new IllegalStateException("read only");
                            }
                            return next.call(call, args);
                        }))
                        .bind("cache")
                        .to(KeyValue.inMemory())
                        .build()
                        .plan(Guests.component("c-sessions/sessions.wasm"))
                        .start();
                ComponentInstance first = deployment.instantiate();
                ComponentInstance second = deployment.instantiate()) {
            String service = "demo:named/session-service@0.1.0";
            assertThat(catchThrowableOfType(
                            TrapException.class,
                            () -> first.instance(service).function("login").call("ada", new byte[1])))
                    .hasMessageContaining("read only");

            assertThat(second.instance(service).function("lookup").call("ada")).hasToString("ok(none)");
        }
    }

    /** Without the number of the line, which the place of a binding has. */
    private static String messageOf(TrapException trap) {
        return trap.getMessage().replaceAll("TrapTest\\.java:\\d+", "TrapTest.java:LINE");
    }

    private static ComponentInstance micro(Functions named) {
        return Linker.builder()
                .bind("sessions")
                .to(named)
                .bindInterface("bench:micro/kv@0.1.0")
                .toFunctions(f -> f.function("get", (call, args) -> Optional.empty()))
                .build()
                .plan(Guests.component("bench-micro/micro.wasm"))
                .instantiate();
    }
}
