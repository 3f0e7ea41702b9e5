package dev.witloof.keyvalue.service;

import java.util.Optional;
import java.util.OptionalLong;

/** Cursors as text: their decimal digits. */
final class Cursors {

    private Cursors() {}

    /**
     * The number; 0 for the beginning.
     *
     * @throws KeyValueException if it is none
     */
    static long read(Optional<String> cursor) throws KeyValueException {
        try {
            return cursor.isPresent() ? Long.parseUnsignedLong(cursor.get()) : 0;
        } catch (NumberFormatException notOurs) {
            throw KeyValueException.other("list-keys: expected a cursor that a page gave, found another");
        }
    }

    /** Where the page after this one begins. */
    static Optional<String> written(KeyPage page) {
        OptionalLong next = page.next();
        return next.isPresent() ? Optional.of(Long.toUnsignedString(next.getAsLong())) : Optional.empty();
    }
}
