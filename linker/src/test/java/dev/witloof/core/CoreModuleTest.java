package dev.witloof.core;

import static dev.witloof.core.Modules.bytes;
import static dev.witloof.core.Modules.call;
import static dev.witloof.core.Modules.instance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.wasm.types.ValType;
import com.dylibso.chicory.wasm.types.Value;
import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;
import dev.witloof.error.TrapException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CoreModuleTest {

    private static final CoreExternType.Func UNARY = Modules.func(List.of(Modules.I32), List.of(Modules.I32));

    private static CoreGlobal constant(int value) {
        return new CoreGlobal(new CoreExternType.Global(Modules.I32, false), new GlobalInstance(Value.i32(value)));
    }

    @Test
    void theTypeHasImportsAndExportsInOrder() {
        CoreModule module = Modules.module("reexport", Execution.AUTOMATIC);
        CoreValType.Reference funcref = new CoreValType.Reference(true, CoreValType.AbstractHeapType.FUNC);
        CoreExternType.Limits one = new CoreExternType.Limits(1, OptionalLong.empty(), false);
        assertThat(module.type().imports())
                .extracting(each -> each.module() + " " + each.name())
                .containsExactly("m f", "m memory", "m table", "m g");
        assertThat(module.type().imports())
                .extracting(each -> each.type())
                .containsExactly(
                        UNARY,
                        new CoreExternType.Memory(one, false),
                        new CoreExternType.Table(funcref, one),
                        new CoreExternType.Global(Modules.I32, false));
        assertThat(module.type().exports())
                .extracting(each -> each.name() + " " + each.type().kind())
                .containsExactly("own func", "f func", "memory memory", "table table", "g global", "counter global");
        assertThat(Modules.module("throws", Execution.AUTOMATIC)
                        .type()
                        .exports()
                        .get(0)
                        .type())
                .isEqualTo(new CoreExternType.Tag(Modules.func(List.of(Modules.I32), List.of())));
        assertThat(Modules.module("atomics", Execution.AUTOMATIC)
                        .type()
                        .exports()
                        .get(0)
                        .type())
                .isEqualTo(new CoreExternType.Memory(new CoreExternType.Limits(1, OptionalLong.of(2), false), true));
        assertThat(Modules.module("calls", Execution.AUTOMATIC).functionName(11))
                .contains("deeper");
        assertThat(Modules.module("unnamed", Execution.AUTOMATIC).functionName(0))
                .isEmpty();
    }

    @Test
    void whatIsImportedAndExportedAgainIsTheSame() {
        CoreFunction f = Modules.host(args -> args);
        CoreMemory memory = CoreMemory.of(
                new CoreExternType.Memory(new CoreExternType.Limits(1, OptionalLong.empty(), false), false));
        CoreExtern table =
                instance("shim", Execution.AUTOMATIC).export("$imports").orElseThrow();
        CoreGlobal global = constant(3);
        CoreInstance instance = instance("reexport", Execution.AUTOMATIC, f, memory, table, global);
        assertThat(instance.export("f")).containsSame(f);
        assertThat(instance.export("memory")).containsSame(memory);
        assertThat(instance.export("table")).containsSame(table);
        assertThat(instance.export("g")).containsSame(global);
        assertThat(instance.export("own")).containsSame(instance.export("own").orElseThrow());
        assertThat(instance.export("other")).isEmpty();
        CoreGlobal counter = (CoreGlobal) instance.export("counter").orElseThrow();
        counter.set(counter.get() + 1);
        assertThat(counter.get()).isEqualTo(42);
        assertThatThrownBy(() -> global.set(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("global: expected a mutable one, found an immutable i32");
    }

    @Test
    void whatIsGivenIsComparedWithWhatIsAskedFor() {
        CoreModule module = Modules.module("reexport", Execution.AUTOMATIC);
        CoreFunction f = Modules.host(args -> args);
        CoreFunction wide = CoreFunction.ofHost(Modules.func(List.of(Modules.I64), List.of()), args -> args);
        CoreMemory empty = CoreMemory.of(
                new CoreExternType.Memory(new CoreExternType.Limits(0, OptionalLong.of(4), false), false));
        CoreMemory memory = CoreMemory.of(
                new CoreExternType.Memory(new CoreExternType.Limits(1, OptionalLong.empty(), false), false));
        CoreExtern table =
                instance("shim", Execution.AUTOMATIC).export("$imports").orElseThrow();
        CoreGlobal mutable = new CoreGlobal(
                new CoreExternType.Global(Modules.I32, true), new GlobalInstance(new Value(ValType.I32, 1)));
        assertThatThrownBy(() -> module.instantiate(List.of(f)))
                .isInstanceOf(InvalidException.class)
                .hasMessage("reexport: expected 4 imports, found 1");
        assertThatThrownBy(() -> module.instantiate(List.of(wide, memory, table, constant(1))))
                .isInstanceOf(InvalidException.class)
                .hasMessage("reexport, import \"m\" \"f\": expected func [i32] -> [i32], found func [i64] -> []");
        assertThatThrownBy(() -> module.instantiate(List.of(f, empty, table, constant(1))))
                .hasMessage("reexport, import \"m\" \"memory\": expected memory 1.., found memory 0..4");
        assertThatThrownBy(() -> module.instantiate(List.of(f, memory, memory, constant(1))))
                .hasMessage("reexport, import \"m\" \"table\": expected table 1.. (ref null func), found memory 1..");
        assertThatThrownBy(() -> module.instantiate(List.of(f, memory, table, mutable)))
                .hasMessage("reexport, import \"m\" \"g\": expected global i32, found global mut i32");
        assertThatThrownBy(() -> instance("data-user", Execution.AUTOMATIC, memory))
                .hasMessage("data-user, import \"owner\" \"memory\": expected memory 1..4, found memory 1..");
    }

    @ParameterizedTest
    @EnumSource
    void anImportIsGivenByPositionWhateverItsName(Execution execution) {
        CoreInstance names = instance("names", execution);
        CoreInstance user = instance(
                "names-user",
                execution,
                Modules.function(names, "b"),
                Modules.function(names, "a"),
                Modules.function(names, "b"),
                constant(100));
        assertThat(call(user, "wide", 10)).isEqualTo(12);
        assertThat(call(user, "narrow", 10)).isEqualTo(111);
        assertThat(call(user, "wide2", 20)).isEqualTo(22);
    }

    /** The engine's parser refuses them. */
    @Test
    void aFunctionImportNeedsNoName() {
        CoreModule module = Modules.module("empty-names", Execution.AUTOMATIC);
        assertThat(module.type().imports())
                .extracting(each -> each.module() + "/" + each.name() + " "
                        + each.type().getClass().getSimpleName())
                .containsExactly(
                        "/table Table", "/ Func", "/ Memory", "/ Global", "/ Tag", "/ Func", "/named Func", "/ Table");
        CoreInstance givers = instance("empty-exports", Execution.AUTOMATIC);
        CoreInstance instance = module.instantiate(List.of(
                givers.export("table").orElseThrow(),
                Modules.host(args -> new long[] {1}),
                givers.export("memory").orElseThrow(),
                givers.export("global").orElseThrow(),
                givers.export("tag").orElseThrow(),
                Modules.host(args -> new long[] {2}),
                Modules.host(args -> new long[] {3}),
                givers.export("externs").orElseThrow()));
        assertThat(call(instance, "one", 0)).isEqualTo(1);
        assertThat(call(instance, "two", 0)).isEqualTo(2);
        assertThat(call(instance, "three", 0)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void theStartFunctionRunsAndTheStartExportDoesNot(Execution execution) {
        int[] started = {0};
        CoreFunction count = CoreFunction.ofHost(Modules.func(List.of(), List.of()), args -> {
            started[0]++;
            return args;
        });
        CoreInstance instance = instance("start", execution, constant(1), count);
        assertThat(started[0]).isZero();
        call(instance, "_start");
        assertThat(started[0]).isEqualTo(1);
        assertThatThrownBy(() -> instance("start", execution, constant(0), count))
                .isInstanceOf(UninstantiableException.class)
                .hasMessage("start: expected segments that fit and a start function that returns, found a trap:"
                        + " unreachable")
                .satisfies(thrown ->
                        assertThat(((TrapException) thrown.getCause()).frames()).containsExactly("begin!check"));
    }

    @ParameterizedTest
    @EnumSource
    void aSegmentThatDoesNotFitFailsTheInstantiation(Execution execution) {
        assertThatThrownBy(() -> instance("segment", execution))
                .isInstanceOf(UninstantiableException.class)
                .hasMessage("segment: expected segments that fit and a start function that returns, found a trap:"
                        + " out of bounds memory access")
                .cause()
                .isInstanceOf(TrapException.class);
        assertThatThrownBy(() -> instance("element", execution))
                .isInstanceOf(UninstantiableException.class)
                .hasMessage("element: expected segments that fit and a start function that returns, found a trap:"
                        + " out of bounds table access")
                .cause()
                .isInstanceOf(TrapException.class);
    }

    @Test
    void whatTheEngineLacksIsRefused() {
        assertThatThrownBy(() -> Modules.module("memory64", Execution.AUTOMATIC))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("memory64, offset 0x0: ")
                .hasMessageContaining("invalid memory limit: 4");
        assertThatThrownBy(() -> Modules.module("relaxed-simd", Execution.AUTOMATIC))
                .isInstanceOfAny(MalformedException.class, InvalidException.class)
                .hasMessageStartingWith("relaxed-simd");
        assertThatThrownBy(() -> Modules.module("legacy-exceptions", Execution.AUTOMATIC))
                .isInstanceOfAny(MalformedException.class, InvalidException.class)
                .hasMessageStartingWith("legacy-exceptions");
    }

    @Test
    void theFramingIsCheckedToTheByte() {
        byte[] bytes = bytes("names");
        byte[] padded = new byte[bytes.length + 20];
        System.arraycopy(bytes, 0, padded, 16, bytes.length);
        assertThat(CoreModule.parse(padded, 16, bytes.length, "").type().exports())
                .hasSize(2);
        assertThatThrownBy(() -> CoreModule.parse(padded, 16, bytes.length - 1, "component 1"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("component 1, offset 0x35: expected section 10 of 17 bytes, found 16 until the end");
        assertThatThrownBy(() -> CoreModule.parse(padded, 15, bytes.length, ""))
                .hasMessage("offset 0xf: expected the magic bytes 00 61 73 6d of a core module, found 00 00 61 73");
        assertThatThrownBy(() -> CoreModule.parse(new byte[0], 0, 0, ""))
                .hasMessage("offset 0x0: expected the magic bytes 00 61 73 6d of a core module, found nothing");
        byte[] component = Arrays.copyOf(bytes, 8);
        component[4] = 0x0d;
        component[6] = 1;
        assertThatThrownBy(() -> CoreModule.parse(component, 0, 8, ""))
                .hasMessage("offset 0x4: expected version 01 00 00 00 of a core module, found 0d 00 01 00");
        byte[] unknown = Arrays.copyOf(bytes, bytes.length + 2);
        unknown[bytes.length] = 0x20;
        assertThatThrownBy(() -> CoreModule.parse(unknown, 0, unknown.length, ""))
                .hasMessage("offset 0x" + Integer.toHexString(bytes.length)
                        + ": expected a section of a core module, found id 0x20");
    }

    @Test
    void threadsCompileAModuleOnce() throws Exception {
        CoreModule module = Modules.module("calls", Execution.COMPILED);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Object> prepared = () -> {
                module.prepare();
                return module.code();
            };
            List<Object> codes = threads.invokeAll(List.of(prepared, prepared, prepared, prepared)).stream()
                    .<Object>map(each -> {
                        try {
                            return each.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .distinct()
                    .toList();
            assertThat(codes).hasSize(1);
        } finally {
            threads.shutdown();
        }
    }
}
