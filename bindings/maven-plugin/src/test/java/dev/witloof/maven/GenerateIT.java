package dev.witloof.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.maven.Sample.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class GenerateIT {

    private static final String SOURCES = "target/generated-sources/witloof";

    @BeforeAll
    static void modules() throws IOException {
        Reactor.layOut();
    }

    @ParameterizedTest
    @EnumSource
    void theSourceIsGeneratedAndCompiled(Maven maven) throws IOException {
        Sample shop = Sample.of("shop", maven);

        Run run = shop.run("compile");

        assertThat(run.lines("[ERROR] ")).isEmpty();
        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.lines("[INFO] "))
                .contains("4 files from " + shop.path("src/main/wit") + ": 4 written, 0 removed");
    }

    @Test
    void aSecondBuildWithoutNetworkRewritesNothing() throws IOException {
        Sample shop = Sample.of("shop", Maven.CURRENT);
        Run first = shop.run("compile");
        assertThat(first.exit()).as(first.output()).isZero();
        Map<String, FileTime> sources = shop.written(SOURCES);
        Map<String, FileTime> classes = shop.written("target/classes");

        Run second = shop.runOffline("compile");

        assertThat(second.exit()).as(second.output()).isZero();
        assertThat(second.lines("[INFO] "))
                .contains("4 files from " + shop.path("src/main/wit") + ": 0 written, 0 removed");
        assertThat(shop.written(SOURCES)).isEqualTo(sources).isNotEmpty();
        assertThat(shop.written("target/classes")).isEqualTo(classes).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void wrongWitIsReportedWithItsPlaces(Maven maven) throws IOException {
        Sample shop = Sample.of("shop", maven);
        String wit = Files.readString(shop.path("src/main/wit/shop.wit"));
        shop.write("src/main/wit/shop.wit", wit.replace("count: u32", "count u32"));

        Run run = shop.run("compile");

        assertThat(run.exit()).isOne();
        assertThat(run.lines("[ERROR] "))
                .startsWith(
                        "Failed to execute goal dev.witloof:witloof-maven-plugin:" + Reactor.version()
                                + ":generate (default) on project shop: " + shop.path("src/main/wit")
                                + ": expected no errors, found 1:",
                        shop.path("src/main/wit/shop.wit") + ":7:11: expected ':', found keyword `u32`",
                        "    count u32,",
                        "          ^^^",
                        "-> [Help 1]");
    }
}
