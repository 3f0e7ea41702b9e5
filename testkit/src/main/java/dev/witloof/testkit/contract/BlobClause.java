package dev.witloof.testkit.contract;

/** A sentence of the documentation of {@code wasi:blobstore}, or one that Witloof adds, which a failing test quotes. */
enum BlobClause {
    CREATE_CONTAINER("blobstore", "create-container", "Makes an empty container."),
    GET_CONTAINER("blobstore", "get-container", "The container of this name."),
    DELETE_CONTAINER("blobstore", "delete-container", "Removes a container with all its objects."),
    CONTAINER_EXISTS("blobstore", "container-exists", "Whether there is a container of this name."),
    COPY_OBJECT("blobstore", "copy-object", "Copies an object, and replaces what stands at the destination."),
    MOVE_OBJECT("blobstore", "move-object", "Moves or renames an object, and replaces what stands at the destination."),
    DESTINATION("blobstore", "copy-object", "The destination's container must exist."),
    CONTAINER("container", "container", "A collection of objects by name."),
    NAME("container", "container.name", "Its name."),
    INFO("container", "container.info", "What is known about it."),
    GET_DATA("container", "container.get-data", "Part of an object, from byte `start` to byte `end`, both included."),
    READ_ON("container", "container.get-data", "It stays readable when the object is removed."),
    WRITE_DATA(
            "container", "container.write-data", "Makes or replaces an object from a value that the component writes."),
    LIST_OBJECTS("container", "container.list-objects", "The names of all objects, in no promised order."),
    DELETE_OBJECT("container", "container.delete-object", "Removes an object; if it is not there, nothing happens."),
    DELETE_OBJECTS("container", "container.delete-objects", "Removes several objects."),
    HAS_OBJECT("container", "container.has-object", "Whether there is an object of this name."),
    OBJECT_INFO("container", "container.object-info", "What is known about an object."),
    CLEAR("container", "container.clear", "Removes all objects."),
    READ_NAMES(
            "container",
            "stream-object-names.read-stream-object-names",
            "Up to `len` further names, and whether the end was reached."),
    SKIP_NAMES(
            "container",
            "stream-object-names.skip-stream-object-names",
            "Leaves out up to `num` names; how many, and whether the end was reached."),
    CREATED_AT("types", "object-metadata.created-at", "When it was made."),
    SIZE("types", "incoming-value.size", "How many bytes there are."),
    ANY_NAME("types", "object-name", "The name of an object in its container: any text."),
    ANY_CONTAINER_NAME("types", "container-name", "The name of a container: any text."),
    WRITE_BODY("types", "outgoing-value.outgoing-value-write-body", "A stream for its bytes. Succeeds once only."),
    FINISH("types", "outgoing-value.finish", "Ends writing. Dropped without it, the value counts as broken off."),
    FINISH_TRAPS("types", "outgoing-value.finish", "Traps while the stream is still there."),
    CONSUME_SYNC("types", "incoming-value.incoming-value-consume-sync", "All bytes at once."),
    CONSUME_ASYNC("types", "incoming-value.incoming-value-consume-async", "The bytes as a stream."),

    SERVES("A store says which interfaces it serves, without being started and always the same."),
    ERRORS("What a store cannot do is the interface's own error, with a text; only what WIT calls a trap is thrown."),
    UNHARMED("What was refused or broken off has changed nothing."),
    WHOLE("An object is there, whole, when its value is finished, and nobody sees any of it before."),
    NOT_THERE("A container or an object that is not there is an error, but for deleting an object."),
    CLIPPED("What a range has beyond the end of an object is left out."),
    LISTED("An object that is there from the first name to the last is listed, and but once."),
    SAME_STORE("What was stored is there when the store is started again, and other starts of it see it too."),
    ONE_LAYOUT("Containers and objects are the same whatever the import is called, named or not."),
    APART("Two stores share nothing, and which one answers is decided by the import's name alone."),
    ACROSS("What is read from one store can be written to another; to copy and to move stay within one."),
    HANDLES("Closing a handle ends the handle and nothing else.");

    private static final String VERSION = "0.2.0-draft";

    private final String interfaceName;
    private final String item;
    private final String sentence;

    BlobClause(String interfaceName, String item, String sentence) {
        this.interfaceName = interfaceName;
        this.item = item;
        this.sentence = sentence;
    }

    BlobClause(String sentence) {
        this("", "", sentence);
    }

    /** {@code wasi:blobstore/container@0.2.0-draft}, say. */
    static String nameOf(String interfaceName) {
        return "wasi:blobstore/" + interfaceName + "@" + VERSION;
    }

    /** The interface whose documentation says it; empty if it is Witloof's own. */
    String interfaceName() {
        return interfaceName;
    }

    /** The sentence itself. */
    String sentence() {
        return sentence;
    }

    /** Where it is from and what it says. */
    String of(Use use) {
        String from = interfaceName.isEmpty() ? "wasi:blobstore@" + VERSION : nameOf(interfaceName);
        return from + (item.isEmpty() ? "" : ", " + item) + ", " + use + ": \"" + sentence + "\"";
    }
}
