package dev.witloof.testkit.contract;

import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a store, with a failure that says which clause was broken.
 *
 * @param <C> the clauses
 * @param <R> the errors of the interface
 */
interface Calling<C, R> {

    /** A call of the store. */
    interface Call<T> {
        T run() throws Exception;
    }

    /** A call without a result. */
    interface Action {
        void run() throws Exception;
    }

    /** What a clause says, and where. */
    String says(C clause);

    /** The clause that what goes wrong is the interface's own error. */
    C errors();

    /** The interface's error that a failure carries; {@code null} if it is no failure of the interface. */
    @Nullable
    R refusal(Throwable failure);

    /** The result of a call that has to succeed. */
    default <T> T call(C clause, Call<T> call) {
        try {
            return call.run();
        } catch (AssertionError failed) {
            throw failed;
        } catch (Throwable failure) {
            R refusal = refusal(failure);
            String found = refusal == null ? "thrown: " + failure : "the error " + refusal;
            return Assertions.fail("[" + says(clause) + "] expected a result, found " + found, failure);
        }
    }

    /** A call that has to succeed. */
    default void run(C clause, Action action) {
        call(clause, () -> {
            action.run();
            return "done";
        });
    }

    /** The error of a call that has to fail with one of the interface's own. */
    default R refused(C clause, Call<?> call) {
        Object result;
        try {
            result = call.run();
        } catch (Throwable failure) {
            R refusal = refusal(failure);
            if (refusal == null) {
                return Assertions.fail(
                        "[" + says(errors()) + "] expected the interface's own error, found thrown: " + failure,
                        failure);
            }
            return refusal;
        }
        return Assertions.fail("[" + says(clause) + "] expected an error, found the result " + result);
    }

    /** A call that may give what it likes, or fail with the interface's own error. */
    default void succeedsOrIsRefused(Call<?> call) {
        try {
            call.run();
        } catch (Throwable failure) {
            if (refusal(failure) == null) {
                Assertions.fail(
                        "[" + says(errors()) + "] expected a result or the interface's own error, found thrown: "
                                + failure,
                        failure);
            }
        }
    }
}
