package dev.witloof.keyvalue.service;

import java.util.List;
import java.util.OptionalLong;

/**
 * A page of a listing.
 *
 * @param keys the keys, in any order; there may be none although the listing goes on
 * @param next the cursor of the next page, an unsigned number other than 0; empty after the last
 */
public record KeyPage(List<String> keys, OptionalLong next) {

    /** Copies the keys. */
    public KeyPage {
        keys = List.copyOf(keys);
    }
}
