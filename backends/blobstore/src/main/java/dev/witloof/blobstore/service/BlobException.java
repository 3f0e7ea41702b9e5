package dev.witloof.blobstore.service;

/**
 * What a store could not do, as a text for people, which the guest gets. It never holds a secret, and so never the message of a
 * client library, which might; that may stand in the cause, which the guest does not see.
 */
public final class BlobException extends Exception {

    private static final long serialVersionUID = 1;

    private BlobException(String text, Throwable cause) {
        super(text, cause);
    }

    /**
     * A failure.
     *
     * @param text {@code where: what was expected, what was found}
     */
    public BlobException(String text) {
        super(text);
    }

    /** A failure, with what it came of. */
    public static BlobException of(String text, Throwable cause) {
        return new BlobException(text, cause);
    }

    /** There is no container of this name. */
    public static BlobException noSuchContainer(String name) {
        return new BlobException("container \"" + name + "\": expected a container, found none");
    }

    /** There is a container of this name already. */
    public static BlobException containerExists(String name) {
        return new BlobException("container \"" + name + "\": expected none of this name, found one");
    }

    /** There is no object of this name in a container. */
    public static BlobException noSuchObject(String container, String name) {
        return new BlobException(
                "container \"" + container + "\", object \"" + name + "\": expected an object, found none");
    }

    /** The text. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
