package dev.witloof.wit.parser;

/** The operations of the native library, by their numbers in its ABI. */
enum Operation {
    INFO(0),
    RESOLVE(1),
    DECODE(2),
    PRINT(3),
    ENCODE(4),
    /** Panics, for the test of what becomes of a panic. */
    PANIC(255);

    private final int number;

    Operation(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
