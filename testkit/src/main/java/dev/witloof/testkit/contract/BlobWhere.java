package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.witloof.host.ResultException;
import dev.witloof.wasi.io.Streams;
import org.jspecify.annotations.Nullable;

/**
 * What is called of {@code wasi:blobstore}, so that a failure can say it.
 *
 * @param use how the store is imported
 */
record BlobWhere(Use use) implements Calling<BlobClause, String> {

    @Override
    public String says(BlobClause clause) {
        return clause.of(use);
    }

    @Override
    public BlobClause errors() {
        return BlobClause.ERRORS;
    }

    /** Errors are texts; those of streams have one for logs and people. */
    @Override
    public @Nullable String refusal(Throwable failure) {
        if (failure instanceof ResultException refused && refused.error() instanceof String text) {
            return "\"" + text + "\"";
        }
        if (failure instanceof Streams.StreamErrorException failed
                && failed.error() instanceof Streams.StreamError.LastOperationFailed last) {
            return "\"" + last.value().toDebugString() + "\"";
        }
        return null;
    }

    /** A call that has to fail with a text. */
    void refusedWithText(BlobClause clause, Call<?> call) {
        assertThat(refused(clause, call)).as(says(BlobClause.ERRORS)).isNotEqualTo("\"\"");
    }

    /** A call without a result that has to fail with a text. */
    void refusedWithText(BlobClause clause, Action action) {
        refusedWithText(clause, () -> {
            action.run();
            return "done";
        });
    }

    /** A call that has to trap: anything that is no error of an interface does. */
    void traps(BlobClause clause, Action action) {
        try {
            action.run();
        } catch (RuntimeException trap) {
            return;
        } catch (Exception failure) {
            fail("[" + says(clause) + "] expected a trap, found thrown: " + failure, failure);
        }
        fail("[" + says(clause) + "] expected a trap, found a result");
    }
}
