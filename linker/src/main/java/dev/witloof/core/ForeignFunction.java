package dev.witloof.core;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.types.TypeSection;
import org.jspecify.annotations.Nullable;

/**
 * A function of another instance, as the instance that met it in a table sees it.
 *
 * <p>The gateway is an engine instance with the types of the caller's module and one function, whose machine passes
 * the call on to the owner. It is made at the first call.
 */
final class ForeignFunction {

    /** Where the function stands in its gateway. */
    static final int INDEX_IN_GATEWAY = 0;

    private static final int NO_TYPE = -1;

    private final CoreModule caller;
    private final Instance owner;
    private final int index;
    private final int token;
    private final int typeHere;
    private @Nullable Instance gateway;

    ForeignFunction(CoreModule caller, Instance owner, int index, int token) {
        this.caller = caller;
        this.owner = owner;
        this.index = index;
        this.token = token;
        this.typeHere = typeIn(caller.wasm().typeSection(), owner.module().typeSection(), owner.functionType(index));
    }

    Instance owner() {
        return owner;
    }

    /** The function's index in its owner. */
    int index() {
        return index;
    }

    int token() {
        return token;
    }

    /** Whether the caller's module has a type that equals the function's, or a supertype of it. */
    boolean hasTypeHere() {
        return typeHere != NO_TYPE;
    }

    Instance gateway() {
        Instance made = gateway;
        if (made == null) {
            made = Instance.builder(caller.gatewayModule(typeHere))
                    .withMachineFactory(instance -> new Gateway(owner.getMachine(), index))
                    .withStart(false)
                    .build();
            gateway = made;
        }
        return made;
    }

    /** The first type of {@code here} that equals the given one or, failing that, the nearest declared supertype. */
    private static int typeIn(TypeSection here, TypeSection there, int type) {
        for (int wanted = type; wanted >= 0; ) {
            for (int candidate = 0; candidate < here.subTypeCount(); candidate++) {
                if (TypeSection.crossModuleCanonicallyEquivalent(there, wanted, here, candidate)) {
                    return candidate;
                }
            }
            int[] supertypes = there.getSubType(wanted).typeIdx();
            wanted = supertypes.length == 0 ? NO_TYPE : supertypes[0];
        }
        return NO_TYPE;
    }

    /** Passes the calls of a gateway's only function on. */
    record Gateway(Machine owner, int index) implements Machine {
        @Override
        public long[] call(int functionIndex, long[] args) {
            return owner.call(index, args);
        }
    }
}
