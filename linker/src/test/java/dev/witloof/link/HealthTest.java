package dev.witloof.link;

import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.functions;
import static dev.witloof.link.Shop.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.name.ImportRef;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A deployment asks its backends whether they can serve. */
class HealthTest {

    private static final IOException LOST = new IOException("password=hunter2 refused");

    private record Checked(String description, boolean isLost) implements Backend {

        @Override
        public Started start(List<ImportRef> imports) {
            return new Started() {
                @Override
                public Object implementation(ImportRef importRef) {
                    return functions("get");
                }

                @Override
                public void check() throws IOException {
                    if (isLost) {
                        throw LOST;
                    }
                }
            };
        }
    }

    @Test
    void eachBackendIsAskedOnce() {
        Linker.Builder linker = Linker.builder()
                .bind("sessions", "sessions-batch")
                .to(new Checked("Redis", true))
                .bind("cache")
                .to(new Checked("memory", false).around((call, args, next) -> next.call(call, args)));
        Deployment deployment = Shop.plan(
                        linker, named("sessions", STORE), named("cache", STORE), named("sessions-batch", STORE))
                .start();
        List<Health> healths = deployment.check();
        assertThat(healths)
                .extracting(Health::toString)
                .containsExactly(
                        "sessions, sessions-batch: Redis is down: it threw java.io.IOException", "cache: memory is up");
        assertThat(healths).extracting(Health::isUp).containsExactly(false, true);
        assertThat(healths.get(0).failure()).containsSame(LOST);
        assertThat(healths.get(0).took().isNegative()).isFalse();
        deployment.close();
        assertThatThrownBy(deployment::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("deployment of shop.wasm: expected to be open, found closed");
    }

    private record Sharing(Connections[] given) implements Backend {

        @Override
        public Started start(List<ImportRef> imports) {
            throw new AssertionError("a linker hands in connections");
        }

        @Override
        public Started start(List<ImportRef> imports, Connections connections) {
            given[imports.get(0).name().equals("sessions") ? 0 : 1] = connections;
            return importRef -> functions("get");
        }
    }

    private static Connections[] given(Linker.Builder linker) {
        Connections[] given = new Connections[2];
        linker.bind("sessions").to(new Sharing(given).shared());
        linker.bind("cache").to(new Sharing(given).around((call, args, next) -> next.call(call, args)));
        Shop.plan(linker, named("sessions", STORE), named("cache", STORE))
                .start()
                .close();
        return given;
    }

    @Test
    void theBackendsOfALinkerShareConnections() {
        Connections[] one = given(Linker.builder());
        Connections[] other = given(Linker.builder());
        assertThat(one[0]).isNotNull().isSameAs(one[1]);
        assertThat(other[0]).isNotNull().isSameAs(other[1]).isNotSameAs(one[0]);
    }

    @Test
    void linkersShareTheConnectionsThatTheyAreGiven() {
        Connections connections = new Connections();
        assertThat(given(Linker.builder().connections(connections))).containsOnly(connections);
    }
}
