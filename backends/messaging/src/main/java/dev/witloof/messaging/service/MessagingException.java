package dev.witloof.messaging.service;

/**
 * Why a message could not be sent, or no reply had. Its message is a text for people, which guests are given: it never holds a
 * secret, nor the message of a client library, which might.
 */
public final class MessagingException extends Exception {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What {@code wasi:messaging} tells apart. */
    public enum Kind {
        /** It took too long. */
        TIMEOUT,
        /** The connection failed. */
        CONNECTION,
        /** It is not permitted. */
        PERMISSION_DENIED,
        /** Anything else. */
        OTHER
    }

    private MessagingException(Kind kind, String text) {
        super(text);
        this.kind = kind;
    }

    private MessagingException(Kind kind, String text, Throwable cause) {
        super(text, cause);
        this.kind = kind;
    }

    /** It took too long. */
    public static MessagingException timeout(String text) {
        return new MessagingException(Kind.TIMEOUT, text);
    }

    /** The connection failed. */
    public static MessagingException connection(String text) {
        return new MessagingException(Kind.CONNECTION, text);
    }

    /** The connection failed; the cause is for the embedder only. */
    public static MessagingException connection(String text, Throwable cause) {
        return new MessagingException(Kind.CONNECTION, text, cause);
    }

    /** It is not permitted. */
    public static MessagingException permissionDenied(String text) {
        return new MessagingException(Kind.PERMISSION_DENIED, text);
    }

    /** Anything else. */
    public static MessagingException other(String text) {
        return new MessagingException(Kind.OTHER, text);
    }

    /** Anything else; the cause is for the embedder only. */
    public static MessagingException other(String text, Throwable cause) {
        return new MessagingException(Kind.OTHER, text, cause);
    }

    /** Nobody is there to reply: known at once to systems that know their subscribers. */
    public static MessagingException noResponders(String subject) {
        return other("no reply: nobody is subscribed to " + Subjects.quoted(subject));
    }

    /** What guests are told. */
    String text() {
        return String.valueOf(getMessage());
    }

    /** What {@code wasi:messaging} calls it. */
    public Kind kind() {
        return kind;
    }
}
