package dev.witloof.testkit.assertions;

import dev.witloof.error.TrapException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on what code threw, traps above all. */
public final class TrapAssert extends AbstractThrowableAssert<TrapAssert, Throwable> {

    TrapAssert(@Nullable Throwable thrown) {
        super(thrown, TrapAssert.class);
    }

    private TrapException trap() {
        if (actual instanceof TrapException trap) {
            return trap;
        }
        throw failure("expected a trap, found %s", actual == null ? "code that ends by itself" : actual);
    }

    /** It trapped. */
    public TrapAssert traps() {
        trap();
        return this;
    }

    /** It trapped for this reason, the call around it left out. */
    public TrapAssert trapsWith(String reason) {
        String found = trap().reason();
        if (!found.equals(reason)) {
            throw failureWithActualExpected(found, reason, "expected a trap with \"%s\", found \"%s\"", reason, found);
        }
        return this;
    }

    /** It trapped while the guest was calling this import, such as {@code "cache" [method]bucket.get}. */
    public TrapAssert inImport(String call) {
        String found = trap().importOnTheWay().orElse("none");
        if (!found.equals(call)) {
            throw failure("expected a trap in the import %s, found one in %s", call, found);
        }
        return this;
    }

    /** It ended by itself. */
    @Override
    public void doesNotThrowAnyException() {
        if (actual != null) {
            throw failure("expected code that ends by itself, found %s", actual);
        }
    }
}
