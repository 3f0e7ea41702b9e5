package dev.witloof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about the command line and the README show is what happens. */
class DocumentationIT {

    private static final Path PAGE = Path.of("../docs/command-line.md");
    private static final Pattern BLOCK = Pattern.compile("```(console|yaml)\n(.*?)```\n", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void theTourIsAsShown() throws IOException, InterruptedException {
        Outcome.guest("c-sessions/sessions.wasm", folder);
        String page = Files.readString(PAGE);
        List<MatchResult> blocks = BLOCK.matcher(page).results().toList();
        assertThat(blocks).hasSizeGreaterThan(4);
        for (MatchResult block : blocks) {
            if (block.group(1).equals("yaml")) {
                Files.writeString(folder.resolve("bindings.yaml"), block.group(2));
            } else {
                assertThat(printed(block.group(2), folder)).isEqualTo(block.group(2));
            }
        }
    }

    @Test
    void theReadmesProgramsPrintWhatItShows() throws IOException, InterruptedException {
        Path root = Path.of("..").toRealPath();
        List<MatchResult> blocks = BLOCK.matcher(Files.readString(root.resolve("README.md")))
                .results()
                .toList();
        assertThat(blocks).hasSize(1);
        String block = blocks.get(0).group(2);
        assertThat(printed(block, root)).isEqualTo(block);
    }

    /** Runs the commands of a block in one shell, and gives the block with what they print. */
    private static String printed(String block, Path where) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("cd " + where + "; exec 2>&1\n");
        block.lines()
                .filter(line -> line.startsWith("$ "))
                .forEach(line -> script.append("status=$?; cat <<'LINE'\n")
                        .append(line)
                        .append("\nLINE\n(exit $status); ")
                        .append(line.substring(2))
                        .append('\n'));
        Map<String, String> environment = new HashMap<>(Program.environment());
        environment.put("PATH", Program.file("") + ":" + System.getenv("PATH"));
        return Program.run(List.of("bash", "-c", script.toString()), environment)
                .out();
    }

    @Test
    void everyCommandIsThere() throws IOException {
        String page = Files.readString(PAGE);
        String help = Outcome.of("--help").out();
        assertThat(Pattern.compile("(?m)^  ([a-z]+) +[A-Z]").matcher(help).results())
                .hasSize(7)
                .allSatisfy(command -> assertThat(page).contains("| `" + command.group(1)));
    }

    @Test
    void everyCommandHasExamples() {
        for (String command : List.of("inspect", "plan", "scaffold", "run", "serve", "wit", "completion")) {
            assertThat(Outcome.of(command, "--help").out()).contains("\nExamples:\n", "\nExit status: 0 ");
        }
        for (String command : List.of("print", "encode", "generate")) {
            assertThat(Outcome.of("wit", command, "--help").out()).contains("\nExamples:\n", "\nExit status: 0 ");
        }
    }
}
