package dev.witloof.testkit;

import dev.witloof.instance.Call;
import dev.witloof.instance.Component;
import dev.witloof.instance.HostFunction;
import dev.witloof.link.Interceptor;
import dev.witloof.type.FuncType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a component asks of its backends and what it gets, to be {@linkplain Replay replayed} without them.
 *
 * <pre>{@code
 * Recording recording = Recording.of(component).hiding("profile");
 * Linker.builder().bind("sessions").to(KeyValue.inMemory().around(recording)) …
 * recording.writeTo(Path.of("src/test/resources/login.calls"));
 * }</pre>
 *
 * <p>The file has a call a line, in WAVE, and no time:
 *
 * <pre>
 * sessions open("main") -&gt; ok("#1")
 * sessions [method]bucket.get("#1", "ada") -&gt; ok(some([65, 100, 97]))
 * </pre>
 *
 * <p>Everything that a component passes and gets is in it, so arguments that are secret must be {@linkplain #hiding hidden}
 * and results that are secret must not be recorded.
 */
public final class Recording implements Interceptor {

    static final String HIDES = "# hidden parameters: ";

    private final Component component;
    private final Set<String> hidden = new TreeSet<>();
    private final RecordedCalls calls;
    private final List<String> lines = new ArrayList<>();

    private Recording(Component component) {
        this.component = component;
        this.calls = new RecordedCalls(component, hidden);
    }

    /** A recording of nothing yet. */
    public static Recording of(Component component) {
        return new Recording(component);
    }

    /** Leaves the values of all parameters of these names out; a replay takes any. To be said before the first call. */
    public Recording hiding(String... parameters) {
        hidden.addAll(List.of(parameters));
        return this;
    }

    @Override
    public @Nullable Object around(Call call, Object[] args, HostFunction next) throws Exception {
        String importName = call.importRef().name();
        FuncType type = calls.type(importName, call.function());
        if (type == null) {
            return next.call(call, args);
        }
        String asked = calls.call(importName, call.function(), type, args);
        try {
            Object result = next.call(call, args);
            add(
                    type.result().isPresent()
                            ? asked
                                    + RecordedCalls.ARROW
                                    + calls.value(result, type.result().get())
                            : asked);
            return result;
        } catch (Exception thrown) {
            // Not its message, which may be anything.
            add(asked + RecordedCalls.ARROW + RecordedCalls.TRAP);
            throw thrown;
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
    }

    /** The file's content. */
    @Override
    public synchronized String toString() {
        StringBuilder text =
                new StringBuilder("# What ").append(component.name()).append(" asked, and got.\n");
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
