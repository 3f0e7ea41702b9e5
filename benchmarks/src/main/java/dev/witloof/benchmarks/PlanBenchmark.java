package dev.witloof.benchmarks;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.witloof.instance.Component;
import dev.witloof.link.Functions;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * From the bytes of a component of 70 kB that imports WASI to its plan, and the engine's share in that: what it takes to
 * parse and to compile the same core modules. What is ours is {@code load} less {@code engineParse}, and {@code planCompiled}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 10, time = 2)
public class PlanBenchmark {

    private byte[] bytes;
    private Linker linker;
    private Component loaded;
    private VarHandle prepared;
    private List<byte[]> modules;
    private WasmModule main;

    /** Binds every function that the component imports to one that traps. */
    @Setup
    public void prepare() throws IOException, ReflectiveOperationException {
        bytes = Guest.bytes("rust-sessions/sessions.wasm32-wasip2.wasm");
        loaded = Component.load(bytes);
        linker = trapping(loaded);
        linker.plan(loaded);
        // Planning again with the code at hand wants a component that has forgotten its plan only.
        Class<?> type = Class.forName("dev.witloof.instance.PreparedComponent");
        prepared = MethodHandles.privateLookupIn(Component.class, MethodHandles.lookup())
                .findVarHandle(Component.class, "prepared", type);
        modules = CoreModules.of(bytes);
        // The others are its shim and its fixup, which are not compiled.
        main = Parser.parse(modules.stream()
                .max(Comparator.comparingInt(each -> each.length))
                .orElseThrow());
    }

    private static Linker trapping(Component component) {
        Linker.Builder builder = Linker.builder();
        for (ExternDecl each : component.type().imports()) {
            Functions functions = Functions.of(f -> trap(f, (InstanceType) each.type()));
            if (each.name().indexOf(':') < 0) {
                builder.bind(each.name()).to(functions);
            } else {
                builder.bindInterface(each.name()).to(functions);
            }
        }
        return builder.build();
    }

    private static void trap(Functions.Builder functions, InstanceType imported) {
        for (ExternDecl each : imported.exports()) {
            if (each.type() instanceof FuncType) {
                functions.function(each.name(), (call, args) -> {
                    throw new IllegalStateException(call + ": expected not to be called");
                });
            }
        }
    }

    /** Decodes, validates and plans, the engine's parsing and compiling included. */
    @Benchmark
    public LinkPlan loadAndPlan() {
        return linker.plan(Component.load(bytes));
    }

    /** Decodes and validates, the engine's parsing included. */
    @Benchmark
    public Component load() {
        return Component.load(bytes);
    }

    /** Plans a component whose core modules are compiled. */
    @Benchmark
    public LinkPlan planCompiled() {
        prepared.setVolatile(loaded, null);
        return linker.plan(loaded);
    }

    /** The engine's part of loading: it parses and validates the core modules. */
    @Benchmark
    public void engineParse(Blackhole sink) {
        for (byte[] module : modules) {
            sink.consume(Parser.parse(module));
        }
    }

    /** The engine's part of planning: it compiles the main module. */
    @Benchmark
    public Object engineCompile() {
        return MachineFactoryCompiler.builder(main)
                .withInterpreterFallback(InterpreterFallback.FAIL)
                .compile();
    }
}
