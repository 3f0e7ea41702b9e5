package dev.witloof.testkit.contract;

/** A sentence of an interface's documentation, or one that Witloof adds for all stores, which a failing test quotes. */
enum Clause {
    READ_YOUR_WRITES("store", "", "Who wrote a value reads it or a newer one; others may see it later."),
    NO_SUCH_STORE("store", "error.no-such-store", "There is no bucket of this name."),
    OTHER("store", "error.other", "Anything else, as a text for people."),
    KEYS("store", "key-response.keys", "The keys of this page, in no promised order."),
    CURSOR("store", "key-response.cursor", "Where the next page begins; nothing after the last."),
    OPEN("store", "open", "The bucket of this name."),
    BUCKET("store", "bucket", "Keys and their values, by whatever name the store calls such a collection."),
    GET("store", "bucket.get", "The value of a key, or nothing if the key is not there."),
    SET("store", "bucket.set", "Sets the value of a key, whether it is there or not."),
    DELETE("store", "bucket.delete", "Removes a key; if it is not there, nothing happens."),
    EXISTS("store", "bucket.exists", "Whether the key is there."),
    LIST_KEYS("store", "bucket.list-keys", "A page of keys: the first, or the one that begins at a page's cursor."),
    ATOMIC("atomics", "", "Changes of one key that nobody sees half done."),
    INCREMENT(
            "atomics",
            "increment",
            "Adds to the number under a key and returns the sum. A key that is not there counts as 0."),
    CAS_NEW("atomics", "cas.new", "Looks at the value of a key."),
    CAS_CURRENT("atomics", "cas.current", "The value that was seen, if there was one."),
    SWAP("atomics", "swap", "Sets the value if it is still the one that the handle saw. The handle is used up."),
    CAS_FAILED(
            "atomics",
            "cas-error.cas-failed",
            "Someone else changed the value first. The new handle stands for the value as it is now."),
    GET_MANY(
            "batch",
            "get-many",
            "For each key, at its place in the list, the key with its value, or nothing if it is not there."),
    SET_MANY("batch", "set-many", "Sets several keys, in no promised order."),
    DELETE_MANY(
            "batch",
            "delete-many",
            "Removes several keys, in no promised order; those that are not there are skipped."),
    SET_OPTIONS(
            "types",
            "bucket.set",
            "Sets the value of a key, whether it is there or not unless the options say otherwise."),
    TTL("types", "set-options.ttl-ms", "After how many milliseconds the key disappears; nothing for never."),
    IF_NOT_EXISTS(
            "types",
            "set-options.if-not-exists",
            "Set only a key that is not there; else fail with `precondition-failed`."),
    PREFIX(
            "types",
            "bucket.list-keys",
            "A page of the keys that begin with `prefix`: the first, or the one that begins at a page's cursor."),
    VERSION("cas", "version", "What changes with each change of a value. Only equality means anything."),
    CURRENT("cas", "current", "Value and version of a key, or nothing if the key is not there."),
    CONDITIONS("cas", "swap", "Sets a key if all conditions hold; without any it fails with `invalid-argument`."),
    STALE(
            "cas",
            "cas-result.stale",
            "A condition did not hold. This is the key as it is now, nothing if it is not there."),
    PARTIAL("batch", "", "Many keys in one call. If a call fails, part of its work may have been done."),

    SERVES("A store says which interfaces it serves, without being started and always the same."),
    ERRORS("What a store cannot do is the interface's own error, with a text; nothing else is thrown."),
    UNHARMED("What was refused has changed nothing."),
    COPIES("Arrays that a store was given, or gave, are its own no more."),
    SAME_STORE("What was stored is there when the store is started again, and other starts of it see it too."),
    ONE_LAYOUT(
            "Keys, values and buckets are the same whatever the import is called, named or not, in whichever draft."),
    APART("Two stores share nothing, and which one answers is decided by the import's name alone."),
    COUNTERS("A counter is stored as its decimal digits in ASCII, after a minus sign if it is negative."),
    HANDLES("Closing a handle ends the handle and nothing else.");

    private final String interfaceName;
    private final String item;
    private final String sentence;

    Clause(String interfaceName, String item, String sentence) {
        this.interfaceName = interfaceName;
        this.item = item;
        this.sentence = sentence;
    }

    Clause(String sentence) {
        this("", "", sentence);
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
    String of(Draft draft, Use use) {
        String from =
                interfaceName.isEmpty() ? draft.packageName() + "@" + draft.version() : draft.nameOf(interfaceName);
        return from + (item.isEmpty() ? "" : ", " + item) + ", " + use + ": \"" + sentence + "\"";
    }
}
