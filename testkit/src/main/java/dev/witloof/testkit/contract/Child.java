package dev.witloof.testkit.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/** A virtual machine of its own, with the class path of this one, that runs {@link ChildMain}. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static Child start(Elsewhere elsewhere, ChildMain.Task task, String argument) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                ChildMain.class.getName(),
                elsewhere.opening().getName(),
                task.name(),
                argument));
        command.addAll(elsewhere.settings());
        return new Child(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Lets all of them begin together, when each has opened its store, and gives what each came to. */
    static List<String> run(List<Child> children) throws IOException, InterruptedException {
        for (Child child : children) {
            child.results(ChildMain.READY);
        }
        for (Child child : children) {
            // Its input stays open: the end of it is the end of this process, for which the child does not stay behind.
            OutputStream input = child.process.getOutputStream();
            input.write('\n');
            input.flush();
        }
        List<String> results = new ArrayList<>();
        for (Child child : children) {
            results.addAll(child.results(ChildMain.DONE));
        }
        return results;
    }

    /** Reads to this line. */
    private List<String> results(String last) throws IOException, InterruptedException {
        List<String> results = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(last)) {
                return results;
            }
            if (line.startsWith(ChildMain.RESULT)) {
                results.add(line.substring(ChildMain.RESULT.length()));
            }
            all.append(line).append('\n');
        }
        return Assertions.fail("a process of its own ended with status " + process.waitFor() + ":\n" + all);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
