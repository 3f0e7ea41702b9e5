package dev.witloof.state;

import dev.witloof.error.TrapException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one call owes in borrowed handles, on either side. Made for a call only where its signature has borrows.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#lifting-and-lowering-context">CanonicalABI: lifting and lowering context</a>
 */
public abstract sealed class BorrowScope {

    private boolean ended;

    private BorrowScope() {}

    /** Whether the call is over, so that what was borrowed for it is no longer valid. */
    public final boolean isEnded() {
        return ended;
    }

    /** Marks the call as over. */
    final void markEnded() {
        ended = true;
    }

    /** Something outside any table that is lent for a call, such as a handle that Java holds. */
    public interface Lender {

        /** Called once when the call is over, however it went. */
        void giveBack();
    }

    /**
     * The callee's side of a call of a lifted function: how many borrowed handles are in its table.
     *
     * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#tasks">CanonicalABI: tasks</a>
     */
    public static final class Task extends BorrowScope {

        private int borrows;
        private @Nullable List<Lender> lenders;

        /** How many borrowed handles the callee has not dropped. */
        public int borrows() {
            return borrows;
        }

        void addBorrow() {
            borrows++;
        }

        void dropBorrow() {
            borrows--;
        }

        /** Remembers what Java lends for this call. */
        public void addLender(Lender lender) {
            if (lenders == null) {
                lenders = new ArrayList<>(2);
            }
            lenders.add(lender);
        }

        /**
         * What the callee's return does: every borrow must have been dropped. {@link #end} is still to be called.
         *
         * @throws TrapException if one was not
         */
        public void requireDropped() {
            if (borrows != 0) {
                throw new TrapException("return: expected every borrowed handle to be dropped, found " + borrows
                        + (borrows == 1 ? " that is not" : " that are not"));
            }
        }

        /** Gives back what Java lent. Call it once, however the call went. */
        public void end() {
            markEnded();
            if (lenders != null) {
                lenders.forEach(Lender::giveBack);
                lenders = null;
            }
        }
    }

    /**
     * The caller's side of a call of a lowered function: the handles that it lends.
     *
     * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#subtask-state">CanonicalABI: subtask state</a>
     */
    public static final class Subtask extends BorrowScope {

        // Nearly every call that lends, lends one handle: the one that a method is called on.
        private @Nullable ResourceHandle lender;
        private @Nullable List<ResourceHandle> moreLenders;

        /** Lends a handle until the call is over. */
        public void addLender(ResourceHandle handle) {
            handle.lend();
            if (lender == null) {
                lender = handle;
                return;
            }
            if (moreLenders == null) {
                moreLenders = new ArrayList<>(2);
            }
            moreLenders.add(handle);
        }

        /** Gives the handles back. Call it once, however the call went. */
        public void end() {
            markEnded();
            if (lender != null) {
                lender.giveBack();
                lender = null;
            }
            if (moreLenders != null) {
                moreLenders.forEach(ResourceHandle::giveBack);
                moreLenders = null;
            }
        }
    }
}
