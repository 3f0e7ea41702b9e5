package dev.witloof.host;

import dev.witloof.error.TrapException;

/** Objects of Java that are resources to a guest. */
public final class HostObjects {

    private HostObjects() {}

    /**
     * Ends an object whose last handle was dropped: closes it, if it can be closed.
     *
     * @throws TrapException if closing it throws a checked exception
     */
    public static void close(Object object) {
        if (object instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                throw new TrapException("close threw " + e, e);
            }
        }
    }
}
