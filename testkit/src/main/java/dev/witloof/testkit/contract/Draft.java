package dev.witloof.testkit.contract;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One form of {@code wasi:keyvalue}, as the tests see all: what a store serves, behind views that are alike. */
interface Draft {

    /** {@code 0.2.0-draft}, say. */
    String version();

    /** The Java interface of {@code store}, {@code atomics} or {@code batch}. */
    Class<?> javaInterface(String interfaceName);

    /** A view of an object of the Java interface of {@code store}. */
    Store store(Object served);

    /** A view of an object of the Java interface of {@code atomics}. */
    Atomics atomics(Object served);

    /** A view of an object of the Java interface of {@code batch}. */
    Batch batch(Object served);

    /** The interface's error that a failure carries; {@code null} if it is no failure of the interface. */
    @Nullable
    Refusal refusal(Throwable failure);

    /** {@code wasi:keyvalue}, or another package of the same interfaces. */
    default String packageName() {
        return "wasi:keyvalue";
    }

    /** {@code wasi:keyvalue/store@0.2.0-draft}, say. */
    default String nameOf(String interfaceName) {
        return packageName() + "/" + interfaceName + "@" + version();
    }

    /**
     * An error of the interface.
     *
     * @param error its case, as WIT has it
     * @param text what {@code other} says, else nothing
     */
    record Refusal(String error, String text) {

        @Override
        public String toString() {
            return text.isEmpty() ? error : error + "(\"" + text + "\")";
        }
    }

    /**
     * A page of keys.
     *
     * @param keys the keys
     * @param cursor where the next page begins, in the draft's own type
     */
    record Page(List<String> keys, Optional<Object> cursor) {}

    /**
     * An entry.
     *
     * @param key the key
     * @param value the value
     */
    record Entry(String key, byte[] value) {}

    /** The interface {@code store}. */
    interface Store {
        Bucket open(String identifier) throws Exception;
    }

    /** A handle. */
    interface Bucket {
        Optional<byte[]> get(String key) throws Exception;

        void set(String key, byte[] value) throws Exception;

        void delete(String key) throws Exception;

        boolean exists(String key) throws Exception;

        Page listKeys(Optional<Object> cursor) throws Exception;

        void close() throws Exception;

        /** The object of the draft's own type. */
        Object handle();
    }

    /** The interface {@code atomics}, as far as both drafts have it. */
    interface Atomics {
        long increment(Object bucket, String key, long delta) throws Exception;
    }

    /** The interface {@code batch}. */
    interface Batch {
        List<Optional<Entry>> getMany(Object bucket, List<String> keys) throws Exception;

        void setMany(Object bucket, List<Entry> entries) throws Exception;

        void deleteMany(Object bucket, List<String> keys) throws Exception;
    }
}
