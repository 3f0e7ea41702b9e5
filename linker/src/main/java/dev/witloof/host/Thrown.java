package dev.witloof.host;

import dev.witloof.error.TrapException;
import java.util.List;

/** What becomes of an exception that a backend throws and WIT knows nothing of. */
public final class Thrown {

    private Thrown() {}

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
