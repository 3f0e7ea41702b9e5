package dev.witloof.testkit.contract;

import dev.witloof.link.Backend;
import java.util.List;

/**
 * How a process of its own opens a store that this one has open: by a class that it loads, and texts that it is told.
 *
 * @param opening a class that another process can load, not nested or static, with a constructor without parameters
 * @param settings what it is told, such as an address and a prefix; seen by whoever lists processes, so no secret
 */
public record Elsewhere(Class<? extends Opening> opening, List<String> settings) {

    /** Copies the settings. */
    public Elsewhere {
        settings = List.copyOf(settings);
    }

    /** The same with these settings. */
    public static Elsewhere of(Class<? extends Opening> opening, String... settings) {
        return new Elsewhere(opening, List.of(settings));
    }

    /** Opens a store in the process where it runs. */
    public interface Opening {

        /**
         * The store, not started.
         *
         * @throws Exception if it cannot be had; the test then fails
         */
        Backend open(List<String> settings) throws Exception;
    }
}
