package dev.witloof.keyvalue.service;

/** A call of a store failed; the component is told so by the interface's own error. */
public final class KeyValueException extends Exception {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    /**
     * What the component is told, where the form of the interface that it imports has an error for it; else it is told
     * {@code other}, with the message as a text for people.
     */
    public enum Kind {
        /** There is no such bucket. */
        NO_SUCH_STORE,
        /** The component may not do that. */
        ACCESS_DENIED,
        /** It took too long. */
        TIMEOUT,
        /** The store cannot be reached at present; trying again may help. */
        UNAVAILABLE,
        /** A quota is used up, or calls come too fast. */
        QUOTA_EXCEEDED,
        /** Anything else. */
        OTHER
    }

    private KeyValueException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** There is no such bucket, and none may be made. */
    public static KeyValueException noSuchStore() {
        return new KeyValueException(Kind.NO_SUCH_STORE, "no such store", null);
    }

    /** The component may not do that. */
    public static KeyValueException accessDenied() {
        return new KeyValueException(Kind.ACCESS_DENIED, "access denied", null);
    }

    /**
     * Anything else.
     *
     * @param text what the component is told: never with a secret in it
     */
    public static KeyValueException other(String text) {
        return new KeyValueException(Kind.OTHER, text, null);
    }

    /**
     * Anything else, with its cause, which is for Java only: a component is told the text.
     *
     * @param text what the component is told: never with a secret in it, nor a message that may have one
     */
    public static KeyValueException other(String text, Throwable cause) {
        return new KeyValueException(Kind.OTHER, text, cause);
    }

    /** A handle is none of a store's that is served over a {@link KeyValueService}. */
    static KeyValueException foreignBucket() {
        return other("expected a bucket that a key-value backend opened, found one of something else");
    }

    /**
     * It took too long, and may have been done or not.
     *
     * @param text as for {@link #other(String, Throwable)}
     */
    public static KeyValueException timeout(String text, Throwable cause) {
        return new KeyValueException(Kind.TIMEOUT, text, cause);
    }

    /**
     * The store cannot be reached at present.
     *
     * @param text as for {@link #other(String, Throwable)}
     */
    public static KeyValueException unavailable(String text, Throwable cause) {
        return new KeyValueException(Kind.UNAVAILABLE, text, cause);
    }

    /**
     * A quota is used up, or calls come too fast.
     *
     * @param text as for {@link #other(String, Throwable)}
     */
    public static KeyValueException quotaExceeded(String text, Throwable cause) {
        return new KeyValueException(Kind.QUOTA_EXCEEDED, text, cause);
    }

    /** What the component is told. */
    public Kind kind() {
        return kind;
    }
}
