package dev.witloof.tests.wast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WastTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void scripts() throws IOException {
        Required.library();
        Files.createDirectories(folder.resolve("tests/a"));
        Files.writeString(folder.resolve("tests/a/good.wast"), "(component)\n(component)\n");
        Files.writeString(
                folder.resolve("tests/a/bad.wast"), "(assert_invalid (component) \"x\")\n(component quote \"(y)\")\n");
        Files.writeString(
                folder.resolve(CommandTable.FILE),
                "file,line,kind,tier\na/good.wast,1,module,0.2\na/good.wast,2,module,0.3\na/bad.wast,1,assert_invalid,out\n"
                        + "a/bad.wast,2,module,gated\n");
    }

    private int run(Object... args) {
        out.reset();
        return Wast.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                Arrays.stream(args).map(Object::toString).toArray(String[]::new));
    }

    private Stream<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().map(line -> line.replace(folder.toString(), "…"));
    }

    @Test
    void aFolderRunsInOrderAndFailuresFollowTheirFile() {
        assertThat(run(folder.resolve("tests"))).isEqualTo(1);

        assertThat(lines())
                .containsExactly(
                        "…/tests/a/bad.wast: 0 passed, 1 failed",
                        "…/tests/a/bad.wast:2: module: expected an instance, found a text that cannot be a binary: "
                                + "expected valid component field",
                        "…/tests/a/good.wast: 2 passed, 0 failed",
                        "2 passed, 1 failed");
    }

    @Test
    void aFileIsRunOnceAndItsProfileCounts() {
        Path good = folder.resolve("tests/a/good.wast");

        assertThat(run("--profile", "sync", good, folder.resolve("tests/a/../a/good.wast")))
                .isZero();
        assertThat(lines()).containsExactly("…/tests/a/good.wast: 1 passed, 0 failed", "1 passed, 0 failed");

        assertThat(run("--profile", "0.3", good)).isZero();
        assertThat(lines()).containsExactly("…/tests/a/good.wast: 2 passed, 0 failed", "2 passed, 0 failed");
    }

    @Test
    void outcomesAreWrittenAsJson() throws IOException {
        Path json = folder.resolve("out.json");

        assertThat(run("--json", json, folder.resolve("tests"))).isEqualTo(1);

        String bad = folder.resolve("tests/a/bad.wast").toString();
        String good = folder.resolve("tests/a/good.wast").toString();
        assertThat(json)
                .content()
                .isEqualTo("[{\"file\":\"" + bad
                        + "\",\"line\":2,\"kind\":\"module\",\"status\":\"failed\",\"expected\":\"an instance\","
                        + "\"found\":\"a text that cannot be a binary: expected valid component field\"},"
                        + "{\"file\":\"" + good
                        + "\",\"line\":1,\"kind\":\"module\",\"status\":\"passed\",\"expected\":\"an instance\","
                        + "\"found\":\"an instance\"},"
                        + "{\"file\":\"" + good
                        + "\",\"line\":2,\"kind\":\"module\",\"status\":\"passed\",\"expected\":\"an instance\","
                        + "\"found\":\"an instance\"}]");
    }

    @Test
    void wrongArgumentsAreSaid() {
        assertThat(run()).isEqualTo(1);
        assertThat(lines())
                .containsExactly("wast: expected a file or folder, found none; usage: wast "
                        + "[--profile 0.2|sync|0.3|gated] [--json FILE] PATH…");
        assertThat(run("--profile", "0.4", folder)).isEqualTo(1);
        assertThat(lines()).containsExactly("wast: --profile: expected one of [0.2, sync, 0.3, gated], found 0.4");
        assertThat(run(folder.resolve("none.wast"))).isEqualTo(1);
        assertThat(lines()).containsExactly("wast: …/none.wast: no such file or folder");
        assertThat(run("--fast", folder)).isEqualTo(1);
        assertThat(lines())
                .containsExactly(
                        "wast: no option --fast; usage: wast [--profile 0.2|sync|0.3|gated] [--json FILE] PATH…");
        assertThat(run("--json")).isEqualTo(1);
        assertThat(lines())
                .containsExactly("wast: --json: expected a value, found none; usage: wast "
                        + "[--profile 0.2|sync|0.3|gated] [--json FILE] PATH…");
    }
}
