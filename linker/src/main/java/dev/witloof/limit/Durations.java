package dev.witloof.limit;

import java.time.Duration;

/** Durations as messages and plans write them. */
final class Durations {

    private Durations() {}

    /** The parts of a duration, largest first, such as {@code 5s}, {@code 1s500ms} or {@code 250us}. */
    static String text(Duration duration) {
        StringBuilder out = new StringBuilder();
        part(out, duration.toHours(), "h");
        part(out, duration.toMinutesPart(), "m");
        part(out, duration.toSecondsPart(), "s");
        part(out, duration.toMillisPart(), "ms");
        part(out, duration.toNanosPart() / 1_000 % 1_000, "us");
        part(out, duration.toNanosPart() % 1_000, "ns");
        return out.length() == 0 ? "0s" : out.toString();
    }

    private static void part(StringBuilder out, long count, String unit) {
        if (count > 0) {
            out.append(count).append(unit);
        }
    }
}
