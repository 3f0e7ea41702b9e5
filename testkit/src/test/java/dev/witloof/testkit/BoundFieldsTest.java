package dev.witloof.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Backend;
import dev.witloof.link.LinkPlan;
import dev.witloof.testkit.wasi.TestWasi;
import org.junit.jupiter.api.Test;

/** Fields marked {@link Bind}. */
final class BoundFieldsTest {

    @WitloofTest("guests/rust-sessions/sessions.wasm32-wasip2.wasm")
    static class BoundByAField {
        @Bind
        Backend wasi = TestWasi.create();

        @Import("wasi:cli/environment@0.2.9")
        Mock environment;

        @Import("sessions")
        Backend sessions = KeyValue.inMemory();

        @Test
        void bindsWhatItServes(LinkPlan plan) {
            assertThat(plan.bindings()).extracting(each -> each.boundTo()).contains("WASI for tests");
            assertThat(plan.bindings().stream().filter(each -> !each.boundTo().equals("WASI for tests")))
                    .extracting(each -> each.importRef().name() + ": " + each.boundTo())
                    .containsExactly(
                            "wasi:cli/environment@0.2.9: mock", "sessions: in-memory key-value", "cache: mock");
        }
    }

    @Test
    void aBackendInAFieldServesWhatItCan() {
        ExtensionTest.succeeds(BoundByAField.class, 1);
    }

    @WitloofTest("guests/c-sessions/sessions.wasm")
    static class BoundToNothing {
        @Bind
        Object wasi = "WASI";

        @Test
        void plans(LinkPlan plan) {
            assertThat(plan).isNull();
        }
    }

    @Test
    void aFieldThatBindsHasABackend() {
        assertThat(ExtensionTest.failure(BoundToNothing.class))
                .hasRootCauseMessage("BoundToNothing.wasi: expected a Backend, found WASI");
    }
}
