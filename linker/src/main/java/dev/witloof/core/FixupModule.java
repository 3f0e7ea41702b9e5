package dev.witloof.core;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ActiveElement;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.Import;
import com.dylibso.chicory.wasm.types.Instruction;
import com.dylibso.chicory.wasm.types.OpCode;
import com.dylibso.chicory.wasm.types.TableImport;
import com.dylibso.chicory.wasm.types.TypeSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A core module of one form, whatever its name: it imports a table and functions, and puts the functions into the table
 * from slot 0 on, by one active element segment. It has nothing else.
 *
 * <pre>{@code
 * (import "" "0" (func (type 0)))
 * (import "" "1" (func (type 1)))
 * (import "" "$imports" (table 2 2 funcref))
 * (elem (i32.const 0) func 0 1)
 * }</pre>
 */
public final class FixupModule {

    private final CoreModule module;
    private final int tableImport;
    private final List<Integer> functionImports;

    private FixupModule(CoreModule module, int tableImport, List<Integer> functionImports) {
        this.module = module;
        this.tableImport = tableImport;
        this.functionImports = List.copyOf(functionImports);
    }

    /** The module as a fixup; empty unless it is exactly of this form. */
    public static Optional<FixupModule> of(CoreModule module) {
        WasmModule wasm = module.wasm();
        int table = -1;
        List<Integer> functions = new ArrayList<>();
        for (int i = 0; i < wasm.importSection().importCount(); i++) {
            Import each = wasm.importSection().getImport(i);
            if (each instanceof FunctionImport) {
                functions.add(i);
            } else if (table < 0 && each instanceof TableImport) {
                table = i;
            } else {
                return Optional.empty();
            }
        }
        if (table < 0 || !hasNothingElse(wasm)) {
            return Optional.empty();
        }
        List<Integer> filled = new ArrayList<>();
        for (List<Instruction> initializer : wasm.elementSection().getElement(0).initializers()) {
            Instruction only = onlyOne(initializer, OpCode.REF_FUNC);
            if (only == null) {
                return Optional.empty();
            }
            filled.add(functions.get((int) only.operand(0)));
        }
        return Optional.of(new FixupModule(module, table, filled));
    }

    private static boolean hasNothingElse(WasmModule wasm) {
        if (wasm.elementSection().elementCount() != 1
                || !(wasm.elementSection().getElement(0) instanceof ActiveElement element)) {
            return false;
        }
        Instruction offset = onlyOne(element.offset(), OpCode.I32_CONST);
        return offset != null
                && offset.operand(0) == 0
                && element.tableIndex() == 0
                && wasm.functionSection().functionCount() == 0
                && wasm.tableSection().tableCount() == 0
                && wasm.memorySection().isEmpty()
                && wasm.globalSection().globalCount() == 0
                && wasm.dataSection().dataSegmentCount() == 0
                && wasm.startSection().isEmpty()
                && wasm.tagSection().isEmpty()
                && wasm.exportSection().exportCount() == 0;
    }

    /** The instruction of an expression that is nothing but one of this kind; {@code null} for any other. */
    private static @Nullable Instruction onlyOne(List<Instruction> expression, OpCode kind) {
        boolean ended = expression.size() == 2 && expression.get(1).opcode() == OpCode.END;
        boolean one = (expression.size() == 1 || ended) && expression.get(0).opcode() == kind;
        return one ? expression.get(0) : null;
    }

    /** Where its table stands among its imports. */
    public int tableImport() {
        return tableImport;
    }

    /** For each slot that it fills, from 0 on, where the function stands among its imports. */
    public List<Integer> functionImports() {
        return functionImports;
    }

    /**
     * Whether it does for a shim what the shim needs and nothing that the shim's own code would refuse: the segment fits
     * into the table, and each function that is called through a slot has the type with which the shim calls it.
     */
    public boolean fits(ShimModule shim) {
        if (functionImports.size()
                > shim.module().wasm().tableSection().getTable(0).limits().min()) {
            return false;
        }
        TypeSection types = module.wasm().typeSection();
        TypeSection shimTypes = shim.module().wasm().typeSection();
        for (ShimModule.Slot each : shim.functions()) {
            if (each.slot() >= functionImports.size()) {
                return false;
            }
            FunctionImport filling = (FunctionImport) module.engineImport(functionImports.get(each.slot()));
            if (!TypeSection.crossModuleCanonicallyEquivalent(
                    shimTypes, each.calledType(), types, filling.typeIndex())) {
                return false;
            }
        }
        return true;
    }
}
