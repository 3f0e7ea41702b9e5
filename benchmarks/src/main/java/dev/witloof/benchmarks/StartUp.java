package dev.witloof.benchmarks;

import dev.witloof.core.CompilationCache;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.ExportedInstance;
import dev.witloof.link.Linker;
import dev.witloof.value.Result;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A program that does one thing with one component and ends: {@link StartUps} takes the time of the whole process.
 * Its arguments are the path of a session service among the guests, and the directory of a cache, if there is to be one.
 */
final class StartUp {

    private StartUp() {}

    /** Loads, plans, logs in and looks up. */
    public static void main(String[] args) throws IOException {
        CompilationCache cache = args.length > 1 ? CompilationCache.in(Path.of(args[1])) : CompilationCache.none();
        Component component = Component.load(Guest.bytes(args[0]), cache);
        Linker linker = Linker.builder()
                .bind("sessions")
                .to(new MapStore().functions())
                .bind("cache")
                .to(new MapStore().functions())
                .build();
        try (ComponentInstance app = linker.plan(component).instantiate()) {
            ExportedInstance service = app.instance("demo:named/session-service@0.1.0");
            Object loggedIn = service.function("login").call("ada", new byte[200]);
            Object hit = service.function("lookup").call("ada");
            if (!((Result<?, ?>) loggedIn).isOk() || !hit.toString().endsWith("origin: cache}))")) {
                throw new IllegalStateException("the service answers otherwise than expected: " + hit);
            }
        }
    }
}
