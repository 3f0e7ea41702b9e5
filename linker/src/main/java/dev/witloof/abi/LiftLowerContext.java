package dev.witloof.abi;

import dev.witloof.core.CoreFunction;
import dev.witloof.core.CoreMemory;
import dev.witloof.core.CoreTraps;
import dev.witloof.error.LimitException;
import dev.witloof.error.TrapException;
import dev.witloof.state.BorrowScope;
import dev.witloof.state.InstanceState;
import dev.witloof.state.RuntimeResourceType;
import dev.witloof.value.ResourceValue;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lifting and lowering need of one instance: made once for each of its lifted and lowered functions and used for
 * all calls. Only the borrow scope changes from call to call, and only where the signature has borrows.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#lifting-and-lowering-context">CanonicalABI: lifting and lowering context</a>
 */
public final class LiftLowerContext {

    /** Whenever so many bits of what was lifted have changed, it is time to look for an interrupt. */
    private static final int POLLED = 20;

    private final @Nullable CoreMemory memory;
    private final @Nullable CoreFunction realloc;
    private final InstanceState instance;
    private final RuntimeResourceType[] resources;
    private final long mostLifted;
    private @Nullable MethodHandle reallocHandle;
    private @Nullable BorrowScope borrowScope;
    private long lifted;
    /** The handles that Java has given away as arguments of the call that is about to begin. */
    private @Nullable List<ResourceValue> given;

    private boolean lowersArguments;

    /**
     * A context.
     *
     * @param memory the memory; {@code null} where the function was prepared to need none
     * @param realloc the allocator, {@code [i32 i32 i32 i32] -> [i32]}; {@code null} likewise
     * @param instance the instance whose values these are
     * @param resources the runtime types by the indices that the functions were prepared with; not copied, so that one
     *     array serves all contexts of an instance
     */
    public LiftLowerContext(
            @Nullable CoreMemory memory,
            @Nullable CoreFunction realloc,
            InstanceState instance,
            RuntimeResourceType[] resources) {
        this.memory = memory;
        this.realloc = realloc;
        this.instance = instance;
        this.resources = resources;
        this.mostLifted = instance.holdings().mostLiftedBytes();
    }

    /** The instance whose values these are. */
    public InstanceState instance() {
        return instance;
    }

    /** Whether the memory is one that other threads may change at any time. */
    public boolean isMemoryShared() {
        return memory != null && memory.isThreadShared();
    }

    /** The runtime type at an index. */
    public RuntimeResourceType resource(int index) {
        return resources[index];
    }

    /** The scope of the call on the way, where its signature has borrows. */
    public @Nullable BorrowScope borrowScope() {
        return borrowScope;
    }

    /** Sets the scope of the call that is about to begin; {@code null} when it is over. */
    public void borrowScope(@Nullable BorrowScope scope) {
        borrowScope = scope;
    }

    /** Gives away a handle that was owned: what the guest knows the resource by. */
    int give(ResourceValue handle) {
        int rep = handle.giveAway();
        if (lowersArguments) {
            if (given == null) {
                given = new ArrayList<>(2);
            }
            given.add(handle);
        }
        return rep;
    }

    /** Before Java's arguments of a call are lowered: handles that are given away can be {@linkplain #takeBack taken back}. */
    public void beginArguments() {
        lowersArguments = true;
    }

    /** All arguments are lowered: what was given with them is gone. */
    public void endArguments() {
        lowersArguments = false;
        given = null;
    }

    /** An argument does not fit, so that there will be no call: Java has again what was given with those before it. */
    public void takeBack() {
        if (given != null) {
            given.forEach(ResourceValue::takeBack);
        }
        endArguments();
    }

    CoreMemory memory() {
        CoreMemory present = memory;
        if (present == null) {
            throw new IllegalStateException("memory: expected one, because the function needs it, found none");
        }
        return present;
    }

    /** The memory's bytes, valid until guest code runs. */
    byte[] bytes() {
        return memory().array();
    }

    /** Begins to count what is lifted, with what the values take without their strings and lists. */
    void beginLifting(long size) {
        lifted = 0;
        countLifted("values", size);
    }

    /**
     * Counts what a string or list holds, before it is lifted. Lists may overlap, so that a memory of one page spells lists
     * of lists of any size.
     *
     * @throws LimitException if the values get too large
     * @throws TrapException if the thread was interrupted
     */
    void countLifted(String what, long size) {
        long before = lifted;
        lifted += size;
        if (lifted >> POLLED != before >> POLLED && Thread.currentThread().isInterrupted()) {
            throw new TrapException("interrupted");
        }
        if (lifted > mostLifted) {
            throw new LimitException(what + ": expected values that take at most " + mostLifted
                    + " bytes together, found " + lifted + " or more");
        }
    }

    /** The bytes of a new block, aligned and in bounds. */
    int allocate(int alignment, int byteLength) {
        return reallocate(0, 0, alignment, byteLength);
    }

    /**
     * Calls {@code realloc}, during which the guest may not call out, and checks what it returns.
     *
     * @throws TrapException if the new block is not aligned or not within the memory
     */
    int reallocate(int old, int oldByteLength, int alignment, int newByteLength) {
        MethodHandle handle = reallocHandle;
        if (handle == null) {
            handle = reallocHandle();
        }
        instance.mayLeave(false);
        int address;
        try {
            address = (int) handle.invokeExact(old, oldByteLength, alignment, newByteLength);
        } catch (Throwable e) {
            // A trap, whatever its class: not to be taken for a value that does not fit.
            throw CoreTraps.asTrap(e, null, null);
        }
        instance.mayLeave(true);
        requireRange("realloc", address, alignment, newByteLength);
        return address;
    }

    private MethodHandle reallocHandle() {
        CoreFunction present = realloc;
        if (present == null) {
            throw new IllegalStateException("realloc: expected one, because the function needs it, found none");
        }
        MethodHandle handle = present.handle();
        reallocHandle = handle;
        return handle;
    }

    /**
     * Checks that a block is aligned and within the memory.
     *
     * @param what what the block is, for the message
     * @throws TrapException if it is not
     */
    void requireRange(String what, int address, int alignment, long byteLength) {
        if ((address & (alignment - 1)) != 0) {
            throw new TrapException(
                    what + ": expected an address that is a multiple of " + alignment + ", found " + hex(address));
        }
        int size = memory().size();
        if (Integer.toUnsignedLong(address) + byteLength > size) {
            throw new TrapException(what + ": expected " + byteLength + " bytes within the memory's " + size
                    + ", found them at " + hex(address));
        }
    }

    static String hex(int bits) {
        return "0x" + Integer.toHexString(bits);
    }
}
