package dev.witloof.core;

import dev.witloof.error.TrapException;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The core modules of the tests, and short ways to call them. */
final class Modules {

    static final CoreValType I32 = CoreValType.Number.I32;
    static final CoreValType I64 = CoreValType.Number.I64;

    private Modules() {}

    static byte[] bytes(String name) {
        try (InputStream in = Modules.class.getResourceAsStream("/core/" + name + ".wasm")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CoreModule module(String name, Execution execution) {
        byte[] bytes = bytes(name);
        return CoreModule.parse(bytes, 0, bytes.length, name, execution);
    }

    static CoreInstance instance(String name, Execution execution, CoreExtern... imports) {
        return module(name, execution).instantiate(List.of(imports));
    }

    static CoreFunction function(CoreInstance instance, String name) {
        return (CoreFunction) instance.export(name).orElseThrow();
    }

    static CoreMemory memory(CoreInstance instance) {
        return (CoreMemory) instance.export("memory").orElseThrow();
    }

    static long call(CoreInstance instance, String name, long... args) {
        long[] results = function(instance, name).call(args);
        return results.length == 0 ? 0 : results[0];
    }

    static CoreExternType.Func func(List<CoreValType> params, List<CoreValType> results) {
        return new CoreExternType.Func(params, results);
    }

    static CoreFunction host(CoreFunction.HostCode code) {
        return CoreFunction.ofHost(func(List.of(I32), List.of(I32)), code);
    }

    /** What a call traps with. */
    static TrapException trap(CoreInstance instance, String name, long... args) {
        try {
            call(instance, name, args);
        } catch (Throwable thrown) {
            return CoreTraps.asTrap(thrown, null, null);
        }
        throw new AssertionError(name + " returned");
    }

    static String reason(CoreInstance instance, String name, long... args) {
        return trap(instance, name, args).reason();
    }
}
