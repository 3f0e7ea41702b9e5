package dev.witloof.core;

import static dev.witloof.core.Modules.call;
import static dev.witloof.core.Modules.host;
import static dev.witloof.core.Modules.trap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.wasm.types.OpCode;
import dev.witloof.error.MalformedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompilationCacheTest {

    @TempDir
    Path parent;

    private Path directory() {
        return parent.resolve("code");
    }

    private CompilationCache cache() {
        return CompilationCache.in(directory());
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.sorted().toList();
        }
    }

    private Path entry() throws IOException {
        assertThat(entries()).hasSize(1);
        return entries().get(0);
    }

    static CoreModule module(byte[] bytes, String name, CompilationCache cache) {
        CoreModule module = CoreModule.parse(bytes, 0, bytes.length, name, Execution.AUTOMATIC, cache);
        module.prepare();
        return module;
    }

    private CoreModule module(String name) {
        return module(Modules.bytes(name), name, cache());
    }

    /** Whether the module was parsed without the bodies of compiled functions. */
    private static boolean isHollow(CoreModule module, int function) {
        return module.wasm()
                        .codeSection()
                        .getFunctionBody(function)
                        .instructions()
                        .get(0)
                        .opcode()
                == OpCode.UNREACHABLE;
    }

    private static CoreInstance calls(CoreModule module) {
        return module.instantiate(List.of(host(args -> new long[] {args[0] + 1})));
    }

    @Test
    void theSecondRunFindsWhatTheFirstMade() throws Throwable {
        CoreModule first = module("calls");
        byte[] made = Files.readAllBytes(entry());
        CoreModule second = module("calls");
        assertThat(isHollow(first, 0)).isFalse();
        assertThat(isHollow(second, 0)).isTrue();
        assertThat(second.type()).isEqualTo(first.type());
        for (CoreModule module : List.of(first, second)) {
            CoreInstance instance = calls(module);
            assertThat(call(instance, "double", 21)).isEqualTo(42);
            assertThat(call(instance, "via-host", 21)).isEqualTo(22);
            assertThat(call(instance, "indirect", 0, 4)).isEqualTo(8);
            assertThat(Modules.function(instance, "several").call(1, 2, 3, 4)).containsExactly(4, 3, 2, 1);
            assertThat(trap(instance, "unreachable").frames()).containsExactly("calls!deeper", "calls!stop");
            assertThat((int) Modules.function(instance, "double").handle().invokeExact(4))
                    .isEqualTo(8);
            assertThat(Modules.function(instance, "double").direct()).isPresent();
        }
        assertThat(Files.readAllBytes(entry())).isEqualTo(made);
    }

    @Test
    void twoMakeTheSameEntry() throws IOException {
        module("calls");
        byte[] made = Files.readAllBytes(entry());
        Files.delete(entry());
        module("calls");
        assertThat(Files.readAllBytes(entry())).isEqualTo(made);
    }

    @Test
    void functionsThatAreInterpretedKeepTheirBodies() throws Exception {
        byte[] large = ModuleCompilerTest.moduleWithALargeFunction();
        List<String> said = Log.of(() -> module(large, "large", cache()));
        assertThat(said)
                .containsExactly("WARN dev.witloof.core.CoreModule - large: func[0] exceeds what a JVM method can hold"
                        + " and will be interpreted");
        assertThat(Log.of(() -> {
                    CoreModule again = module(large, "large", cache());
                    assertThat(isHollow(again, 0)).isFalse();
                    assertThat(isHollow(again, 1)).isTrue();
                    assertThat(call(again.instantiate(List.of()), "s", 7)).isEqualTo(6_000_008);
                }))
                .isEqualTo(said);
    }

    @Test
    void loopsByTailCallsStayInterpreted() throws Exception {
        List<String> said = Log.of(() -> module("tail-calls"));
        assertThat(said)
                .containsExactly("WARN dev.witloof.core.CoreModule - tail-calls: tail!even, tail!odd, tail!sum,"
                        + " tail!indirect, tail!ref and 1 more may loop by tail calls and will be interpreted");
        assertThat(Log.of(() -> {
                    CoreInstance tail = module("tail-calls").instantiate(List.of());
                    assertThat(call(tail, "even", 200_000)).isEqualTo(1);
                    assertThat(call(tail, "nested", 1000, 7)).isEqualTo(7 + 1000 * (3 + 5));
                }))
                .isEqualTo(said);
    }

    @Test
    void aModuleThatTheCompilerRefusesIsNotTriedAgain() throws Exception {
        List<String> said = Log.of(() -> module("simd"));
        assertThat(said)
                .singleElement()
                .asString()
                .startsWith("WARN dev.witloof.core.CoreModule - simd: the compiler refuses the module, which will be"
                        + " interpreted: ");
        assertThat(Files.size(entry())).isLessThan(1000);
        assertThat(Log.of(() -> {
                    CoreModule again = module("simd");
                    assertThat(again.code().compiled()).isNull();
                    assertThat(call(again.instantiate(List.of()), "add", 2, 3)).isEqualTo(5);
                }))
                .isEqualTo(said);
    }

    @Test
    void nothingIsKeptOfWhatIsNotCompiled() {
        module("shim");
        byte[] calls = Modules.bytes("calls");
        CoreModule.parse(calls, 0, calls.length, "calls", Execution.INTERPRETED, cache())
                .prepare();
        module(calls, "calls", CompilationCache.none());
        assertThat(directory()).doesNotExist();
    }

    @Test
    void onlyThePlaceOfTheModuleMayDiffer() throws IOException {
        module("calls");
        byte[] bytes = Modules.bytes("calls");
        byte[] within = new byte[bytes.length + 20];
        System.arraycopy(bytes, 0, within, 7, bytes.length);
        CoreModule again = CoreModule.parse(within, 7, bytes.length, "elsewhere", Execution.AUTOMATIC, cache());
        assertThat(isHollow(again, 0)).isTrue();
        assertThat(call(calls(again), "double", 4)).isEqualTo(8);
        // The way to run is part of the key: the same module, compiled whatever it is.
        CoreModule.parse(bytes, 0, bytes.length, "calls", Execution.COMPILED, cache())
                .prepare();
        assertThat(entries()).hasSize(2);
    }

    @Test
    void anEntryDoesNotMakeABadModuleGood() throws IOException {
        module("calls");
        byte[] bytes = Modules.bytes("calls");
        assertThatThrownBy(() -> module(Arrays.copyOf(bytes, bytes.length - 1), "calls", cache()))
                .isInstanceOf(MalformedException.class);
        assertThat(entries()).hasSize(1);
    }

    /** They are renamed in the bytes that the engine's parser gets, as bodies are left out. */
    @Test
    void importsMayHaveNoNames() {
        byte[] bytes = Modules.bytes("empty-names");
        CoreModule.parse(bytes, 0, bytes.length, "", Execution.COMPILED, cache())
                .prepare();
        CoreModule again = CoreModule.parse(bytes, 0, bytes.length, "", Execution.COMPILED, cache());
        assertThat(isHollow(again, 0)).isTrue();
        assertThat(again.type())
                .isEqualTo(Modules.module("empty-names", Execution.AUTOMATIC).type());
        CoreInstance givers = Modules.instance("empty-exports", Execution.AUTOMATIC);
        CoreInstance instance = again.instantiate(List.of(
                givers.export("table").orElseThrow(),
                host(args -> new long[] {1}),
                givers.export("memory").orElseThrow(),
                givers.export("global").orElseThrow(),
                givers.export("tag").orElseThrow(),
                host(args -> new long[] {2}),
                host(args -> new long[] {3}),
                givers.export("externs").orElseThrow()));
        assertThat(call(instance, "one", 0)).isEqualTo(1);
        assertThat(call(instance, "two", 0)).isEqualTo(2);
        assertThat(call(instance, "three", 0)).isEqualTo(3);
    }

    @Test
    void saysWhatItKeeps() {
        assertThat(cache()).hasToString("compiled code is kept in " + directory());
        assertThat(CompilationCache.none()).hasToString("no compiled code is kept");
        assertThatThrownBy(() -> CompilationCache.in(directory(), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a number of bytes that is not negative, found -1");
    }
}
