package dev.witloof.testkit;

import dev.witloof.error.TrapException;
import dev.witloof.instance.Call;
import dev.witloof.instance.Component;
import dev.witloof.link.Linker;
import dev.witloof.type.FuncType;
import dev.witloof.value.VariantValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Serves a component from a {@link Recorder}: the same calls in the same order get the same results. Any other call, and one
 * that does not come, is a failure that shows the difference.
 *
 * <pre>{@code
 * Replay replay = Replay.of(component, Path.of("src/test/resources/login.calls"));
 * try (ComponentInstance app = replay.bindTo(Linker.builder()).build().plan(component).instantiate()) {
 *     …
 *     replay.verify();
 * }
 * }</pre>
 */
public final class Replay {

    /** How many lines before a difference are shown. */
    private static final int CONTEXT = 3;

    private final Mocks mocks;
    private final RecordedCalls calls;
    private final List<String> lines;
    private final List<String> replayed = new ArrayList<>();
    private @Nullable String failure;
    private @Nullable VariantValue revealed;

    private Replay(Component component, List<String> text) {
        Set<String> hidden = text.stream()
                .filter(line -> line.startsWith(Recorder.HIDES))
                .flatMap(line ->
                        Stream.of(line.substring(Recorder.HIDES.length()).split(", ")))
                .collect(Collectors.toSet());
        this.mocks = Mocks.of(component);
        this.calls = new RecordedCalls(hidden);
        this.lines = text.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** Reads a recording. */
    public static Replay of(Component component, Path file) throws IOException {
        return of(component, Files.readString(file));
    }

    /** Takes a recording that was read. */
    public static Replay of(Component component, String recording) {
        return new Replay(component, recording.lines().toList());
    }

    /**
     * What stands for each secret that was revealed, because secrets are not recorded.
     *
     * @param text the text that the component gets
     */
    public Replay revealing(String text) {
        revealed = VariantValue.of("string", text);
        return this;
    }

    /** Binds all imports of the component. */
    public Linker.Builder bindTo(Linker.Builder linker) {
        mocks.all()
                .forEach(mock -> mock.bindTo(linker, name -> {
                    FuncType type = mock.function(name).type();
                    return (call, args) -> serve(call, type, args);
                }));
        return linker;
    }

    private synchronized @Nullable Object serve(Call call, FuncType type, Object[] args) {
        String asked = calls.call(call.importRef().name(), call.function(), type, args);
        int place = replayed.size();
        String line = place < lines.size() ? lines.get(place) : "";
        boolean same = line.equals(asked) || line.startsWith(asked + RecordedCalls.ARROW);
        if (failure != null || !same) {
            String difference = failure == null ? difference(asked) : failure;
            failure = difference;
            throw new MockFailure(difference);
        }
        replayed.add(line);
        String result = line.equals(asked) ? "" : line.substring(asked.length() + RecordedCalls.ARROW.length());
        if (result.equals(RecordedCalls.TRAP)) {
            throw new TrapException("the recorded call trapped");
        }
        if (result.equals(RecordedCalls.HIDDEN)) {
            return Optional.ofNullable(revealed)
                    .orElseThrow(() -> new MockFailure("expected a value for the secret that " + asked
                            + " gave, which was not recorded; say it by revealing(…)"));
        }
        return type.result().isPresent() ? calls.parse(result, type.result().get()) : null;
    }

    /** A unified diff whose one hunk is where the calls part. */
    private String difference(@Nullable String asked) {
        int place = replayed.size();
        int from = Math.max(0, place - CONTEXT);
        List<String> hunk = new ArrayList<>();
        lines.subList(from, place).forEach(line -> hunk.add(" " + line));
        int to = asked == null ? lines.size() : Math.min(place + 1, lines.size());
        lines.subList(place, to).forEach(line -> hunk.add("-" + line));
        if (asked != null) {
            hunk.add("+" + asked);
        }
        int added = asked == null ? 0 : 1;
        return "expected the recorded calls, found others\n--- recorded\n+++ replayed\n@@ -" + (from + 1) + ","
                + (to - from) + " +" + (from + 1) + "," + (place - from + added) + " @@\n" + String.join("\n", hunk);
    }

    /**
     * All recorded calls came, and no others.
     *
     * @throws MockFailure if not, with a unified diff
     */
    public synchronized void verify() {
        if (failure != null) {
            throw new MockFailure(failure);
        }
        if (replayed.size() < lines.size()) {
            throw new MockFailure(difference(null));
        }
    }
}
