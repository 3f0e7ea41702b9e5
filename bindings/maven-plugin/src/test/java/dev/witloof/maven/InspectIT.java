package dev.witloof.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.maven.Sample.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
final class InspectIT {

    @BeforeAll
    static void modules() throws IOException {
        Reactor.layOut();
    }

    @Test
    void theWorldsOfAProject() throws IOException {
        Sample shop = Sample.of("shop", Maven.CURRENT);

        Run run = shop.run("witloof:inspect");

        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.lines("[INFO] "))
                .containsSequence(
                        "world acme:shop/shop@1.2.0",
                        "  import \"acme:shop/carts@1.2.0\"",
                        "  import \"log\", implements acme:shop/audit@1.2.0",
                        "  export \"checkout\", func");
    }

    @Test
    void aComponentWithoutAProject() throws Exception {
        Sample empty = Sample.empty(Maven.CURRENT);
        Path component = Reactor.root().resolve("guests/c-sessions/sessions.wasm");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(component));

        Run run = empty.run(
                "dev.witloof:witloof-maven-plugin:" + Reactor.version() + ":inspect",
                "-Dwitloof.component=" + component);

        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.lines("[INFO] "))
                .containsSequence(
                        "component sessions.wasm, sha256 " + HexFormat.of().formatHex(digest),
                        "  import \"sessions\", implements wasi:keyvalue/store@0.2.0-draft",
                        "  import \"cache\", implements wasi:keyvalue/store@0.2.0-draft",
                        "  export \"demo:named/session-service@0.1.0\"");
    }
}
