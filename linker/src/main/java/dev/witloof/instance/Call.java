package dev.witloof.instance;

import dev.witloof.name.ImportRef;

/**
 * Which import the guest is calling, and which of its functions.
 *
 * @param importRef the import, with its name, what it implements and its external-id
 * @param function the function's name, such as {@code [method]bucket.get}; of a function import its own name
 */
public record Call(ImportRef importRef, String function) {

    private static final String RESOURCE_DROP = "[resource-drop]";

    /**
     * The drop of the last handle to a resource's object, which those who stand around functions see as a call.
     *
     * @param resource the resource's name
     */
    public static Call resourceDrop(ImportRef importRef, String resource) {
        return new Call(importRef, RESOURCE_DROP + resource);
    }

    /** Whether it is the drop of a resource. */
    public boolean isResourceDrop() {
        return function.startsWith(RESOURCE_DROP);
    }

    /** {@code "cache" [method]bucket.get}, or {@code "log"} for a function import. */
    @Override
    public String toString() {
        String name = "\"" + importRef.name() + "\"";
        return function.equals(importRef.name()) ? name : name + " " + function;
    }
}
