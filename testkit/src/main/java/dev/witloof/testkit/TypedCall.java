package dev.witloof.testkit;

/**
 * One call of a Java interface, to be stubbed.
 *
 * @param <T> the interface
 * @param <R> what the call returns
 */
@FunctionalInterface
public interface TypedCall<T, R> {

    /**
     * Makes the call.
     *
     * @param target what to call
     * @return what the call returned
     * @throws Exception what the method declares; it is never thrown here
     */
    R on(T target) throws Exception;
}
