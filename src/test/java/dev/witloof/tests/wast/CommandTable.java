package dev.witloof.tests.wast;

import dev.witloof.tests.wast.Selection.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The list of the commands that count, {@code commands.csv} of the reference data: {@code file, line, kind, tier}. A file
 * is known by its last two path segments.
 */
public final class CommandTable {

    /** The list's name in the reference data. */
    static final String FILE = "commands.csv";

    private static final String HEADER = "file,line,kind,tier";
    private static final String NEVER = "out";

    private final Map<String, Map<Row, Optional<Profile>>> files = new HashMap<>();

    private CommandTable() {}

    /** A list of nothing: every file runs whole. */
    static CommandTable empty() {
        return new CommandTable();
    }

    /**
     * Reads the list.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is of another form
     */
    public static CommandTable read(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException(csv + ": expected " + HEADER + " as the first line, found "
                    + (lines.isEmpty() ? "none" : lines.get(0)));
        }
        CommandTable table = new CommandTable();
        for (int i = 1; i < lines.size(); i++) {
            table.add(csv + ":" + (i + 1), lines.get(i).split(","));
        }
        return table;
    }

    private void add(String where, String[] cells) {
        if (cells.length != 4) {
            throw new IllegalArgumentException(where + ": expected 4 cells, found " + cells.length);
        }
        Optional<Profile> tier = Profile.named(cells[3]);
        if (tier.isEmpty() && !cells[3].equals(NEVER)) {
            throw new IllegalArgumentException(where + ": expected a tier, found " + cells[3]);
        }
        Row row = new Row(Integer.parseInt(cells[1]), cells[2]);
        if (files.computeIfAbsent(cells[0], file -> new HashMap<>()).put(row, tier) != null) {
            throw new IllegalArgumentException(where + ": expected each command once, found a second row for it");
        }
    }

    /** What of a script counts; with {@code null} for the profile, every command does. */
    public Selection select(Path script, @Nullable Profile profile) {
        Path path = script.toAbsolutePath().normalize();
        int names = path.getNameCount();
        String key = path.subpath(Math.max(0, names - 2), names).toString().replace('\\', '/');
        return new Selection(files.getOrDefault(key, Map.of()), profile);
    }
}
