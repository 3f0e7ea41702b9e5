package dev.witloof.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.maven.Sample.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example that is a build of its own, as somebody runs it who has only these three files and a component. */
final class ThreeFilesIT {

    private static final Path EXAMPLE = Reactor.root().resolve("examples/three-files");

    @BeforeAll
    static void modules() throws IOException {
        Reactor.layOut();
    }

    @ParameterizedTest
    @EnumSource
    void bindsTwoClassesAndRuns(Maven maven) throws IOException {
        Sample example = Sample.copyOf(EXAMPLE, maven);

        Run run = example.run(
                "compile", "exec:java", "-Dcomponent=" + Reactor.root().resolve("guests/c-sessions/sessions.wasm"));

        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.output()).doesNotContain("SLF4J");
        // Maven 4 writes down where a line came from.
        assertThat(run.output().replace("[INFO] [stdout] ", "")).contains("""
                  sessions: set ada
                  cache: set ada
                logged in: ada
                  sessions: set bob
                  cache: set bob
                logged in: bob
                  cache: get ada
                  sessions: get ada
                  cache: set ada
                lookup ada: Ada Lovelace, from STORE
                  cache: get ada
                lookup ada: Ada Lovelace, from CACHE
                  cache: get eve
                  sessions: get eve
                lookup eve: nobody
                  sessions: list-keys
                users: [ada, bob]
                """);
    }

    @Test
    void itNamesTheVersionsOfThisBuild() throws IOException {
        String pom = Files.readString(EXAMPLE.resolve("pom.xml"));
        String parent = Files.readString(Reactor.root().resolve("pom.xml"));

        assertThat(pom).contains("<witloof.version>" + Reactor.version() + "</witloof.version>");
        assertThat(pom).contains("<version>" + parent.split("</?slf4j.version>", 3)[1] + "</version>");
        for (String plugin : List.of("maven-resources-plugin", "maven-compiler-plugin", "exec-maven-plugin")) {
            assertThat(versionOf(plugin, pom)).isEqualTo(versionOf(plugin, parent));
        }
    }

    private static String versionOf(String plugin, String pom) {
        return pom.substring(pom.indexOf("<artifactId>" + plugin)).split("</?version>", 3)[1];
    }

    @Test
    void itIsThreeFiles() throws IOException {
        try (Stream<Path> all = Files.walk(EXAMPLE)) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(file -> EXAMPLE.relativize(file).toString().replace('\\', '/'))
                            .filter(file -> !file.startsWith("target/")))
                    .containsExactlyInAnyOrder(
                            "pom.xml", "src/main/java/sessions/Sessions.java", "src/main/wit/sessions.wit");
        }
    }
}
