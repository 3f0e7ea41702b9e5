package dev.witloof.tests.guests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.ComponentFunction;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Functions;
import dev.witloof.link.Linker;
import dev.witloof.name.ExportRef;
import dev.witloof.value.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Copies from one store to another, both of one interface: the names alone tell them apart. */
final class MirrorTest {

    private final Transcript transcript = new Transcript(Shown::withText, " | ");
    private final Map<String, byte[]> from = new LinkedHashMap<>();
    private final Map<String, byte[]> to = new LinkedHashMap<>();
    private String down = "";

    @Test
    void runsAsUnderAnotherHost() {
        Linker linker = Linker.builder()
                .bind("from")
                .to(store("from", from))
                .bind("to")
                .to(store("to", to))
                .build();
        from.put("k", new byte[] {1, 2, 3});
        from.put("big", new byte[300_000]);

        try (ComponentInstance app =
                linker.plan(Guests.component("wat-mirror/mirror.wasm")).instantiate()) {
            transcript.line(app.component().exports().stream()
                    .map(ExportRef::name)
                    .sorted()
                    .collect(Collectors.joining("', '", "[ '", "' ]")));
            ComponentFunction mirroring = app.instance("mirroring").function("mirror");
            transcript.step("mirror k", () -> mirroring.call("k"));
            transcript.step(
                    "again big", () -> app.instance("again").function("mirror").call("big"));
            transcript.step("none", () -> mirroring.call("none"));
            down = "to";
            transcript.step("to down", () -> mirroring.call("k"));
            down = "from";
            transcript.step("from down", () -> mirroring.call("k"));
            transcript.line(to.entrySet().stream()
                    .map(entry -> "[ '" + entry.getKey() + "', " + entry.getValue().length + " ]")
                    .collect(Collectors.joining(", ", "[ ", " ]")));
        }

        assertThat(transcript).hasToString(Guests.expected("mirror.txt"));
        assertThat(to.get("k")).containsExactly(1, 2, 3);
    }

    private Functions store(String label, Map<String, byte[]> entries) {
        return Functions.of(f -> f.resource("bucket", dropped -> transcript.asked(label + ".drop"))
                .function("open", (call, args) -> {
                    transcript.asked(label + ".open(" + args[0] + ")");
                    return down.equals(label) ? Result.err(label + " is down") : Result.ok(entries);
                })
                .function("[method]bucket.get", (call, args) -> {
                    transcript.asked(label + ".get(" + args[1] + ")");
                    return Optional.ofNullable(((Map<?, ?>) args[0]).get(args[1]));
                })
                .function("[method]bucket.set", (call, args) -> {
                    transcript.asked(label + ".set(" + args[1] + "," + ((byte[]) args[2]).length + ")");
                    entries.put((String) args[1], (byte[]) args[2]);
                    return null;
                }));
    }
}
