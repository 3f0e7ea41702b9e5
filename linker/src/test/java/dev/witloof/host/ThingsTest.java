package dev.witloof.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import dev.witloof.value.RecordValue;
import dev.witloof.value.VariantValue;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects of Java as resources of a guest: constructed, borrowed, owned, given back and dropped. */
class ThingsTest {

    private final List<String> log = new ArrayList<>();
    private final List<Things.Thing> kept = new ArrayList<>();

    private final class Counted implements Things.Thing {

        private final long number;

        Counted(long number) {
            this.number = number;
        }

        @Override
        public long get() {
            return number;
        }

        @Override
        public long close_() {
            log.add("close_ " + number);
            return 1000;
        }

        @Override
        public void close() {
            log.add("close " + number);
        }
    }

    private Things.OfEcho host(Map<String, InvocationHandler> others) {
        return (Things.OfEcho) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Things.OfEcho.class}, (proxy, method, args) -> {
                    InvocationHandler other = others.get(method.getName());
                    return other != null ? other.invoke(proxy, method, args) : thing(method, args);
                });
    }

    private Object thing(Method method, Object[] args) {
        return switch (method.getName()) {
            case "newThing" -> {
                Things.Thing made = new Counted((long) args[0]);
                kept.add(made);
                yield made;
            }
            case "thingMerge" -> {
                // The very objects that were handed out come back.
                assertThat(args[0]).isSameAs(kept.get(0));
                assertThat(args[1]).isSameAs(kept.get(1));
                yield new Counted(((Counted) args[0]).number + 10 * ((Counted) args[1]).number);
            }
            case "all" -> List.of(new Counted(1), new Counted(2));
            default -> throw new AssertionError(method);
        };
    }

    private ComponentInstance instance(AdapterKind kind, Things.OfEcho host) {
        return Linker.builder()
                .adapters(kind)
                .bind("host")
                .to(Things.OfEcho.class, host)
                .build()
                .plan(EchoTest.echo())
                .instantiate();
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void objectsGoOutAndComeBack(AdapterKind kind) {
        try (ComponentInstance app = instance(kind, host(Map.of()))) {
            assertThat(app.function("things", long.class, long.class).call(7L)).isEqualTo(100 + 1007 + 1000);
            assertThat(log).containsExactly("close_ 1007", "close 100", "close 1007");
            log.clear();
            assertThat(app.function("some", long.class).call()).isEqualTo(3L);
            assertThat(log).containsExactly("close 1");
        }
        // What the guest still owned is given back with its instance.
        assertThat(log).containsExactly("close 1", "close 2");
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void whatDoesNotFitIsATrap(AdapterKind kind) {
        Echo.Point broken = new Echo.Point(1, 2, null);
        Map<String, InvocationHandler> others = Map.of(
                "echoPoint", (proxy, method, args) -> broken,
                "listPoint", (proxy, method, args) -> List.of(new Echo.Point(1, 2, "fine"), broken),
                "echoU8", (proxy, method, args) -> 300,
                "echoString", (proxy, method, args) -> null,
                "echoShape", (proxy, method, args) -> new Echo.Shape.Code(-1),
                "all", (proxy, method, args) -> null);
        record Case(String function, Object value, String message) {}
        for (Case each : List.of(
                new Case("echo-point", point(), ", field \"label\": expected string, found null"),
                new Case("list-point", List.of(), ", element 1, field \"label\": expected string, found null"),
                new Case("echo-u8", 1, ": expected u8, found 300"),
                new Case("echo-string", "", ": expected string, found null"),
                new Case("echo-shape", VariantValue.of("empty"), ", case \"code\": expected u8, found -1"))) {
            try (ComponentInstance app = instance(kind, host(others))) {
                assertThatThrownBy(() -> app.function(each.function()).call(each.value()))
                        .isInstanceOfSatisfying(TrapException.class, trap -> {
                            assertThat(trap.reason()).endsWith(" returned what does not fit: result" + each.message());
                        });
            }
        }
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void aResultThatThrowsWhenItIsReadIsATrapOfTheImport(AdapterKind kind) {
        NullPointerException thrown = new NullPointerException("gone");
        List<String> broken = new AbstractList<>() {
            @Override
            public String get(int index) {
                throw thrown;
            }

            @Override
            public int size() {
                return 1;
            }
        };
        try (ComponentInstance app = instance(kind, host(Map.of("listString", (proxy, method, args) -> broken)))) {
            assertThatThrownBy(() -> app.function("list-string").call(List.of()))
                    .isInstanceOfSatisfying(TrapException.class, trap -> {
                        assertThat(trap.importOnTheWay()).contains("\"host\" list-string");
                        assertThat(trap.reason()).endsWith(" threw java.lang.NullPointerException: gone");
                        assertThat(trap.getCause()).isSameAs(thrown);
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void whatDoesNotFitIsNamedWithItsCase(AdapterKind kind) {
        try (ComponentInstance app = instance(kind, host(Map.of("parse", (proxy, method, args) -> 1L << 32)))) {
            assertThatThrownBy(() -> app.function("parse").call(""))
                    .isInstanceOfSatisfying(
                            TrapException.class,
                            trap -> assertThat(trap.reason())
                                    .contains(
                                            " returned what does not fit: result, ok: expected u32, found 4294967296"));
        }
    }

    private static Object point() {
        return RecordValue.of("x", 1, "y", 2.0, "label", "");
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void anUncheckedExceptionIsATrapThatKeepsIt(AdapterKind kind) {
        IllegalArgumentException thrown = new IllegalArgumentException("secret");
        Map<String, InvocationHandler> others = Map.of("parse", (proxy, method, args) -> {
            throw thrown;
        });
        try (ComponentInstance app = instance(kind, host(others))) {
            assertThatThrownBy(() -> app.function("parse").call("x"))
                    .isInstanceOfSatisfying(TrapException.class, trap -> {
                        assertThat(trap.importOnTheWay()).contains("\"host\" parse");
                        assertThat(trap.reason()).contains(" threw java.lang.IllegalArgumentException: secret");
                        assertThat(trap.getCause()).isSameAs(thrown);
                    });
        }
    }
}
