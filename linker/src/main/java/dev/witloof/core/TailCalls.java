package dev.witloof.core;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.Export;
import com.dylibso.chicory.wasm.types.ExternalType;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.Instruction;
import com.dylibso.chicory.wasm.types.TableImport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The functions of a module that may loop by tail calls. The compiler makes a tail call an ordinary one, so such a loop
 * would use up the stack; the interpreter has proper ones. Functions whose tail calls lead to an end soon are not among
 * them, nor are those whose tail calls go through a table that other instances see: the interpreter refuses a tail call
 * to another instance.
 *
 * <p>A graph: from each function with a tail call to the functions that it may call so, all of the type where the callee
 * is not named. What does not lie on a way from one cycle to another is taken away, ends first.
 */
final class TailCalls {

    /** By node, a function's index or, as a negative number, a type: the nodes that it leads to. */
    private final Map<Integer, Set<Integer>> callees = new HashMap<>();

    private final WasmModule module;
    private final Map<FunctionType, Integer> typeNodes = new HashMap<>();
    private final int imports;

    private TailCalls(WasmModule module) {
        this.module = module;
        this.imports = (int) module.importSection().stream()
                .filter(FunctionImport.class::isInstance)
                .count();
    }

    /** The indices of these functions, in order. */
    static Set<Integer> loopsOf(WasmModule module) {
        TailCalls calls = new TailCalls(module);
        calls.read();
        calls.connectTypes();
        calls.takeEndsAway();
        Set<Integer> loops = new TreeSet<>(calls.callees.keySet());
        loops.removeIf(node -> node < 0);
        return loops;
    }

    private void read() {
        for (int i = 0; i < module.codeSection().functionBodyCount(); i++) {
            int caller = imports + i;
            for (Instruction each : module.codeSection().getFunctionBody(i).instructions()) {
                switch (each.opcode()) {
                    case RETURN_CALL -> edge(caller, (int) each.operand(0));
                    case RETURN_CALL_INDIRECT -> {
                        if (isPrivate((int) each.operand(1))) {
                            edge(caller, typeNode((int) each.operand(0)));
                        }
                    }
                    case RETURN_CALL_REF -> edge(caller, typeNode((int) each.operand(0)));
                    default -> {
                        // Any other instruction is no tail call.
                    }
                }
            }
        }
    }

    /** Whether no other module can put functions of its own into a table. */
    private boolean isPrivate(int table) {
        long imported = module.importSection().stream()
                .filter(TableImport.class::isInstance)
                .count();
        for (int i = 0; i < module.exportSection().exportCount(); i++) {
            Export each = module.exportSection().getExport(i);
            if (each.exportType() == ExternalType.TABLE && each.index() == table) {
                return false;
            }
        }
        return table >= imported;
    }

    private int typeNode(int type) {
        return typeNodes.computeIfAbsent(module.typeSection().getType(type), each -> -1 - typeNodes.size());
    }

    private void edge(int from, int to) {
        callees.computeIfAbsent(from, each -> new HashSet<>()).add(to);
    }

    private void connectTypes() {
        for (int i = 0; i < module.codeSection().functionBodyCount(); i++) {
            int type = module.functionSection().getFunctionType(i);
            Integer node = typeNodes.get(module.typeSection().getType(type));
            if (node != null && callees.containsKey(imports + i)) {
                edge(node, imports + i);
            }
        }
    }

    private void takeEndsAway() {
        takeLeavesAway(callees);
        Map<Integer, Set<Integer>> callers = new HashMap<>();
        callees.forEach((from, tos) -> tos.stream()
                .filter(callees::containsKey)
                .forEach(to ->
                        callers.computeIfAbsent(to, each -> new HashSet<>()).add(from)));
        takeLeavesAway(callers);
        callees.keySet().retainAll(callers.keySet());
    }

    /** Takes away what leads to no other node of the graph, until each leads to one. */
    private static void takeLeavesAway(Map<Integer, Set<Integer>> graph) {
        Map<Integer, Set<Integer>> backwards = new HashMap<>();
        graph.forEach((from, tos) -> {
            tos.retainAll(graph.keySet());
            tos.forEach(
                    to -> backwards.computeIfAbsent(to, each -> new HashSet<>()).add(from));
        });
        Deque<Integer> leaves = new ArrayDeque<>();
        graph.forEach((node, tos) -> {
            if (tos.isEmpty()) {
                leaves.add(node);
            }
        });
        while (!leaves.isEmpty()) {
            int leaf = leaves.remove();
            graph.remove(leaf);
            for (int from : backwards.getOrDefault(leaf, Set.of())) {
                Set<Integer> tos = graph.get(from);
                if (tos != null && tos.remove(leaf) && tos.isEmpty()) {
                    leaves.add(from);
                }
            }
        }
    }
}
