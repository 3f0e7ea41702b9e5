package dev.witloof.core;

import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.Value;
import dev.witloof.error.LimitException;
import dev.witloof.type.CoreExternType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands for an instance of a {@link ShimModule}: functions that become others once those exist. Until then a call
 * traps as the shim's own code does.
 */
public final class ShimInstance {

    private final ShimModule shim;
    private final CoreFunction[] functions;
    private final Allowance allowance;
    private @Nullable CoreTable table;

    /**
     * An instance whose functions cannot be called yet.
     *
     * @throws LimitException if the allowance does not suffice for its table
     */
    public ShimInstance(ShimModule shim, Allowance allowance) {
        this.allowance = allowance;
        allowance.takeTable(
                shim.module().wasm().tableSection().getTable(0).limits().min());
        this.shim = shim;
        List<ShimModule.Slot> slots = shim.functions();
        this.functions = new CoreFunction[slots.size()];
        for (int i = 0; i < functions.length; i++) {
            ShimModule.Slot each = slots.get(i);
            functions[i] = CoreFunction.late(each.type(), "uninitialized element " + each.slot());
        }
    }

    /** The export of that name. The table is only there to be passed to the fixup. */
    public Optional<CoreExtern> export(String name) {
        Integer position = shim.position(name);
        if (position != null) {
            return Optional.of(functions[position]);
        }
        return name.equals(shim.table()) ? Optional.of(table()) : Optional.empty();
    }

    private CoreTable table() {
        CoreTable made = table;
        if (made == null) {
            Table declared = shim.module().wasm().tableSection().getTable(0);
            CoreExternType.Table type = CoreTypes.table(declared.elementType(), declared.limits());
            made = new CoreTable(
                    type.element(),
                    new SharedTable(
                            declared.elementType(), true, declared.limits(), Value.REF_NULL_VALUE, null, allowance));
            table = made;
        }
        return made;
    }

    /**
     * Does what the fixup's element segment does.
     *
     * @param filling the function of each slot, of types that {@link FixupModule#fits} accepted
     */
    public void fill(List<CoreFunction> filling) {
        List<ShimModule.Slot> slots = shim.functions();
        for (int i = 0; i < functions.length; i++) {
            functions[i].becomes(filling.get(slots.get(i).slot()));
        }
    }
}
