package dev.witloof.instance;

import dev.witloof.error.TrapException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The components that these tests made for themselves, and short ways to use them. */
final class Components {

    private Components() {}

    static Component load(String name) {
        try (InputStream in = Components.class.getResourceAsStream("/instance/" + name + ".wasm")) {
            return Component.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ComponentInstance scalars() {
        return new Store().instantiate(load("scalars"), Map.of());
    }

    /** The imports of {@code traps}: what {@code log}, {@code call} and {@code number} do. */
    static ComponentInstance traps(HostFunction log, HostFunction call, HostFunction number) {
        return new Store()
                .instantiate(
                        load("traps"),
                        Map.of(
                                "log",
                                new ImportValue.Function(log, "a log"),
                                "back",
                                new ImportValue.Instance(
                                        Map.of("call", call, "number", number), Map.of(), "a test's backend")));
    }

    static ComponentInstance traps() {
        return traps((call, args) -> 0L, (call, args) -> null, (call, args) -> (int) 'x');
    }

    /** The imports of {@code resources}: things that are boxes of a number; {@code dropped} sees each that ends. */
    static ComponentInstance resources(Consumer<Object> dropped) {
        Map<String, HostFunction> functions = Map.of(
                "[constructor]thing", (call, args) -> new long[] {(Long) args[0]},
                "[method]thing.get", (call, args) -> ((long[]) args[0])[0],
                "take", (call, args) -> null);
        Map<String, ImportValue> imports = new HashMap<>();
        for (String name : new String[] {"left", "right"}) {
            imports.put(name, new ImportValue.Instance(functions, Map.of("thing", dropped), "boxes"));
        }
        return new Store().instantiate(load("resources"), imports);
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
