package dev.witloof.tests.guests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.ComponentFunction;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Functions;
import dev.witloof.link.Linker;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One inner component, instantiated twice, each instance wired to another name: they share neither state nor backend. */
final class NestedTest {

    @Test
    void runsAsUnderAnotherHost() {
        Map<String, Long> eu = new HashMap<>();
        Map<String, Long> us = new HashMap<>();
        Linker linker = Linker.builder()
                .bind("eu")
                .to(counter(eu))
                .bind("us")
                .to(counter(us))
                .build();

        String printed;
        try (ComponentInstance app =
                linker.plan(Guests.component("wat-nested/nested.wasm")).instantiate()) {
            ComponentFunction inEurope = app.instance("pages-eu").function("visit");
            ComponentFunction inAmerica = app.instance("pages-us").function("visit");
            printed = "[ 'pagesEu', 'pagesUs' ] %dn %dn %dn %dn%n"
                    .formatted(inEurope.call("/a"), inEurope.call("/a"), inAmerica.call("/a"), inEurope.call("/b"));
        }

        assertThat(printed).isEqualTo(Guests.expected("nested.txt"));
        assertThat(eu).isEqualTo(Map.of("/a", 2L, "/b", 1L));
        assertThat(us).isEqualTo(Map.of("/a", 1L));
    }

    private static Functions counter(Map<String, Long> counts) {
        return Functions.of(f ->
                f.function("add", (call, args) -> counts.merge((String) args[0], (Long) args[1], Long::sum)));
    }
}
