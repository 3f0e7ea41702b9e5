package dev.witloof.link;

import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.functions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.NameAttributes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two backends as one: who answers, what is started, what is asked and closed. */
class JoinedBackendTest {

    private final List<String> log = new ArrayList<>();

    private final class Part implements Backend {

        private final String name;
        private final String interfaceName;
        private String failsTo = "";

        Part(String name, String interfaceName) {
            this.name = name;
            this.interfaceName = interfaceName;
        }

        @Override
        public String description() {
            return name;
        }

        @Override
        public List<Offer> offers() {
            return List.of(new Offer(InterfaceName.parse(interfaceName), Map.of()));
        }

        private void does(String what) throws IOException {
            log.add(name + " " + what);
            if (failsTo.equals(what)) {
                throw new IOException(name + " failed to " + what);
            }
        }

        @Override
        public Started start(List<ImportRef> imports) throws Exception {
            does("start");
            return new Started() {
                @Override
                public Object implementation(ImportRef importRef) throws Exception {
                    does("implementation");
                    return functions("get");
                }

                @Override
                public void check() throws Exception {
                    does("check");
                }

                @Override
                public void close() throws Exception {
                    does("close");
                }
            };
        }
    }

    private static ImportRef unnamed(String interfaceName) {
        return new ImportRef(
                interfaceName, "instance", new NameAttributes(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private final Part stores = new Part("stores", STORE);
    private final Part messages = new Part("messages", "wasmcloud:messaging/consumer@0.2.0");
    private final Backend both = stores.and(messages);
    private final ImportRef store = unnamed(STORE);
    private final ImportRef consumer = unnamed("wasmcloud:messaging/consumer@0.2.0");

    @Test
    void itIsBoth() {
        assertThat(both.description()).isEqualTo("stores and messages");
        assertThat(both.offers()).hasSize(2);
    }

    @Test
    void onlyWhatServesAnImportIsStarted() throws Exception {
        Backend.Started started = both.start(List.of(store));
        started.implementation(store);
        started.close();
        assertThat(log).containsExactly("stores start", "stores implementation", "stores close");
        log.clear();
        both.start(List.of(consumer)).close();
        assertThat(log).containsExactly("messages start", "messages close");
    }

    @Test
    void eachServesItsOwnAndBothAreAskedAndClosed() throws Exception {
        Backend.Started started = both.start(List.of(consumer, store));
        started.implementation(consumer);
        started.implementation(store);
        started.check();
        started.close();
        assertThat(log)
                .containsExactly(
                        "stores start",
                        "messages start",
                        "messages implementation",
                        "stores implementation",
                        "stores check",
                        "messages check",
                        "messages close",
                        "stores close");
    }

    @Test
    void ofAnInterfaceThatBothServeTheFirstAnswersUnlessTheOthersVersionIsBetter() throws Exception {
        Backend two = new Part("older", "acme:a/b@1.1.0").and(new Part("newer", "acme:a/b@1.2.0"));
        two.start(List.of(unnamed("acme:a/b@1.2.0")));
        two.start(List.of(unnamed("acme:a/b@1.1.0")));
        new Part("one", STORE).and(new Part("two", STORE)).start(List.of(store));
        assertThat(log).containsExactly("newer start", "older start", "one start");
    }

    @Test
    void aFailureOfTheSecondClosesTheFirst() {
        messages.failsTo = "start";
        stores.failsTo = "close";
        assertThatThrownBy(() -> both.start(List.of(store, consumer)))
                .isInstanceOf(IOException.class)
                .hasMessage("messages failed to start")
                .satisfies(failure -> assertThat(failure.getSuppressed()[0]).hasMessage("stores failed to close"));
        assertThat(log).containsExactly("stores start", "messages start", "stores close");
    }

    @Test
    void aFailureToCloseClosesTheOtherAllTheSame() throws Exception {
        messages.failsTo = "close";
        Backend.Started started = both.start(List.of(store, consumer));
        log.clear();
        assertThatThrownBy(started::close).hasMessage("messages failed to close");
        assertThat(log).containsExactly("messages close", "stores close");
    }
}
