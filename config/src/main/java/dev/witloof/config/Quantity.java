package dev.witloof.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units, as files and command lines have them. */
public final class Quantity {

    static final String DURATION_PATTERN = "[0-9]{1,12}(ms|s|m|h|d)";

    // Java takes digits of every script.
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern DURATION = Pattern.compile(DURATION_PATTERN);
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,18})(|B|kB|MB|GB|KiB|MiB|GiB)");
    private static final Map<String, Duration> TIMES = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));
    private static final Map<String, Long> BYTES = Map.of(
            "", 1L,
            "B", 1L,
            "kB", 1000L,
            "MB", 1000_000L,
            "GB", 1000_000_000L,
            "KiB", 1L << 10,
            "MiB", 1L << 20,
            "GiB", 1L << 30);

    private Quantity() {}

    /** A whole number in the digits 0 to 9; empty for any other text, and where it is beyond a long. */
    public static Optional<Long> whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** {@code 250ms}, {@code 5s}, {@code 10m}, {@code 1h}, {@code 2d}; empty for any other text, and for none at all. */
    public static Optional<Duration> duration(String text) {
        if (!DURATION.matcher(text).matches()) {
            return Optional.empty();
        }
        String unit = text.replaceAll("[0-9]", "");
        long number = Long.parseLong(text.substring(0, text.length() - unit.length()));
        return Optional.of(TIMES.get(unit).multipliedBy(number));
    }

    /** Bytes: {@code 65536}, {@code 64KiB}, {@code 10MB}; empty for any other text, and where it is beyond a long. */
    static Optional<Long> size(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Math.multiplyExact(Long.parseLong(size.group(1)), BYTES.get(size.group(2))));
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }
}
