package dev.witloof.host;

import dev.witloof.error.TrapException;
import java.util.List;

/** What becomes of exceptions of the user's that WIT knows nothing of. */
public final class Thrown {

    private Thrown() {}

    /** The trap of a record whose constructor does not take what a guest made. */
    public static TrapException byConstructor(Class<?> type, Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return new TrapException("record " + JavaType.name(type) + ": its constructor threw " + thrown, thrown);
    }

    /**
     * The trap that ends the guest's call.
     *
     * @param servedBy what messages call the backend
     * @param what import and function
     */
    public static TrapException by(String servedBy, String what, Throwable thrown) {
        if (thrown instanceof VirtualMachineError fatal) {
            throw fatal;
        }
        if (thrown instanceof TrapException trap) {
            return trap;
        }
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new TrapException(servedBy + " threw " + thrown, null, what, List.of(), thrown);
    }
}
