package dev.witloof.tests.wast;

import dev.witloof.link.Linker;
import dev.witloof.tests.wast.ScriptRun.Verdict;
import dev.witloof.tests.wast.Selection.Row;
import dev.witloof.tests.wast.Selection.Treatment;
import dev.witloof.type.Features;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Supplier;

/**
 * Runs scripts of reference tests. Each starts from nothing; its instances are closed at its end.
 *
 * <pre>{@code
 * WastRunner runner = new WastRunner(() -> Linker.builder().bind("host").optional().toFunctions(…), Features.DEFAULT);
 * List<Outcome> outcomes = runner.run("strings.wast", Files.readAllBytes(file), Selection.ALL);
 * }</pre>
 */
public final class WastRunner {

    /** How long a command may take. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Supplier<Linker.Builder> linkers;
    private final Features features;
    private final Duration limit;

    /** Runs scripts that import nothing from the host. */
    public WastRunner(Features features) {
        this(Linker::builder, features);
    }

    /**
     * Runs scripts whose components are linked by these bindings.
     *
     * @param linkers a builder with the bindings, a new one for each component; a binding that not every component uses
     *     must be {@linkplain dev.witloof.link.BindingBuilder#optional optional}
     * @param features what the components may use
     */
    public WastRunner(Supplier<Linker.Builder> linkers, Features features) {
        this(linkers, features, LIMIT);
    }

    /** Runs scripts none of whose commands may take longer than the limit. */
    WastRunner(Supplier<Linker.Builder> linkers, Features features, Duration limit) {
        this.limit = limit;
        this.linkers = linkers;
        this.features = features;
    }

    /**
     * What became of each command that counts, in their order. A command that the selection asks for and the script does
     * not have has failed, and so has a text that is no script.
     *
     * @param file what the outcomes call the script
     * @param script its text, UTF-8
     * @param selection what is run and what counts
     */
    public List<Outcome> run(String file, byte[] script, Selection selection) {
        List<Outcome> outcomes = new ArrayList<>();
        SortedSet<Row> missing = selection.required();
        try (Watch watch = new Watch(limit);
                ScriptRun run = new ScriptRun(linkers, features)) {
            for (Command command : ScriptLibrary.read(script)) {
                Treatment treatment = selection.of(command);
                if (treatment == Treatment.LEFT_OUT) {
                    run.leaveOut(command);
                    continue;
                }
                Verdict verdict = watch.during(() -> run.run(command));
                if (treatment == Treatment.COUNTED) {
                    missing.remove(new Row(command.line(), command.kind()));
                    outcomes.add(new Outcome(
                            file,
                            command.line(),
                            command.kind(),
                            verdict.passed(),
                            verdict.expected(),
                            verdict.found()));
                }
            }
            missing.forEach(row -> outcomes.add(notRun(file, row, "none there")));
        } catch (UnreadableScriptException unreadable) {
            String found = "line " + unreadable.line() + ": " + unreadable.getMessage();
            missing.forEach(row -> outcomes.add(notRun(file, row, found)));
            if (outcomes.isEmpty()) {
                outcomes.add(notRun(file, new Row(unreadable.line(), "script"), unreadable.getMessage()));
            }
        }
        return outcomes;
    }

    private static Outcome notRun(String file, Row row, String found) {
        return new Outcome(file, row.line(), row.kind(), false, "a command of this kind", found);
    }
}
