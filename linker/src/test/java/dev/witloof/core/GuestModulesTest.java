package dev.witloof.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.TableLimits;
import com.dylibso.chicory.wasm.types.ValType;
import com.dylibso.chicory.wasm.types.Value;
import dev.witloof.limit.Limits;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.ModuleType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    /** What the lowered imports of rust-bindgen are called in its shim, in order. */
    private static final List<String> SHIM = List.of(
            "cache open",
            "cache [method]bucket.set",
            "cache [method]bucket.delete",
            "cache [method]bucket.get",
            "sessions open",
            "sessions [method]bucket.set",
            "sessions [method]bucket.exists",
            "sessions [method]bucket.delete",
            "sessions [method]bucket.get",
            "sessions [method]bucket.list-keys");

    @ParameterizedTest
    @EnumSource
    void aRealShimReachesTheHostThroughItsFixup(Execution execution) throws Exception {
        List<CoreModule> modules = new ArrayList<>();
        for (byte[] bytes : BadModulesTest.coreModulesOf("rust-bindgen/sessions.wasm")) {
            modules.add(CoreModule.parse(bytes, 0, bytes.length, "rust-bindgen", execution));
        }
        CoreInstance shim = modules.get(1).instantiate(List.of());
        List<CoreExtern> imports = new ArrayList<>();
        for (ModuleType.Import each : modules.get(0).type().imports()) {
            int slot = SHIM.indexOf(each.module() + " " + each.name());
            imports.add(slot < 0 ? stub(each.type()) : Modules.function(shim, Integer.toString(slot)));
        }
        CoreInstance main = modules.get(0).instantiate(imports);
        CoreMemory memory = Modules.memory(main);

        List<String> log = new ArrayList<>();
        List<CoreExtern> lowered = new ArrayList<>();
        for (ModuleType.Import each : modules.get(2).type().imports()) {
            lowered.add(
                    each.module().equals("shim")
                            ? shim.export("$imports").orElseThrow()
                            : CoreFunction.ofHost((CoreExternType.Func) each.type(), args -> {
                                byte[] name = new byte[(int) args[1]];
                                memory.read((int) args[0], name, 0, name.length);
                                log.add(SHIM.get(Integer.parseInt(each.name())) + " \""
                                        + new String(name, StandardCharsets.UTF_8) + "\"");
                                throw new IllegalStateException("the store is shut");
                            }));
        }
        modules.get(2).instantiate(lowered);

        CoreFunction realloc = Modules.function(main, "cabi_realloc");
        int user = (int) realloc.call(0, 0, 1, 3)[0];
        memory.write(user, "eva".getBytes(StandardCharsets.UTF_8), 0, 3);
        CoreFunction login = Modules.function(main, "demo:named/session-service@0.1.0#login");
        assertThatThrownBy(() -> login.call(user, 3, user, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the store is shut")
                .satisfies(thrown -> assertThat(
                                CoreTraps.asTrap(thrown, "\"login\"", null).frames())
                        .startsWith("wit-component:shim!indirect-sessions-open")
                        .endsWith("func[29]"));
        assertThat(log).hasSize(1).first().asString().startsWith("sessions open \"");
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
                            shim.instance(),
                            new Allowance(Limits.NONE)));
        }
        if (type instanceof CoreExternType.Global global) {
            return new CoreGlobal(
                    global,
                    new GlobalInstance(Value.i32(64), global.mutable() ? MutabilityType.Var : MutabilityType.Const));
        }
        throw new AssertionError("no stub for " + type);
    }
}
