package dev.witloof.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all goals say that read WIT or a component; this one writes nothing. */
final class CheckMojoTest {

    @TempDir
    private Path folder;

    private Path wit;
    private Path out;

    @BeforeEach
    void aPackageOfOneInterface() throws IOException {
        wit = Files.createDirectories(folder.resolve("wit"));
        out = folder.resolve("out");
        Files.writeString(wit.resolve("shop.wit"), "package a:b;\ninterface i { f: func(); }\nworld w { import i; }\n");
    }

    private CheckMojo check(Map<String, ?> settings) throws ReflectiveOperationException {
        Map<String, Object> all = new HashMap<>(Map.of("wit", wit.toFile(), "outputDirectory", out.toFile()));
        all.putAll(settings);
        return Configured.with(new CheckMojo(), all);
    }

    private void refused(Map<String, ?> settings, Class<? extends Exception> type, String message)
            throws ReflectiveOperationException {
        CheckMojo check = check(settings);
        assertThatThrownBy(check::execute).isExactlyInstanceOf(type).hasMessage(message);
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        refused(
                Map.of(),
                MojoFailureException.class,
                out + ": expected what is generated from " + wit
                        + ", found differences; the goal witloof:generate writes it anew:\n"
                        + "a/b/I.java: is missing\n"
                        + "a/b/WImports.java: is missing");
    }

    @Test
    void aFolderThatIsNotThere() throws Exception {
        Path none = folder.resolve("none");

        refused(
                Map.of("wit", none.toFile()),
                MojoExecutionException.class,
                none + ": expected a folder of WIT or a WIT file, found nothing");
        refused(
                Map.of("component", none.toFile()),
                MojoExecutionException.class,
                none + ": expected the file of a component, found nothing");
    }

    @Test
    void aFileThatIsNoComponent() throws Exception {
        Path file = wit.resolve("shop.wit");

        refused(
                Map.of("component", file.toFile()),
                MojoFailureException.class,
                file
                        + ": offset 0x0: expected a component, which begins with the bytes 00 61 73 6d, found 70 61 63 6b");
    }

    @Test
    void aWorldThatIsNotThere() throws Exception {
        refused(
                Map.of("world", "shop"),
                MojoFailureException.class,
                wit + ": expected no errors, found 1:\nworld \"shop\": expected one of [a:b/w], found none");
    }

    @Test
    void aComponentsWorldNeedsAFullName() throws Exception {
        Path component = Path.of("../../guests/c-sessions/sessions.wasm");

        refused(
                Map.of("component", component.toFile(), "world", "shop"),
                MojoFailureException.class,
                component
                        + ": expected no errors, found 1:\nworld \"shop\": expected a full name such as acme:shop/shop@1.2.0,"
                        + " because a component does not know its world's, found none");
    }

    @Test
    void aSettingThatMeansNothing() throws Exception {
        refused(
                Map.of("optionStyle", "maybe"),
                MojoExecutionException.class,
                "optionStyle: expected optional or nullable, found \"maybe\"");
        refused(
                Map.of("provided", List.of("A B")),
                MojoExecutionException.class,
                "provided \"A B\": expected a name such as acme:shop or acme:shop/cart@1.2.0");
    }

    @Test
    void nothingIsDoneWhenSkipped() throws Exception {
        check(Map.of("skip", true, "wit", folder.resolve("none").toFile())).execute();

        assertThat(out).doesNotExist();
    }
}
