package dev.witloof.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.maven.Sample.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sample's hand-written classes compile only if each setting did what it is for. */
@Tag("long")
final class SettingsIT {

    private static final Path COMPONENT = Reactor.root().resolve("guests/c-sessions/sessions.wasm");

    @BeforeAll
    static void modules() throws IOException {
        Reactor.layOut();
    }

    @Test
    void eachSettingReachesTheSource() throws IOException {
        Sample settings = Sample.of("settings", Maven.CURRENT);

        Run run = settings.run("compile", "-Dcomponent=" + COMPONENT);

        assertThat(run.lines("[ERROR] ")).isEmpty();
        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(settings.written("target/generated-sources/witloof").keySet())
                .containsExactly("com/acme/shop/Carts.java", "com/acme/shop/ShopImports.java");
        assertThat(settings.written("target/generated-sources/store").keySet())
                .containsExactly("wasi/keyvalue/v0_2_0_draft/Store.java");
    }

    @Test
    void twoExecutionsMayNotShareAFolder() throws IOException {
        Sample settings = Sample.of("settings", Maven.CURRENT);
        String pom = Files.readString(settings.path("pom.xml"));
        settings.write("pom.xml", pom.replace("generated-sources/store", "generated-sources/witloof"));

        Run run = settings.run("generate-sources", "-Dcomponent=" + COMPONENT);

        assertThat(run.exit()).isOne();
        assertThat(run.lines("[ERROR] ").get(0))
                .isEqualTo("Failed to execute goal dev.witloof:witloof-maven-plugin:" + Reactor.version()
                        + ":generate (from-a-component) on project settings: "
                        + settings.path("target/generated-sources/witloof")
                        + ": expected a folder for the execution \"from-a-component\" alone, found files of the execution"
                        + " \"from-wit\"; give one of them another outputDirectory -> [Help 1]");
    }
}
