package dev.witloof.wasi.http;

import dev.witloof.error.TrapException;

/** How many children a resource has that the guest has not dropped yet. */
final class Children {

    private final String parent;
    private int alive;

    /**
     * None yet.
     *
     * @param parent what messages call the resource
     */
    Children(String parent) {
        this.parent = parent;
    }

    void added() {
        alive++;
    }

    void dropped() {
        alive--;
    }

    /** Traps while there are some. */
    void requireNone() {
        if (alive > 0) {
            throw new TrapException(parent + ": expected its children to be dropped before it, found " + alive);
        }
    }
}
