package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.Assertions;

/**
 * What is called, so that a failure can say it.
 *
 * @param draft the draft
 * @param use how the store is imported
 */
record Where(Draft draft, Use use) {

    /** A call of the store. */
    interface Call<T> {
        T run() throws Exception;
    }

    /** A call without a result. */
    interface Action {
        void run() throws Exception;
    }

    String says(Clause clause) {
        return clause.of(draft, use);
    }

    /** The result of a call that has to succeed. */
    <T> T call(Clause clause, Call<T> call) {
        try {
            return call.run();
        } catch (AssertionError failed) {
            throw failed;
        } catch (Throwable failure) {
            Draft.Refusal refusal = draft.refusal(failure);
            String found = refusal == null ? "thrown: " + failure : "the error " + refusal;
            return Assertions.fail("[" + says(clause) + "] expected a result, found " + found, failure);
        }
    }

    /** A call that has to succeed. */
    void run(Clause clause, Action action) {
        call(clause, () -> {
            action.run();
            return "done";
        });
    }

    /** The error of a call that has to fail with one of the interface's own. */
    Draft.Refusal refused(Clause clause, Call<?> call) {
        Object result;
        try {
            result = call.run();
        } catch (Throwable failure) {
            Draft.Refusal refusal = draft.refusal(failure);
            if (refusal == null) {
                return Assertions.fail(
                        "[" + says(Clause.ERRORS) + "] expected the interface's own error, found thrown: " + failure,
                        failure);
            }
            return refusal;
        }
        return Assertions.fail("[" + says(clause) + "] expected an error, found the result " + result);
    }

    /** A call that has to fail with {@code other}, and to say why. */
    void refusedAsOther(Clause clause, Call<?> call) {
        Draft.Refusal refusal = refused(clause, call);
        assertThat(refusal.error()).as(says(Clause.OTHER)).isEqualTo("other");
        assertThat(refusal.text()).as(says(Clause.ERRORS)).isNotBlank();
    }

    /** A call that may give what it likes, or fail with the interface's own error. */
    void succeedsOrIsRefused(Call<?> call) {
        try {
            call.run();
        } catch (Throwable failure) {
            if (draft.refusal(failure) == null) {
                Assertions.fail(
                        "[" + says(Clause.ERRORS) + "] expected a result or the interface's own error, found thrown: "
                                + failure,
                        failure);
            }
        }
    }
}
