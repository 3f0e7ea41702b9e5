package dev.witloof.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.TableLimits;
import com.dylibso.chicory.wasm.types.ValType;
import com.dylibso.chicory.wasm.types.Value;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.ModuleType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The core modules of real guests parse, compile and, with stubs for what they import, instantiate. */
final class GuestModulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c-sessions/sessions.wasm",
                "c-plain/plain.wasm",
                "as-sessions/sessions.wasm",
                "wat-mirror/mirror.wasm",
                "bench-micro/micro.wasm",
                "rust-sessions/sessions.wasm32-unknown-unknown.wasm",
                "rust-bindgen/sessions.wasm"
            })
    void instantiateWithStubs(String guest) throws Exception {
        List<byte[]> modules = BadModulesTest.coreModulesOf(guest);
        assertThat(modules).isNotEmpty();
        for (byte[] bytes : modules) {
            CoreModule module = CoreModule.parse(bytes, 0, bytes.length, guest);
            List<CoreExtern> stubs = new ArrayList<>();
            for (ModuleType.Import each : module.type().imports()) {
                stubs.add(stub(each.type()));
            }
            CoreInstance instance = module.instantiate(stubs);
            for (ModuleType.Export each : module.type().exports()) {
                CoreExtern export = instance.export(each.name()).orElseThrow();
                assertThat(export.type().kind()).isEqualTo(each.type().kind());
                if (export instanceof CoreFunction function) {
                    assertThat(function.handle().type().parameterCount())
                            .isEqualTo(function.type().params().size());
                }
            }
            if (instance.export("cabi_realloc").orElse(null) instanceof CoreFunction realloc) {
                int address = (int) realloc.call(0, 0, 8, 64)[0];
                assertThat(address).isPositive();
                assertThat(address % 8).isZero();
            }
        }
    }

    private static CoreExtern stub(CoreExternType type) {
        if (type instanceof CoreExternType.Func func) {
            long[] zeros = new long[func.results().size()];
            return CoreFunction.ofHost(func, args -> zeros);
        }
        if (type instanceof CoreExternType.Memory memory) {
            return CoreMemory.of(memory);
        }
        if (type instanceof CoreExternType.Table table) {
            CoreInstance shim = Modules.instance("table-owner", Execution.AUTOMATIC);
            CoreExternType.Limits limits = table.limits();
            return new CoreTable(
                    table.element(),
                    new SharedTable(
                            ValType.FuncRef,
                            true,
                            new TableLimits(limits.min(), limits.max().orElse(10_000_000)),
                            -1,
                            shim.instance()));
        }
        if (type instanceof CoreExternType.Global global) {
            return new CoreGlobal(
                    global,
                    new GlobalInstance(Value.i32(64), global.mutable() ? MutabilityType.Var : MutabilityType.Const));
        }
        throw new AssertionError("no stub for " + type);
    }
}
