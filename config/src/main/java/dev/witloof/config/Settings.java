package dev.witloof.config;

import dev.witloof.name.Nearest;
import dev.witloof.name.Printable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The settings of one entry, as a {@link BackendFactory} reads them. A setting that is missing or of another type is an
 * error of the file; the method that read it then returns something harmless, so that the rest is read and all errors are
 * told at once. What nobody reads is an error too.
 *
 * <p>A value with a secret in it is read by {@link #secret} and by no other method; {@link #secret} takes other values as
 * well.
 */
public final class Settings {

    private final String reader;
    private final Map<String, Setting> settings;
    private final int from;
    private final int to;
    private final Problems problems;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> read = new HashSet<>();
    private final Set<String> secrets = new HashSet<>();

    /**
     * Settings.
     *
     * @param reader who reads them, for messages: {@code backend "redis"}
     * @param from where the entry says who reads them
     * @param to where that ends
     */
    Settings(String reader, Map<String, Setting> settings, int from, int to, Problems problems) {
        this.reader = reader;
        this.settings = settings;
        this.from = from;
        this.to = to;
        this.problems = problems;
    }

    /** The keys that are there, in the order of the file. Asking for them is not reading them. */
    public Set<String> keys() {
        return new LinkedHashSet<>(settings.keySet());
    }

    /** Text, as it is written; an error if it is missing. */
    public String string(String key) {
        return required(key, optionalString(key), "");
    }

    /** Text, if it is there. */
    public Optional<String> optionalString(String key) {
        return one(key).flatMap(this::open);
    }

    /** All values of a list, or the one value that stands there without a list; none if the setting is missing. */
    public List<String> strings(String key) {
        return find(key).map(Setting::values).orElse(List.of()).stream()
                .map(value -> open(value).orElse(""))
                .toList();
    }

    /** A path of the default file system; an error if it is missing. The empty one, which is the working directory, is none. */
    public Path path(String key) {
        return required(key, optionalPath(key), Path.of(""));
    }

    /** A path of the default file system, if it is there. */
    public Optional<Path> optionalPath(String key) {
        return parsed(key, "a path", Settings::named);
    }

    /** A whole number; an error if it is missing. */
    public long integer(String key) {
        return required(key, optionalInteger(key), 1L);
    }

    /** A whole number, if it is there. */
    public Optional<Long> optionalInteger(String key) {
        return parsed(key, "a whole number", Quantity::whole);
    }

    /** A number for a builder that takes an {@code int}: beyond those the nearest one, so that one that no builder takes stays one. */
    public static int toInt(long number) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }

    /** {@code true} or {@code false}; an error if it is missing. */
    public boolean bool(String key) {
        return required(key, optionalBool(key), false);
    }

    /** {@code true} or {@code false}, if it is there. */
    public Optional<Boolean> optionalBool(String key) {
        return parsed(
                key,
                "true or false",
                text -> text.equals("true") || text.equals("false")
                        ? Optional.of(text.equals("true"))
                        : Optional.empty());
    }

    /** A time such as {@code 250ms}, {@code 5s}, {@code 10m}, {@code 1h} or {@code 2d}; an error if it is missing. */
    public Duration duration(String key) {
        return required(key, optionalDuration(key), Duration.ofSeconds(1));
    }

    /** A time such as {@code 250ms}, if it is there. */
    public Optional<Duration> optionalDuration(String key) {
        return parsed(key, "a duration such as 250ms, 5s, 10m or 1h", Quantity::duration);
    }

    /** Bytes, such as {@code 65536}, {@code 64KiB} or {@code 10MB}; an error if it is missing. */
    public long size(String key) {
        return required(key, optionalSize(key), 1L);
    }

    /** Bytes, such as {@code 64KiB}, if it is there. */
    public Optional<Long> optionalSize(String key) {
        return parsed(key, "a size such as 65536, 64KiB or 10MB", Quantity::size);
    }

    /** Text that no output may show; an error if it is missing. */
    public Secret secret(String key) {
        return required(key, optionalSecret(key), Secret.of(""));
    }

    /** Text that no output may show, if it is there. */
    public Optional<Secret> optionalSecret(String key) {
        secrets.add(key);
        return one(key).map(value -> Secret.of(value.text()));
    }

    /** Every setting as text; an error for each that is a list or has a secret in it. */
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        settings.keySet().forEach(key -> optionalString(key).ifPresent(value -> all.put(key, value)));
        return all;
    }

    /**
     * An error of the file at this setting, or at the entry where the setting is missing.
     *
     * @param reason what was expected and what was found; never with a secret in it
     */
    public void refuse(String key, String reason) {
        Setting setting = settings.get(key);
        String text = "setting " + Printable.quoted(key) + " of " + reader + ": " + Printable.plain(reason);
        problems.at(setting == null ? from : setting.from(), setting == null ? to : setting.to(), text);
    }

    /**
     * Every setting as it is written, whatever the order in the file: references in place of what they stand for, and
     * nothing of what was read as a secret but stands in the file itself.
     */
    String declared() {
        StringBuilder out = new StringBuilder();
        new TreeMap<>(settings).forEach((key, setting) -> {
            List<String> values = setting.values().stream()
                    .map(value -> value.declared(secrets.contains(key)))
                    .toList();
            out.append(Printable.quoted(key)).append(": ");
            out.append(setting.isList() ? values.toString() : String.join(", ", values));
            out.append('\n');
        });
        return out.toString();
    }

    private Optional<Setting> find(String key) {
        asked.add(key);
        read.add(key);
        return Optional.ofNullable(settings.get(key));
    }

    private Optional<Setting.Value> one(String key) {
        Optional<Setting> setting = find(key);
        if (setting.isPresent() && setting.get().isList()) {
            problems.at(
                    setting.get().from(),
                    setting.get().to(),
                    "setting " + Printable.quoted(key) + " of " + reader + ": expected one value, found a list");
            return Optional.of(new Setting.Value("", "", "", false, false, from, to));
        }
        return setting.map(each -> each.values().get(0));
    }

    private Optional<String> open(Setting.Value value) {
        if (value.isSecret()) {
            wrong(value, "a value without a secret, because " + reader + " does not read it as one");
        }
        return Optional.of(value.isSecret() ? "" : value.text());
    }

    private static Optional<Path> named(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> parsed(String key, String what, Function<String, Optional<T>> parser) {
        int before = problems.count();
        Optional<Setting.Value> value = one(key);
        Optional<T> result = value.flatMap(this::open).flatMap(parser);
        if (value.isPresent() && result.isEmpty() && problems.count() == before) {
            wrong(value.get(), what);
        }
        return result;
    }

    private void wrong(Setting.Value value, String expected) {
        problems.at(value.from(), value.to(), "expected " + expected + ", found " + value.shown());
    }

    private <T> T required(String key, Optional<T> value, T harmless) {
        if (!settings.containsKey(key)) {
            missing.add(key);
        }
        return value.orElse(harmless);
    }

    /** Reports what is missing, and what nobody read: the nearest of what is missing is what was probably meant. */
    void finish() {
        List<String> absent =
                asked.stream().filter(key -> !settings.containsKey(key)).toList();
        settings.forEach((key, setting) -> {
            if (!read.contains(key)) {
                Optional<String> near = Nearest.to(key, absent);
                near.ifPresent(missing::remove);
                problems.at(
                        setting.from(),
                        setting.to(),
                        "expected a setting that " + reader + " reads, found " + Printable.quoted(key)
                                + near.map(n -> "; did you mean " + n + "?").orElse(known()));
            }
        });
        for (String key : new ArrayList<>(missing)) {
            problems.at(from, to, "expected the setting " + Printable.quoted(key) + " for " + reader + ", found none");
        }
    }

    private String known() {
        return asked.isEmpty()
                ? "; it reads none"
                : "; it reads "
                        + String.join(", ", asked.stream().map(Printable::plain).toList());
    }
}
