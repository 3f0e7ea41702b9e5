package dev.witloof.wasi.io;

/**
 * How much of something one instance may have: files that are open, sockets, bytes that it writes. Any number of threads may use
 * it.
 *
 * <pre>{@code
 * if (!sockets.take()) {
 *     throw new ErrorCodeException(ErrorCode.NEW_SOCKET_LIMIT);
 * }
 * }</pre>
 */
public final class Allotment {

    private final long most;
    private long left;

    private Allotment(long most) {
        this.most = most;
        this.left = most;
    }

    /**
     * So much, of which nothing is taken yet.
     *
     * @throws IllegalArgumentException if it is less than 0
     */
    public static Allotment of(long most) {
        if (most < 0) {
            throw new IllegalArgumentException("allotment: expected 0 or more, found " + most);
        }
        return new Allotment(most);
    }

    /** As much as anybody asks for. */
    public static Allotment unlimited() {
        return new Allotment(Long.MAX_VALUE);
    }

    /** Whether there is a limit. */
    public boolean isLimited() {
        return most != Long.MAX_VALUE;
    }

    /** Takes one, if there is one left; it is to be {@linkplain #release released} when it is not used any more. */
    public synchronized boolean take() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    /** Gives back one that was taken. */
    public synchronized void release() {
        if (left == most) {
            throw new IllegalStateException("allotment: expected one that was taken, found none");
        }
        left++;
    }

    /** Takes as much as is left, but no more than this. */
    public synchronized long takeUpTo(long wanted) {
        long taken = Math.min(wanted, left);
        left -= taken;
        return taken;
    }

    /** How much is left. */
    public synchronized long left() {
        return left;
    }

    /** How much there was at the beginning. */
    public long most() {
        return most;
    }
}
