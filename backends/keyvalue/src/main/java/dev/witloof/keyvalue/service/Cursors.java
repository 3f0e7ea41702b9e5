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
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            long number = Long.parseUnsignedLong(cursor.get());
            if (Long.toUnsignedString(number).equals(cursor.get())) {
                return number;
            }
        } catch (NumberFormatException notOurs) {
            // Told below.
        }
        throw KeyValueException.other("list-keys: expected a cursor that a page gave, found another");
    }

    /** Where the page after this one begins. */
    static Optional<String> written(KeyPage page) {
        OptionalLong next = page.next();
        return next.isPresent() ? Optional.of(Long.toUnsignedString(next.getAsLong())) : Optional.empty();
    }
}
