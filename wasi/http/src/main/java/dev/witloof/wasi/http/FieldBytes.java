package dev.witloof.wasi.http;

import dev.witloof.error.TrapException;

/** How many bytes all fields that one instance made have together. */
final class FieldBytes implements AutoCloseable {

    /** How many there may be unless something else is said. */
    static final long USUAL = 1 << 20;

    /** What HTTP/2 and 3 count for a field beside its name and value. */
    private static final int FIELD = 32;

    private final long most;
    private long held;

    FieldBytes(long most) {
        this.most = most;
    }

    /**
     * A field is added.
     *
     * @throws TrapException if they become too many, for which the interface has no error
     */
    void add(HttpField field) {
        long size = size(field);
        if (size > most - held) {
            throw new TrapException(
                    "fields: expected at most " + most + " bytes in all fields of an instance, found " + (held + size));
        }
        held += size;
    }

    void remove(HttpField field) {
        held -= size(field);
    }

    /** The instance is over, and all that it held. */
    @Override
    public void close() {
        held = 0;
    }

    private static long size(HttpField field) {
        return (long) field.name().length() + field.value().length() + FIELD;
    }
}
