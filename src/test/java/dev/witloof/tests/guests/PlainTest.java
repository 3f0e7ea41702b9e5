package dev.witloof.tests.guests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.ComponentFunction;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Functions;
import dev.witloof.link.Linker;
import dev.witloof.value.RecordValue;
import dev.witloof.value.Result;
import dev.witloof.value.VariantValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same interface under two names on both sides: each export reaches the import that belongs to it. */
final class PlainTest {

    private final Transcript transcript = new Transcript(Shown::withBytes, " | ");

    @Test
    void runsAsUnderAnotherHost() {
        Map<String, RecordValue> sessions = new HashMap<>();
        Map<String, RecordValue> cache = new HashMap<>();
        Linker linker = Linker.builder()
                .bind("sessions")
                .to(store("sessions", sessions))
                .bind("cache")
                .to(store("cache", cache))
                .build();

        try (ComponentInstance app =
                linker.plan(Guests.component("c-plain/plain.wasm")).instantiate()) {
            ComponentFunction get = app.instance("left").function("get");
            RecordValue entry = RecordValue.of("key", "a", "value", new byte[3], "ttl", Optional.of(5L));
            transcript.step(
                    "left.put", () -> app.instance("left").function("put").call(entry));
            transcript.step(
                    "right.get", () -> app.instance("right").function("get").call("a"));
            transcript.step("left.get", () -> get.call("a"));
            transcript.step("left.get bad", () -> get.call("bad"));

            assertThat(transcript).hasToString(Guests.expected("plain.txt"));

            app.instance("right").function("put").call(entry);
        }
        assertThat(sessions).isEqualTo(Map.of("a", entryWithTtl(5)));
        assertThat(cache).as("right adds one to the time").isEqualTo(Map.of("a", entryWithTtl(6)));
    }

    private static RecordValue entryWithTtl(long ttl) {
        return RecordValue.of("key", "a", "value", new byte[3], "ttl", Optional.of(ttl));
    }

    private Functions store(String label, Map<String, RecordValue> entries) {
        return Functions.of(f -> f.function("get", (call, args) -> {
                    transcript.asked(label + ".get(" + args[0] + ")");
                    return "bad".equals(args[0])
                            ? Result.err(VariantValue.of("other", "nope"))
                            : Result.ok(Optional.ofNullable(entries.get(args[0])));
                })
                .function("put", (call, args) -> {
                    RecordValue entry = (RecordValue) args[0];
                    transcript.asked(label + ".put(" + entry.get("key") + "," + ((byte[]) entry.get("value")).length
                            + "B,ttl=" + Shown.withBytes(entry.get("ttl")) + ")");
                    entries.put((String) entry.get("key"), entry);
                    return Result.ok(null);
                }));
    }
}
