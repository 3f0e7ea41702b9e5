package dev.witloof.host;

/** Which way values go: that decides what a Java type must be able to do. */
enum Direction {
    /** From the guest to Java. */
    LIFT,
    /** From Java to the guest. */
    LOWER;

    /** The other way. */
    Direction reversed() {
        return this == LIFT ? LOWER : LIFT;
    }
}
