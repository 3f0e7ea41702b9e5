package dev.witloof.abi;

import dev.witloof.core.CoreFunction;
import dev.witloof.core.CoreMemory;
import dev.witloof.limit.Limits;
import dev.witloof.state.BorrowScope;
import dev.witloof.state.Entrance;
import dev.witloof.state.Holdings;
import dev.witloof.state.InstanceState;
import dev.witloof.state.RuntimeResourceType;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A guest of one page, whose allocator shrinks in place, else only goes on, and remembers what it was asked. */
final class Guest {

    static final int PAGE = 1 << 16;

    private static final CoreExternType.Func REALLOC = new CoreExternType.Func(
            List.of(CoreValType.Number.I32, CoreValType.Number.I32, CoreValType.Number.I32, CoreValType.Number.I32),
            List.of(CoreValType.Number.I32));

    final CoreMemory memory;
    final InstanceState instance = new InstanceState(
            new Entrance(), null, new Holdings(Limits.builder().handles(100).build(), null));
    final List<List<Long>> calls = new ArrayList<>();
    final LiftLowerContext cx;
    private int next;

    Guest(RuntimeResourceType... resources) {
        this.memory = CoreMemory.of(
                new CoreExternType.Memory(new CoreExternType.Limits(1, OptionalLong.empty(), false), false));
        this.cx = new LiftLowerContext(memory, CoreFunction.ofHost(REALLOC, this::realloc), instance, resources);
    }

    /** A guest whose allocator always gives the same answer. */
    static LiftLowerContext allocatingAt(int address) {
        Guest guest = new Guest();
        return new LiftLowerContext(
                guest.memory,
                CoreFunction.ofHost(REALLOC, args -> new long[] {address}),
                guest.instance,
                new RuntimeResourceType[0]);
    }

    /** Forgets what it was asked and begins at address 0 again. */
    void reset() {
        next = 0;
        calls.clear();
    }

    private long[] realloc(long[] args) {
        int align = (int) args[2];
        int size = (int) args[3];
        int address = (int) args[0];
        if (address == 0 || size > args[1]) {
            address = (next + align - 1) & -align;
            next = address + size;
            System.arraycopy(memory.array(), (int) args[0], memory.array(), address, (int) Math.min(args[1], size));
        }
        calls.add(List.of(args[0], args[1], args[2], args[3], (long) address));
        return new long[] {address};
    }

    void write(int at, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            memory.array()[at + i] = (byte) bytes[i];
        }
    }

    Guest in(@Nullable BorrowScope scope) {
        cx.borrowScope(scope);
        return this;
    }

    static LiftLowerOptions options(StringEncoding encoding) {
        return LiftLowerOptions.of(encoding, type -> 0);
    }
}
