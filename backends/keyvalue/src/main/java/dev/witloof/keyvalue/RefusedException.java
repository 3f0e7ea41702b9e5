package dev.witloof.keyvalue;

/** What a store refuses for a reason of its own; the guest is told so as the interface's {@code other} error. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
