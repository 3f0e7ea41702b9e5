package dev.witloof.blobstore.service;

import java.util.List;
import java.util.Optional;

/**
 * A part of a listing.
 *
 * @param names names of objects; may be empty although more follow
 * @param next where the next part begins, never empty text; nothing after the last part
 */
public record NamePage(List<String> names, Optional<String> next) {

    /** Copies the names. */
    public NamePage {
        names = List.copyOf(names);
    }

    /** The last part. */
    public static NamePage last(List<String> names) {
        return new NamePage(names, Optional.empty());
    }

    /** A part after which others follow. */
    public static NamePage before(String next, List<String> names) {
        return new NamePage(names, Optional.of(next));
    }
}
