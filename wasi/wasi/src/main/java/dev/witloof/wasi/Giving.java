package dev.witloof.wasi;

import dev.witloof.name.InterfaceName;
import java.util.Optional;

/** Which method of {@link WasiBuilder} gives which interface. */
enum Giving {
    ENVIRONMENT("arguments(…)", "wasi:cli/environment"),
    STDIN("stdin(…)", "wasi:cli/stdin", "wasi:cli/terminal-stdin"),
    STDOUT("stdout(…)", "wasi:cli/stdout", "wasi:cli/terminal-stdout"),
    STDERR("stderr(…)", "wasi:cli/stderr", "wasi:cli/terminal-stderr"),
    MONOTONIC_CLOCK("monotonicClock(…)", "wasi:clocks/monotonic-clock"),
    WALL_CLOCK("wallClock(…)", "wasi:clocks/wall-clock"),
    RANDOM("random(…)", "wasi:random/random"),
    INSECURE_RANDOM("insecureRandom(…)", "wasi:random/insecure", "wasi:random/insecure-seed"),
    DIRECTORIES("directory(…)", "wasi:filesystem/types", "wasi:filesystem/preopens"),
    NETWORK(
            "network(…)",
            "wasi:sockets/network",
            "wasi:sockets/instance-network",
            "wasi:sockets/ip-name-lookup",
            "wasi:sockets/tcp",
            "wasi:sockets/tcp-create-socket",
            "wasi:sockets/udp",
            "wasi:sockets/udp-create-socket");

    private final String method;
    private final String[] interfaces;

    Giving(String method, String... interfaces) {
        this.method = method;
        this.interfaces = interfaces;
    }

    /** The method for an interface of whatever release of 0.2, as it is to be written. */
    static Optional<String> of(InterfaceName name) {
        for (Giving each : values()) {
            for (String unversioned : each.interfaces) {
                if (name.matches(InterfaceName.parse(unversioned + "@0.2.12"))) {
                    return Optional.of(each.method);
                }
            }
        }
        return Optional.empty();
    }
}
