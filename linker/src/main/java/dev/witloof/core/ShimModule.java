package dev.witloof.core;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.AnnotatedInstruction;
import com.dylibso.chicory.wasm.types.FunctionBody;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.Instruction;
import com.dylibso.chicory.wasm.types.OpCode;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.ValType;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.ModuleType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A core module of one form, whatever its name: it has a table, and functions that pass their parameters on to what
 * stands in a constant slot of that table.
 *
 * <pre>{@code
 * (table (export "$imports") 2 2 funcref)
 * (func (export "0") (param i32 i32) (call_indirect (type 0) (local.get 0) (local.get 1) (i32.const 0)))
 * }</pre>
 *
 * <p>Toolchains put such a module before the main one, which can then be instantiated before its imports are lowered
 * with its memory; a {@link FixupModule} fills the table afterwards. Where nothing else sees the table, a
 * {@link ShimInstance} does the same without the detour.
 */
public final class ShimModule {

    private final CoreModule module;
    private final String table;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<Slot> functions;

    /** An exported function: its type and the slot of the table, which it calls with a type of this index. */
    record Slot(CoreExternType.Func type, int slot, int calledType) {}

    private ShimModule(CoreModule module, String table, List<Slot> functions) {
        this.module = module;
        this.table = table;
        this.functions = functions;
        for (int i = 0; i < functions.size(); i++) {
            positions.put(module.type().exports().get(exportPosition(i)).name(), i);
        }
    }

    /** The module as a shim; empty unless it is exactly of this form. */
    public static Optional<ShimModule> of(CoreModule module) {
        WasmModule wasm = module.wasm();
        String table = null;
        int functions = 0;
        for (ModuleType.Export each : module.type().exports()) {
            if (each.type() instanceof CoreExternType.Func) {
                functions++;
            } else if (table == null && each.type() instanceof CoreExternType.Table) {
                table = each.name();
            } else {
                return Optional.empty();
            }
        }
        if (table == null || functions == 0 || !hasNothingElse(wasm)) {
            return Optional.empty();
        }
        Slot[] slots = new Slot[functions];
        int next = 0;
        for (ModuleType.Export each : module.type().exports()) {
            if (each.type() instanceof CoreExternType.Func type) {
                Slot slot = slot(wasm, module.exported(each.name()).index(), type);
                if (slot == null) {
                    return Optional.empty();
                }
                slots[next++] = slot;
            }
        }
        return Optional.of(new ShimModule(module, table, List.of(slots)));
    }

    private static boolean hasNothingElse(WasmModule wasm) {
        if (wasm.tableSection().tableCount() != 1) {
            return false;
        }
        Table table = wasm.tableSection().getTable(0);
        List<Instruction> initial = table.initialize();
        return wasm.importSection().importCount() == 0
                && wasm.memorySection().isEmpty()
                && wasm.globalSection().globalCount() == 0
                && wasm.elementSection().elementCount() == 0
                && wasm.dataSection().dataSegmentCount() == 0
                && wasm.startSection().isEmpty()
                && wasm.tagSection().isEmpty()
                && table.elementType().equals(ValType.FuncRef)
                && initial.stream().allMatch(each -> each.opcode() == OpCode.REF_NULL || each.opcode() == OpCode.END);
    }

    private static @Nullable Slot slot(WasmModule wasm, int function, CoreExternType.Func type) {
        FunctionType own = wasm.typeSection().getType(wasm.functionSection().getFunctionType(function));
        FunctionBody body = wasm.codeSection().getFunctionBody(function);
        List<AnnotatedInstruction> code = body.instructions();
        int parameters = own.params().size();
        if (!body.localTypes().isEmpty() || code.size() != parameters + 3) {
            return null;
        }
        for (int i = 0; i < parameters; i++) {
            Instruction get = code.get(i);
            if (get.opcode() != OpCode.LOCAL_GET || get.operand(0) != i) {
                return null;
            }
        }
        Instruction slot = code.get(parameters);
        Instruction call = code.get(parameters + 1);
        if (slot.opcode() != OpCode.I32_CONST
                || call.opcode() != OpCode.CALL_INDIRECT
                || code.get(parameters + 2).opcode() != OpCode.END) {
            return null;
        }
        int calledType = (int) call.operand(0);
        long index = slot.operand(0);
        boolean calledAsItself = own.equals(wasm.typeSection().getType(calledType));
        boolean inTable =
                index >= 0 && index < wasm.tableSection().getTable(0).limits().min();
        return calledAsItself && inTable ? new Slot(type, (int) index, calledType) : null;
    }

    private int exportPosition(int function) {
        int seen = -1;
        for (int i = 0; ; i++) {
            if (module.type().exports().get(i).type() instanceof CoreExternType.Func && ++seen == function) {
                return i;
            }
        }
    }

    /** The name under which it exports its table. */
    public String table() {
        return table;
    }

    /** The functions, in the order of their exports. */
    List<Slot> functions() {
        return functions;
    }

    /** Where a function stands among {@link #functions}; {@code null} if no function has this name. */
    @Nullable
    Integer position(String name) {
        return positions.get(name);
    }

    CoreModule module() {
        return module;
    }
}
