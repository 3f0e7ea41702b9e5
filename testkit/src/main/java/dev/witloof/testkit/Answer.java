package dev.witloof.testkit;

import org.jspecify.annotations.Nullable;

/** Computes what a mocked call gives. */
@FunctionalInterface
public interface Answer {

    /**
     * Answers one call.
     *
     * @param call the call, with its arguments
     * @return the result, in the form that {@link Stub#returns} takes; {@code null} where there is none
     * @throws Exception to end the guest's call with a trap
     */
    @Nullable
    Object answer(Invocation call) throws Exception;
}
