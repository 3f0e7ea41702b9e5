package dev.witloof.cli;

import dev.witloof.config.Quantity;
import dev.witloof.limit.Limit;
import dev.witloof.limit.Limits;
import dev.witloof.link.Linker;
import dev.witloof.name.Printable;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What a component may take up, and how long it may take: the limits of files of bindings, in their words. */
final class LimitOptions {

    private static final String NAME = "--limit";

    @Option(
            names = NAME,
            paramLabel = "NAME=VALUE",
            description =
                    "A limit beside those of the bindings, such as memoryPages=1024 or deadline=5s; may be repeated.")
    private final Map<String, String> given = new LinkedHashMap<>();

    /**
     * Declares them.
     *
     * @throws Failure if one is not known, or its value none
     */
    void applyTo(Linker.Builder linker) {
        if (!given.isEmpty()) {
            Limits.Builder limits = Limits.builder();
            given.forEach((name, value) -> set(limits, limit(name), value));
            linker.limits(limits.build(), NAME);
        }
    }

    private static Limit limit(String name) {
        return Arrays.stream(Limit.values())
                .filter(each -> each.words().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("expected one of "
                        + Arrays.stream(Limit.values()).map(Limit::words).collect(Collectors.joining(", "))
                        + ", found " + Printable.quoted(name)));
    }

    private static void set(Limits.Builder limits, Limit limit, String value) {
        boolean isTime = limit == Limit.DEADLINE;
        Optional<Long> number =
                isTime ? Quantity.duration(value).map(LimitOptions::nanoseconds) : Quantity.whole(value);
        String kind = isTime ? "a duration such as 250ms, 5s, 10m or 1h" : "a whole number";
        try {
            limits.set(
                    limit,
                    number.orElseThrow(
                            () -> wrong(limit.words() + ": expected " + kind + ", found " + Printable.quoted(value))));
        } catch (IllegalArgumentException beyond) {
            throw wrong(String.valueOf(beyond.getMessage()));
        }
    }

    private static long nanoseconds(Duration time) {
        return time.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0 ? Long.MAX_VALUE : time.toNanos();
    }

    private static Failure wrong(String reason) {
        return new Failure(status -> ExitStatus.USAGE, NAME + ": " + reason, null);
    }
}
