package dev.witloof.wasi.http;

import dev.witloof.error.TrapException;

/** How many bytes one instance holds: all fields that it made, and what it wrote of bodies whose messages are not handed over. */
final class HeldBytes implements AutoCloseable {

    /** How many there may be of fields unless something else is said. */
    static final long USUAL = 1 << 20;

    /** How many there may be of bodies. */
    private static final int BODIES = 1 << 20;

    /** What HTTP/2 and 3 count for a field beside its name and value. */
    private static final int FIELD = 32;

    private final long most;
    private long held;
    private int ofBodies;

    HeldBytes(long most) {
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

    /** How many more bytes of bodies there is room for. */
    int roomForBodies() {
        return BODIES - ofBodies;
    }

    /** So many bytes of a body are kept, or, below 0, kept no more. */
    void addOfBody(int bytes) {
        ofBodies += bytes;
    }

    /** The instance is over, and all that it held. */
    @Override
    public void close() {
        held = 0;
        ofBodies = 0;
    }

    private static long size(HttpField field) {
        return (long) field.name().length() + field.value().length() + FIELD;
    }
}
