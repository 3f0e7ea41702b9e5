package dev.witloof.wasi.http;

import dev.witloof.error.TrapException;
import dev.witloof.host.HostParent;

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

    /**
     * Traps while there are some.
     *
     * @param resource what the guest gives up by it, even so
     */
    void requireNone(HostParent resource) {
        if (alive > 0) {
            resource.abandon();
            throw new TrapException(parent + ": expected its children to be dropped before it, found " + alive);
        }
    }
}
