package dev.witloof.error;

/** A pool of which every instance was in use for as long as a borrower may wait. Nothing is wrong with any of them. */
public final class PoolExhaustedException extends WitloofException {

    /**
     * A pool without a free instance.
     *
     * @param message which pool, how long was waited, and how many instances there are
     */
    public PoolExhaustedException(String message) {
        super(message, null);
    }
}
