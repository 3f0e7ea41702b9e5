package dev.witloof.testkit.contract;

/** Something that a store of objects may be unable to do, and then has to refuse. */
public enum BlobAbility {
    /** To store an object under the empty name. */
    EMPTY_NAME,
    /** To make a container whose name is empty. */
    EMPTY_CONTAINER_NAME,
    /**
     * To go on reading an object as it was, while it is replaced or removed. A store that cannot ends the reading with an error;
     * other bytes than those of the object are never right.
     */
    READ_ON,
    /** To list no name twice, if it is there throughout. A store that cannot do this is not refusing anything. */
    LIST_ONCE
}
