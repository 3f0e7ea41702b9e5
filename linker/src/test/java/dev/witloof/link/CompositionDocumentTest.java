package dev.witloof.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program of {@code docs/composition.md}, and what it prints. */
class CompositionDocumentTest {

    @Test
    void theDocumentShowsWhatRuns() throws IOException {
        Component shop = Guests.composed("shop");
        Component kv = Guests.composed("kv");
        List<String> log = new ArrayList<>();
        // docs
        Linker linker = Linker.builder()
                .bind("log")
                .toFunction((call, args) -> {
                    log.add(call.member().orElseThrow() + " " + args[0]);
                    return null;
                })
                .build();

        Composition composition = Composition.builder()
                .add("shop", shop)
                .add("kv", kv)
                .wire("kv", "hot", "shop", "cache")
                .build();

        LinkPlan plan = composition.link(linker);
        try (ComponentInstance app = plan.instantiate()) {
            app.function("visit", long.class, String.class, long.class).call("home", 2L);
        }
        // docs
        String program = Files.readString(Path.of("src/test/java/dev/witloof/link/CompositionDocumentTest.java"))
                .split(" {8}// docs\n")[1];
        String document = Files.readString(Path.of("../docs/composition.md"));
        assertThat(log).containsExactly("shop -1", "kv 2");
        assertThat(document)
                .contains("```java\n" + program.stripTrailing().stripIndent() + "\n```")
                .contains("```\n" + plan.toString().replaceAll("CompositionDocumentTest.java:\\d+", "ShopApp.java:31")
                        + "\n```");
    }
}
