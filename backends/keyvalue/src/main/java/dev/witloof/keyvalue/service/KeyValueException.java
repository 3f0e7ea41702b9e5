package dev.witloof.keyvalue.service;

/** A call of a store failed; the component is told so by the interface's own error. */
public final class KeyValueException extends Exception {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What the component is told. */
    public enum Kind {
        /** There is no such bucket. */
        NO_SUCH_STORE,
        /** The component may not do that. */
        ACCESS_DENIED,
        /** Anything else, with the message as a text for people. */
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

    /** What the component is told. */
    public Kind kind() {
        return kind;
    }
}
