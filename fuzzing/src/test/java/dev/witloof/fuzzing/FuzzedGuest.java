package dev.witloof.fuzzing;

import dev.witloof.abi.LiftLowerContext;
import dev.witloof.core.CoreFunction;
import dev.witloof.core.CoreMemory;
import dev.witloof.limit.Limits;
import dev.witloof.state.Entrance;
import dev.witloof.state.Holdings;
import dev.witloof.state.InstanceState;
import dev.witloof.state.ResourceHandle;
import dev.witloof.state.RuntimeResourceType;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType.Number;
import dev.witloof.type.ResourceType;
import java.util.List;
import java.util.OptionalLong;

/** One side of a call: a memory of one page, an allocator that only goes on, some handles. */
final class FuzzedGuest {

    static final int PAGE = 1 << 16;

    /** One that the host implements and one that the guest implements. */
    static final List<ResourceType> RESOURCES = List.of(ResourceType.named("hosted"), ResourceType.named("guested"));

    private static final int HANDLES = 4;

    private static final CoreExternType.Memory MEMORY =
            new CoreExternType.Memory(new CoreExternType.Limits(1, OptionalLong.empty(), false), false);
    private static final CoreExternType.Func REALLOC =
            new CoreExternType.Func(List.of(Number.I32, Number.I32, Number.I32, Number.I32), List.of(Number.I32));

    final CoreMemory memory = CoreMemory.of(MEMORY);
    final LiftLowerContext context;
    private long next = 8;

    FuzzedGuest() {
        InstanceState instance = new InstanceState(new Entrance(), null, new Holdings(Limits.NONE, null));
        RuntimeResourceType[] resources = {
            RuntimeResourceType.host("hosted", object -> {}), RuntimeResourceType.guest("guested", instance, null)
        };
        for (int i = 0; i < HANDLES; i++) {
            instance.handles().add(ResourceHandle.own(resources[0], "object " + i));
            instance.handles().add(ResourceHandle.own(resources[1], i));
        }
        this.context = new LiftLowerContext(memory, CoreFunction.ofHost(REALLOC, this::realloc), instance, resources);
    }

    /** Writes to the begin of the memory. */
    void fill(byte[] bytes) {
        memory.write(0, bytes, 0, bytes.length);
    }

    /** A block of its own, perhaps behind the memory's end. */
    private long[] realloc(long[] args) {
        long address = next + args[2] - 1 & -args[2];
        next = Math.min(address + args[3], 1L << 31);
        if (args[0] != 0 && address + args[3] <= PAGE) {
            memory.copy((int) address, (int) args[0], (int) Math.min(args[1], args[3]));
        }
        return new long[] {address};
    }
}
