package dev.witloof.tests.wast;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which commands of one script are run, and which of them count. */
public final class Selection {

    /** All of them. */
    public static final Selection ALL = new Selection(Map.of(), null);

    /** What is done with a command. */
    enum Treatment {
        /** Runs and counts. */
        COUNTED,
        /** Runs for the sake of those that count. */
        RUN,
        /** Does not run. */
        LEFT_OUT
    }

    /**
     * A command, by what tells it from the others of its file.
     *
     * @param line where it stands
     * @param kind its kind
     */
    record Row(int line, String kind) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            return line == other.line ? kind.compareTo(other.kind) : Integer.compare(line, other.line);
        }
    }

    /** The tier of each command that is listed; none for those that are never run. */
    private final Map<Row, Optional<Profile>> tiers;

    private final @Nullable Profile profile;

    Selection(Map<Row, Optional<Profile>> tiers, @Nullable Profile profile) {
        this.tiers = tiers;
        this.profile = profile;
    }

    Treatment of(Command command) {
        Optional<Profile> tier = tiers.get(new Row(command.line(), command.kind()));
        if (tier == null) {
            return profile == null || tiers.isEmpty() ? Treatment.COUNTED : Treatment.RUN;
        }
        return counts(tier) ? Treatment.COUNTED : Treatment.LEFT_OUT;
    }

    /** The listed commands that count, in their order: each of them must be there. */
    SortedSet<Row> required() {
        SortedSet<Row> rows = new TreeSet<>();
        tiers.forEach((row, tier) -> {
            if (counts(tier)) {
                rows.add(row);
            }
        });
        return rows;
    }

    private boolean counts(Optional<Profile> tier) {
        return tier.isPresent() && (profile == null || profile.includes(tier.get()));
    }
}
