package dev.witloof.examples.witimports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.wit.parser.WitParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WitImportsTest {

    @Test
    void printsTheWorldsOfTheSessionService() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WitImports.print(
                WitParser.create().parse(WitImports.guest()), new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("""
                world demo:named/cached-sessions@0.1.0
                  import      sessions
                  implements  wasi:keyvalue/store@0.2.0-draft
                  external-id -
                  import      cache
                  implements  wasi:keyvalue/store@0.2.0-draft
                  external-id -
                world demo:named/named-both@0.1.0
                  import      wasi:keyvalue/store@0.2.0-draft   (unnamed)
                  implements  -
                  external-id -
                  import      sessions
                  implements  wasi:keyvalue/store@0.2.0-draft
                  external-id -
                """);
    }

    @Test
    void printsAnExternalId() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WitImports.print(
                WitParser.create().parse(Path.of("../../guests/c-outs/outs.wasm")),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(7).limit(3))
                .containsExactly(
                        "  import      audit", "  implements  wasi:cli/stdout@0.2.12", "  external-id file:audit.log");
    }
}
