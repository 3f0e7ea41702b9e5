package dev.witloof.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.StartException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.host.WitInterface;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.name.ImportRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Backends that have something of its own for each instance. */
class PerInstanceTest {

    private static final Component MICRO = Guests.shared("bench-micro/micro.wasm");

    /** As {@code bench:micro/kv} has it; the guest adds up the lengths of what it gets. */
    @WitInterface("bench:micro/kv@0.1.0")
    interface Kv {
        Optional<byte[]> get(String key);
    }

    private final List<String> log = new ArrayList<>();
    private int made;

    private final class Counted implements AutoCloseable {
        private final int number = ++made;
        private int calls;

        @Override
        public void close() throws IOException {
            log.add("closed " + number + " after " + calls);
            if (calls > 100) {
                throw new IOException("too many");
            }
        }
    }

    private record Serving(Implementation implementation) implements Backend {

        @FunctionalInterface
        interface Implementation {
            Object of(ImportRef ref) throws Exception;
        }

        @Override
        public String description() {
            return "counting";
        }

        @Override
        public List<Class<?>> serves() {
            return List.of(Kv.class);
        }

        @Override
        public Started start(List<ImportRef> imports) {
            return implementation::of;
        }
    }

    private final Backend counting = new Serving(ref -> (PerInstance) scope -> {
        Counted counted = scope.own("counted", Counted::new);
        return (Kv) key -> Optional.of(new byte[++counted.calls]);
    });

    private static Deployment start(Backend backend) {
        return Linker.builder()
                .bind("sessions")
                .to(backend)
                .bindAll(backend)
                .build()
                .plan(MICRO)
                .start();
    }

    @Test
    void anInstanceHasOneForAllItsImportsWhichIsClosedWithIt() {
        try (Deployment deployment = start(counting)) {
            ComponentInstance one = deployment.instantiate();
            ComponentInstance two = deployment.instantiate();
            assertThat(one.function("named-gets").call(3L)).isEqualTo(1L + 2 + 3);
            assertThat(two.function("plain-gets").call(2L)).isEqualTo(1L + 2);
            assertThat(one.function("plain-gets").call(1L)).isEqualTo(4L);
            one.close();
            one.close();
            assertThat(log).containsExactly("closed 1 after 4");
        }
        assertThat(log).containsExactly("closed 1 after 4", "closed 2 after 2");
    }

    @Test
    void aPoolsInstancesHaveTheirOwn() throws InterruptedException {
        try (Deployment deployment = start(counting.shared());
                Pool pool = deployment.pool(PoolLimits.builder().size(1).build())) {
            for (int i = 1; i <= 2; i++) {
                try (Pool.Lease lease = pool.borrow()) {
                    assertThat(lease.instance().function("named-gets").call(1L)).isEqualTo((long) i);
                }
            }
        }
        assertThat(log).containsExactly("closed 1 after 2");
    }

    @Test
    void wrappersStandAroundWhatAnInstanceHas() {
        Interceptor noting = (call, args, next) -> {
            log.add(call.function() + " of " + call.importRef().name());
            return next.call(call, args);
        };
        try (Deployment deployment = start(counting.around(noting).and(counting))) {
            deployment.instantiate().function("named-gets").call(1L);
        }
        assertThat(log).containsExactly("get of sessions", "closed 1 after 1");
    }

    @Test
    void aFailureToCloseIsTold() {
        try (Deployment deployment = start(counting)) {
            ComponentInstance instance = deployment.instantiate();
            instance.function("named-gets").call(101L);
            assertThatThrownBy(instance::close)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("instance of component: 1 failure while closing; the first: java.io.IOException")
                    .hasRootCauseMessage("too many");
        }
    }

    @Test
    void whatCannotBeHadKeepsTheInstanceFromBeingMade() {
        Backend failing = new Serving(ref -> (PerInstance) scope -> {
            scope.own("counted", Counted::new);
            if (!ref.isNamed()) {
                throw new IOException("password");
            }
            return (Kv) key -> Optional.empty();
        });
        try (Deployment deployment = start(failing)) {
            UninstantiableException failure =
                    catchThrowableOfType(UninstantiableException.class, deployment::instantiate);
            assertThat(unlined(failure))
                    .isEqualTo("component: import \"bench:micro/kv@0.1.0\", bound to counting (PerInstanceTest.java):"
                            + " implementation threw java.io.IOException;"
                            + " its message may hold a secret and stands only in this exception's cause");
            assertThat(failure).hasRootCauseMessage("password");
            assertThat(log).containsExactly("closed 1 after 0");
        }
    }

    @Test
    void whatIsNoObjectOfTheInterfaceIsRefused() {
        for (Object wrong : new Object[] {"text", null}) {
            try (Deployment deployment = start(new Serving(ref -> (PerInstance) scope -> wrong))) {
                assertThat(unlined(catchThrowableOfType(UninstantiableException.class, deployment::instantiate)))
                        .isEqualTo("component: import \"sessions\", bound to counting (PerInstanceTest.java):"
                                + " implementation returned "
                                + (wrong == null ? "null" : "java.lang.String") + ", expected " + Kv.class.getName());
            }
        }
    }

    /** The message without the lines of this file. */
    private static String unlined(Throwable failure) {
        return failure.getMessage().replaceAll("java:\\d+\\)", "java)");
    }

    /** Only an import that a Java interface serves has objects. */
    @Test
    void untypedFunctionsAreForAllInstances() {
        Backend untyped = new Backend() {
            @Override
            public Started start(List<ImportRef> imports) {
                return importRef -> (PerInstance) scope -> importRef;
            }

            @Override
            public String description() {
                return "untyped";
            }
        };
        assertThatThrownBy(() -> Linker.builder()
                        .bind("sessions")
                        .to(untyped)
                        .bindAll(counting)
                        .build()
                        .plan(MICRO)
                        .start())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("expected " + Functions.class.getName());
    }

    @Test
    void aClosedScopeOpensNothing() {
        InstanceScope scope = new InstanceScope("instance of app.wasm");
        scope.own("one", Counted::new);
        scope.own("two", Counted::new);
        scope.close();
        assertThat(log).containsExactly("closed 2 after 0", "closed 1 after 0");
        assertThatThrownBy(() -> scope.own("one", Counted::new))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("instance of app.wasm: expected to be open, found closed");
    }
}
