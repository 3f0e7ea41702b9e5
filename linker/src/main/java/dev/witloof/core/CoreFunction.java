package dev.witloof.core;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.types.TypeSection;
import dev.witloof.error.TrapException;
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
    private static final int HOST = -1;
    private static final int LATE = -2;

    private final CoreExternType.Func type;
    private final @Nullable CoreInstance owner;
    /** Among the owner's functions; {@link #HOST} or {@link #LATE} where there is no owner. */
    private final int index;

    private final int arity;
    private final int results;
    /** What a call does; of a late function it changes once, before the thread that runs the instance calls it. */
    private HostCode code;

    private volatile @Nullable MethodHandle handle;

    private CoreFunction(CoreExternType.Func type, HostCode code, @Nullable CoreInstance owner, int index) {
        this.type = type;
        this.code = code;
        this.owner = owner;
        this.index = index;
        this.arity = FunctionHandles.slots(type.params());
        this.results = FunctionHandles.slots(type.results());
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
        return new CoreFunction(type, code, null, HOST);
    }

    /**
     * A function that is given away before it exists: {@link #becomes} says what it is.
     *
     * @param unset what a call traps with until then
     */
    static CoreFunction late(CoreExternType.Func type, String unset) {
        return new CoreFunction(
                type,
                args -> {
                    throw new TrapException(unset);
                },
                null,
                LATE);
    }

    /** Makes a late function do what another of its type does. The other may be late as well. */
    void becomes(CoreFunction other) {
        code = other.index == LATE ? args -> other.code.call(args) : other.code;
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
        return invoke(args);
    }

    private long[] invoke(long[] args) {
        long[] found = code.call(args);
        if (found == null) {
            // How the engine returns nothing.
            found = NO_RESULTS;
        }
        // A shorter array would surface as an index error in the engine.
        if (found.length < results) {
            throw new IllegalStateException(
                    "host function " + type + ": expected " + results + " results, found " + found.length);
        }
        return found;
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
                        index, FunctionHandles.exactType(type), MixedMachine.compiledClass(instance.getMachine()))
                .map(method -> MethodHandles.insertArguments(
                        method, method.type().parameterCount() - 2, instance.memory(), instance));
    }

    /** The instance whose function it is; {@code null} for one of the host. */
    @Nullable
    CoreInstance owner() {
        return owner;
    }

    /** The function as the engine's imports want it: nothing is looked up when it is called. */
    WasmFunctionHandle asImport() {
        return (caller, args) -> invoke(args);
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
