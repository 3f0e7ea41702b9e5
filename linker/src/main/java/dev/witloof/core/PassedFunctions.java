package dev.witloof.core;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.TypeSection;
import com.dylibso.chicory.wasm.types.ValType;
import com.dylibso.chicory.wasm.types.Value;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Function references among the arguments and results of a call from one instance to another.
 *
 * <p>Why: to the engine such a reference is a function index, of which each instance has its own. Passed on as it is, it
 * would name another function of the receiver, whose type may even fit. So it becomes what the receiver knows the function
 * by: an index of its own or a token of its {@link ForeignFunctions}.
 */
final class PassedFunctions {

    private PassedFunctions() {}

    /**
     * A function as the import of an instance.
     *
     * @param function the function
     * @param type its type, as the importing module has it
     * @param types the importing module's types
     * @param here what the importing instance knows other instances' functions by
     */
    static WasmFunctionHandle asImport(
            CoreFunction function, FunctionType type, TypeSection types, ForeignFunctions here) {
        WasmFunctionHandle plain = function.asImport();
        CoreInstance owner = function.owner();
        int[] params = places(type.params(), types);
        int[] results = places(type.returns(), types);
        if (owner == null || params.length + results.length == 0) {
            return plain;
        }
        ForeignFunctions there = owner.foreign();
        return (caller, args) ->
                translated(plain.apply(caller, translated(args, params, here, there)), results, there, here);
    }

    /** Where function references stand among values. */
    private static int[] places(List<ValType> values, TypeSection types) {
        IntStream.Builder places = IntStream.builder();
        int place = 0;
        for (ValType each : values) {
            if (each.isReference() && CoreTypes.isFunctionReference(each, types)) {
                places.add(place);
            }
            place += each.equals(ValType.V128) ? 2 : 1;
        }
        return places.build().toArray();
    }

    private static long[] translated(long[] values, int[] places, ForeignFunctions from, ForeignFunctions to) {
        if (places.length == 0) {
            return values;
        }
        long[] translated = values.clone();
        for (int place : places) {
            translated[place] = translated((int) values[place], from, to);
        }
        return translated;
    }

    private static int translated(int ref, ForeignFunctions from, ForeignFunctions to) {
        if (ref == Value.REF_NULL_VALUE) {
            return ref;
        }
        ForeignFunction foreign = from.byToken(ref);
        Instance owner = foreign == null ? from.home() : foreign.owner();
        int index = foreign == null ? ref : foreign.index();
        return owner == null || owner == to.home() ? index : to.of(owner, index).token();
    }
}
