package dev.witloof.testkit;

import dev.witloof.instance.Call;
import dev.witloof.instance.HostFunction;
import dev.witloof.link.Wrapper;
import dev.witloof.type.FuncType;
import dev.witloof.wrapper.SecretResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a component asks of its backends and what it gets, to be {@linkplain Replay replayed} without them. It is
 * wrapped around the bindings that are to be recorded, and may be used for one instance.
 *
 * <pre>{@code
 * Recorder recorder = Recorder.create().hiding("profile");
 * Linker.builder().bind("sessions").to(KeyValue.inMemory()).wrap(recorder) …
 * recorder.writeTo(Path.of("src/test/resources/login.calls"));
 * }</pre>
 *
 * <p>The file has a call a line, in WAVE, and no time; handles are strings that number them:
 *
 * <pre>
 * sessions open("main") -&gt; ok("#1")
 * sessions [method]bucket.get("#1", "ada") -&gt; ok(some([65, 100, 97]))
 * </pre>
 *
 * <p>Everything that a component passes and gets is in it, so arguments that are secret must be {@linkplain #hiding hidden}
 * and results that are secret must not be recorded; those that are {@linkplain SecretResults known} to be, of
 * {@code wasmcloud:secrets/reveal}, are left out. What a backend that fails says is never written.
 */
public final class Recorder implements Wrapper {

    static final String HIDES = "# hidden parameters: ";

    private final Set<String> hidden = new TreeSet<>();
    private final RecordedCalls calls = new RecordedCalls(hidden);
    private final List<String> lines = new ArrayList<>();

    private Recorder() {}

    /** A recording of nothing yet. */
    public static Recorder create() {
        return new Recorder();
    }

    /** Leaves the values of all parameters of these names out; a replay takes any. To be said before the first call. */
    public Recorder hiding(String... parameters) {
        hidden.addAll(List.of(parameters));
        return this;
    }

    @Override
    public String description() {
        return "recorder";
    }

    @Override
    public HostFunction wrap(Call call, FuncType type, HostFunction next) {
        if (call.isResourceDrop()) {
            return next;
        }
        return (called, args) -> {
            String asked = calls.call(call.importRef().name(), call.function(), type, args);
            try {
                Object result = next.call(called, args);
                add(asked + shown(call, type, result));
                return result;
            } catch (Exception thrown) {
                add(asked + RecordedCalls.ARROW + RecordedCalls.TRAP);
                throw thrown;
            }
        };
    }

    private String shown(Call call, FuncType type, @Nullable Object result) {
        return type.result()
                .map(each -> RecordedCalls.ARROW
                        + (SecretResults.isOf(call) ? RecordedCalls.HIDDEN : calls.value(result, each)))
                .orElse("");
    }

    private synchronized void add(String line) {
        lines.add(line);
    }

    /** The file's content. */
    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder();
        if (!hidden.isEmpty()) {
            text.append(HIDES).append(String.join(", ", hidden)).append('\n');
        }
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Writes the file. */
    public void writeTo(Path file) throws IOException {
        Files.writeString(file, toString());
    }
}
