package dev.witloof.core;

/** How a core module's functions run. */
public enum Execution {
    /** Compiled to bytecode, unless the module only passes calls on. */
    AUTOMATIC,
    /** Compiled to bytecode, however small the module is; what the compiler refuses is interpreted. */
    COMPILED,
    /** Interpreted: no compilation, and calls that cost about a hundred times as much. */
    INTERPRETED
}
