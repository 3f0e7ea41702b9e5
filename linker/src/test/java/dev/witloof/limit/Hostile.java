package dev.witloof.limit;

import dev.witloof.error.TrapException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.HostFunction;
import dev.witloof.link.Linker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ScheduledExecutorService;

/** The hostile components, and short ways to use them. */
final class Hostile {

    private Hostile() {}

    static Component load(String name) {
        try (InputStream in = Hostile.class.getResourceAsStream("/limit/" + name + ".wasm")) {
            return Component.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An instance of a component whose one import, if it has it, is {@code log}. */
    static ComponentInstance limited(String name, Limits limits, HostFunction log) {
        return instance(name, Linker.builder().limits(limits), log);
    }

    /** The same with a scheduler. */
    static ComponentInstance timed(String name, Limits limits, ScheduledExecutorService scheduler, HostFunction log) {
        return instance(name, Linker.builder().limits(limits).scheduler(scheduler), log);
    }

    private static ComponentInstance instance(String name, Linker.Builder linker, HostFunction log) {
        Component component = load(name);
        component.imports().forEach(each -> linker.bind(each.name()).toFunction(log));
        return linker.build().plan(component).instantiate();
    }

    /** What a call traps with. */
    static TrapException trap(ComponentInstance instance, String function, Object... args) {
        try {
            instance.function(function).call(args);
        } catch (TrapException trap) {
            return trap;
        }
        throw new AssertionError(function + " did not trap");
    }
}
