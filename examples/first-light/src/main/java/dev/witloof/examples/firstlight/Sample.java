package dev.witloof.examples.firstlight;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The sample of the README, word for word. */
final class Sample {

    private Sample() {}

    static @Nullable Object lookup(Path file, byte[] profile) throws IOException {
        // README
        Component component = Component.load(file);
        Linker linker = Linker.builder()
                .bind("sessions")
                .to(KeyValue.inMemory())
                .bind("cache")
                .to(KeyValue.bounded().maximumEntries(10_000).build())
                .build();

        LinkPlan plan = linker.plan(component); // every import is checked here, and nothing opened yet
        try (ComponentInstance app = plan.instantiate()) {
            var service = app.instance("demo:named/session-service@0.1.0");
            service.function("login").call("ada", profile);
            return service.function("lookup").call("ada"); // ok(some({value: …, origin: cache}))
        }
        // README
    }
}
