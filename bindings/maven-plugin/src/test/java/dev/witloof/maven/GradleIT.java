package dev.witloof.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.witloof.maven.Sample.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The generator in a build that is not Maven's: the documented Gradle file, and the command line that its task runs. */
@Tag("long")
final class GradleIT {

    private static final String PAGE = "docs/gradle.md";
    private static final String GENERATED = "build/generated/sources/witloof";

    @BeforeAll
    static void modules() throws IOException {
        Reactor.layOut();
    }

    @Test
    void theDocumentedBuildCompiles() throws IOException {
        Optional<Path> gradle = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "gradle"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(gradle.isPresent(), "gradle is not installed; on Debian 12: apt install gradle");
        assumeTrue(Runtime.version().feature() == 17, "Debian 12's Gradle, 4.4.1, compiles on JDK 17 only");
        Sample sample = Sample.of("gradle", Maven.CURRENT);
        String build = Files.readString(sample.path("build.gradle"));
        // Gradle 4.4.1 has the older name of this property.
        sample.write("build.gradle", build.replace("mainClass =", "main ="));
        sample.write("init.gradle", Reactor.gradleRepositories());
        List<String> command = List.of(
                gradle.get().toString(),
                "--offline",
                "--no-daemon",
                "--console=plain",
                "-I",
                "init.gradle",
                "-g",
                "home");

        Run first = sample.execute(with(command, "compileJava"));
        Run second = sample.execute(with(command, "compileJava"));

        assertThat(first.exit()).as(first.output()).isZero();
        assertThat(first.output()).contains("4 files, 4 of them written");
        assertThat(sample.path("build/classes/java/main/app/Prices.class")).exists();
        assertThat(second.exit()).as(second.output()).isZero();
        assertThat(second.output()).contains("2 up-to-date");
    }

    @Test
    void theTasksCommandLineWritesTheSource() throws IOException {
        Sample sample = Sample.of("gradle", Maven.CURRENT);
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.witloof.bindings.Main");

        Run wit = sample.execute(with(java, "--out", GENERATED, "src/main/wit"));
        Run component = sample.execute(with(
                java,
                "--out",
                "build/from-component",
                Reactor.root().resolve("guests/c-sessions/sessions.wasm").toString()));
        Run help = sample.execute(with(java, "--help"));

        assertThat(wit.exit()).as(wit.output()).isZero();
        assertThat(wit.output()).endsWith("4 files, 4 of them written\n");
        assertThat(sample.path(GENERATED + "/acme/shop/v1_2_0/Carts.java")).exists();
        assertThat(component.exit()).as(component.output()).isZero();
        assertThat(sample.path("build/from-component/wasi/keyvalue/v0_2_0_draft/Store.java"))
                .exists();
        assertThat(help.exit()).isZero();
        assertThat(page()).contains("```\n" + help.output() + "```");
    }

    @Test
    void thePageShowsTheSample() throws IOException {
        String build = Files.readString(Path.of("src/it/gradle/build.gradle"));

        assertThat(page()).contains("```groovy\n" + build + "```");
        assertThat(build).contains("witloof-bindings:" + Reactor.version() + "'");
    }

    private static String page() throws IOException {
        return Files.readString(Reactor.root().resolve(PAGE));
    }

    private static List<String> with(List<String> command, String... arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        return all;
    }
}
