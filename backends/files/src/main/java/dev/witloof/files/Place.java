package dev.witloof.files;

import dev.witloof.name.Printable;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What makes an open directory what it is: stores with equal settings share one.
 *
 * @param directory the directory, absolute
 * @param prefix whose part of the directory it is; empty for the directory itself
 * @param sync whether a call returns only when the device has what it wrote
 * @param callTimeout how long a call waits for others that write
 */
record Place(Path directory, String prefix, boolean sync, Duration callTimeout) {

    /** {@code at /var/lib/shop, prefix "a"}. */
    String description() {
        return "at " + directory + (prefix.isEmpty() ? "" : ", prefix " + Printable.quoted(prefix));
    }
}
