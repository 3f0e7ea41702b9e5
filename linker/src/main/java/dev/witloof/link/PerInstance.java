package dev.witloof.link;

/**
 * What {@link Backend.Started#implementation} gives where each instance is to have an object of its own, because it counts, or
 * holds, what is open for that instance.
 *
 * <pre>{@code
 * public Object implementation(ImportRef importRef) {
 *     return (PerInstance) scope -> new Sockets(policy, scope.own(this, OpenSockets::new));
 * }
 * }</pre>
 */
@FunctionalInterface
public interface PerInstance {

    /**
     * Called once for each instance and import, before the instance is made. Any number of threads may call it at once.
     *
     * @param scope what is open for that instance
     * @return an object of the Java interface that the backend serves the import by
     * @throws Exception if it cannot be had; the instance is then not made
     */
    Object implementation(InstanceScope scope) throws Exception;
}
