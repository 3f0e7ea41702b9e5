package dev.witloof.core;

import dev.witloof.error.TrapException;
import dev.witloof.type.CoreExternType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A linear memory in one array. */
public final class CoreMemory implements CoreExtern {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final CoreExternType.Memory type;
    private final byte[] bytes;

    private CoreMemory(CoreExternType.Memory type) {
        this.type = type;
        this.bytes = new byte[(int) type.limits().min() << 16];
    }

    /** A memory of the type's least size. */
    public static CoreMemory of(CoreExternType.Memory type) {
        return new CoreMemory(type);
    }

    @Override
    public CoreExternType type() {
        return type;
    }

    /** The size in bytes. */
    public int size() {
        return bytes.length;
    }

    /** The bytes, valid until guest code runs again. */
    public byte[] array() {
        return bytes;
    }

    /** The 32 bits at an address. */
    public int getInt(int address) {
        if (address < 0 || address > bytes.length - 4) {
            throw new TrapException("out of bounds memory access");
        }
        return (int) INT.get(bytes, address);
    }
}
