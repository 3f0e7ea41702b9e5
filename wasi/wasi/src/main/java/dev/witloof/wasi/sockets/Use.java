package dev.witloof.wasi.sockets;

import java.util.Locale;

/** What a rule of a policy allows to do with its target. */
enum Use {
    CONNECT,
    SEND,
    BIND,
    NAME;

    /** The verb of a rule. */
    String verb() {
        return name().toLowerCase(Locale.ROOT);
    }
}
