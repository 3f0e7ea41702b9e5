package dev.witloof.core;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.types.TypeSection;
import dev.witloof.type.CoreExternType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A core function: a guest's, bound to its instance, or one of the host. Calls run on the caller's thread and stack. What
 * leaves a call is what the engine or the host threw; {@link CoreTraps} makes a trap of it.
 */
public final class CoreFunction implements CoreExtern {

    private static final long[] NO_RESULTS = {};

    private final CoreExternType.Func type;
    private final HostCode code;
    private final @Nullable CoreInstance owner;
    private final int index;
    private final int arity;
    private volatile @Nullable MethodHandle handle;

    private CoreFunction(CoreExternType.Func type, HostCode code, @Nullable CoreInstance owner, int index) {
        this.type = type;
        this.code = code;
        this.owner = owner;
        this.index = index;
        this.arity = FunctionHandles.slots(type.params());
    }

    /** What a function of the host does. */
    @FunctionalInterface
    public interface HostCode {

        /**
         * One call.
         *
         * @param args an element for each parameter: integers extended to 64 bits, raw bits of floats
         * @return an element for each result, in the same form; any array for a function without results
         */
        long[] call(long[] args);
    }

    /** A function of the host; the exceptions that its code throws pass through guest frames unchanged. */
    public static CoreFunction ofHost(CoreExternType.Func type, HostCode code) {
        int results = FunctionHandles.slots(type.results());
        HostCode checked = args -> {
            long[] found = code.call(args);
            // A shorter array would surface as an index error in the engine.
            if (found.length < results) {
                throw new IllegalStateException(
                        "host function " + type + ": expected " + results + " results, found " + found.length);
            }
            return found;
        };
        return new CoreFunction(type, checked, null, -1);
    }

    static CoreFunction ofGuest(CoreExternType.Func type, CoreInstance owner, int index) {
        Machine machine = owner.instance().getMachine();
        return new CoreFunction(type, args -> machine.call(index, args), owner, index);
    }

    @Override
    public CoreExternType.Func type() {
        return type;
    }

    /**
     * Calls the function.
     *
     * @param args an element for each parameter: integers extended to 64 bits in either way, raw bits of floats
     * @return an element for each result, in the same form
     * @throws IllegalArgumentException for another number of arguments, which the engine does not check
     */
    public long[] call(long... args) {
        if (args.length != arity) {
            throw new IllegalArgumentException(
                    "core function " + type + ": expected " + arity + " arguments, found " + args.length);
        }
        long[] results = code.call(args);
        return results == null ? NO_RESULTS : results;
    }

    /**
     * The function as an exact handle: int, long, float and double parameters, the one result or void, {@code long[]}
     * for several results. For a compiled function the handle is the method that it was compiled to, so a call builds
     * no array.
     */
    public MethodHandle handle() {
        MethodHandle made = handle;
        if (made == null) {
            made = direct().orElseGet(() -> FunctionHandles.overArray(this));
            handle = made;
        }
        return made;
    }

    /** The compiled method, bound to the instance; empty for a function of the host or of the interpreter. */
    Optional<MethodHandle> direct() {
        if (owner == null) {
            return Optional.empty();
        }
        Instance instance = owner.instance();
        return owner.module()
                .compiledMethod(
                        index,
                        FunctionHandles.exactType(type),
                        instance.getMachine().getClass())
                .map(method -> MethodHandles.insertArguments(
                        method, method.type().parameterCount() - 2, instance.memory(), instance));
    }

    /** The function as the engine's imports want it: nothing is looked up when it is called. */
    WasmFunctionHandle asImport() {
        HostCode target = code;
        return (caller, args) -> target.call(args);
    }

    /** Whether it is a guest's function whose type equals, or is declared a subtype of, another module's type. */
    boolean isSubtypeOf(TypeSection types, int expected) {
        if (owner == null) {
            return false;
        }
        return CoreTypes.isSubtype(
                owner.module().wasm().typeSection(), owner.instance().functionType(index), types, expected);
    }
}
