package dev.witloof.benchmarks;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportGlobal;
import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import dev.witloof.binary.ComponentDecoder;
import dev.witloof.component.Definition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The core modules of the benchmark's component on the bare engine, with the crossing written by hand for each function:
 * what there is to be had without a component model.
 */
final class RawMicro {

    private static final long[] NOTHING = {};

    private final ExportFunction realloc;
    private final ExportFunction reset;
    private final ExportFunction add;
    private final ExportFunction concat;
    private final ExportFunction echo;
    private final ExportFunction mirror;
    private final ExportFunction namedGets;
    private final Memory memory;

    RawMicro(byte[] component, Map<String, byte[]> store) {
        List<WasmModule> modules = ComponentDecoder.decode(component).definitions().stream()
                .filter(Definition.CoreModuleDefinition.class::isInstance)
                .map(d -> Parser.parse(
                        ((Definition.CoreModuleDefinition) d).module().open()))
                .toList();
        Instance memoryInstance = Instance.builder(modules.get(0))
                .withMachineFactory(MachineFactoryCompiler.compile(modules.get(0)))
                .withMemoryFactory(ByteArrayMemory::new)
                .build();
        memory = memoryInstance.exports().memory("memory");
        realloc = memoryInstance.export("realloc");
        FunctionType get = FunctionType.of(List.of(ValType.I32, ValType.I32, ValType.I32), List.of());
        ImportValues imports = ImportValues.builder()
                .addMemory(new ImportMemory("env", "memory", memory))
                .addGlobal(
                        new ImportGlobal("env", "heap", memoryInstance.exports().global("heap")))
                .addFunction(
                        new ImportFunction("named", "get", get, (instance, args) -> get(args, store)),
                        new HostFunction("plain", "get", get, (instance, args) -> get(args, store)))
                .build();
        Instance main = Instance.builder(modules.get(1))
                .withMachineFactory(MachineFactoryCompiler.compile(modules.get(1)))
                .withImportValues(imports)
                .build();
        reset = main.export("reset");
        add = main.export("add");
        concat = main.export("concat");
        echo = main.export("echo");
        mirror = main.export("mirror");
        namedGets = main.export("named-gets");
    }

    private long[] get(long[] args, Map<String, byte[]> store) {
        String key = new String(memory.readBytes((int) args[0], (int) args[1]), StandardCharsets.UTF_8);
        int out = (int) args[2];
        byte[] value = store.get(key);
        if (value == null) {
            memory.writeByte(out, (byte) 0);
            return NOTHING;
        }
        int at = (int) realloc.apply(0, 0, 1, value.length)[0];
        memory.write(at, value);
        memory.writeByte(out, (byte) 1);
        memory.writeI32(out + 4, at);
        memory.writeI32(out + 8, value.length);
        return NOTHING;
    }

    int add(int a, int b) {
        return (int) add.apply(a, b)[0];
    }

    long namedGets(long rounds) {
        return namedGets.apply(rounds)[0];
    }

    private int put(byte[] bytes) {
        int at = (int) realloc.apply(0, 0, 1, bytes.length)[0];
        memory.write(at, bytes);
        return at;
    }

    private byte[] takeBytes(long pointer) {
        return memory.readBytes(memory.readInt((int) pointer), memory.readInt((int) pointer + 4));
    }

    String concat(String a, String b, String c) {
        byte[] first = a.getBytes(StandardCharsets.UTF_8);
        byte[] second = b.getBytes(StandardCharsets.UTF_8);
        byte[] third = c.getBytes(StandardCharsets.UTF_8);
        long pointer = concat.apply(put(first), first.length, put(second), second.length, put(third), third.length)[0];
        String result = new String(takeBytes(pointer), StandardCharsets.UTF_8);
        reset.apply(pointer);
        return result;
    }

    byte[] echo(byte[] bytes) {
        long pointer = echo.apply(put(bytes), bytes.length)[0];
        byte[] result = takeBytes(pointer);
        reset.apply(pointer);
        return result;
    }

    /** One point of {@code mirror}. */
    record Point(double x, double y, String label) {}

    Point[] mirror(Point[] points) {
        int list = (int) realloc.apply(0, 0, 8, points.length * 24L)[0];
        for (int i = 0; i < points.length; i++) {
            byte[] label = points[i].label.getBytes(StandardCharsets.UTF_8);
            int at = list + i * 24;
            memory.writeF64(at, points[i].x);
            memory.writeF64(at + 8, points[i].y);
            memory.writeI32(at + 16, put(label));
            memory.writeI32(at + 20, label.length);
        }
        long pointer = mirror.apply(list, points.length)[0];
        int out = memory.readInt((int) pointer);
        Point[] result = new Point[memory.readInt((int) pointer + 4)];
        for (int i = 0; i < result.length; i++) {
            int at = out + i * 24;
            result[i] = new Point(
                    memory.readDouble(at),
                    memory.readDouble(at + 8),
                    new String(
                            memory.readBytes(memory.readInt(at + 16), memory.readInt(at + 20)),
                            StandardCharsets.UTF_8));
        }
        reset.apply(pointer);
        return result;
    }
}
