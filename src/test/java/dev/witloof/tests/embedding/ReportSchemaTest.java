package dev.witloof.tests.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.ReportedException;
import dev.witloof.error.StartException;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.link.Backend;
import dev.witloof.link.Functions;
import dev.witloof.link.Linker;
import dev.witloof.tests.Checkout;
import dev.witloof.tests.wast.Json;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reports as JSON are as the schema in {@code docs/linking.md} says, and it says nothing that is not there. */
final class ReportSchemaTest {

    private static final Functions ALL = Functions.of(f -> f.function("open", (call, args) -> null)
            .function("[method]bucket.get", (call, args) -> null)
            .function("[method]bucket.set", (call, args) -> null)
            .function("get", (call, args) -> null)
            .function("record", (call, args) -> null));

    private final Component shop = Component.load(Checkout.here().root().resolve("guests/wat-sample/shop.wasm"));

    ReportSchemaTest() throws IOException {}

    @Test
    void whatIsWrittenIsInTheSchemaAndTheSchemaIsWritten() {
        Map<?, ?> schema = Json.object(
                Checkout.here().text("docs/linking.md").split("```json\n")[1].split("```")[0]);
        SchemaCheck check = new SchemaCheck(schema);
        check.check("report", Json.object(unlinkable().report().toJson()));
        check.check("report", Json.object(notStarted().report().toJson()));

        assertThat(check.problems()).isEmpty();
        assertThat(check.neverSeen()).isEmpty();
    }

    private ReportedException unlinkable() {
        Linker linker = Linker.builder()
                .bind("sesions")
                .to(ALL)
                .bind("cache")
                .withExternalId("eu")
                .to(ALL)
                .build();
        return catchThrowableOfType(UnlinkableException.class, () -> linker.plan(shop));
    }

    private ReportedException notStarted() {
        Backend closed = imports -> {
            throw new IOException("closed");
        };
        Linker linker = Linker.builder()
                .bind("sessions", "cache", "audit")
                .to(ALL)
                .bindInterface("wasi:config/store@0.2.0-rc.1")
                .to(closed)
                .build();
        return catchThrowableOfType(
                StartException.class, () -> linker.plan(shop).start());
    }
}
