package dev.witloof.keyvalue;

/**
 * Key-value stores in memory that serve {@code wasi:keyvalue} in both drafts, {@code store}, {@code atomics} and {@code batch}, under
 * names and without.
 *
 * <pre>{@code
 * Linker.builder()
 *     .bind("sessions").to(KeyValue.inMemory())
 *     .bind("cache").to(KeyValue.bounded().maximumEntries(10_000).expireAfterWrite(Duration.ofMinutes(5)).build())
 * }</pre>
 *
 * <p>What is stored lives as long as the backend object, not as a deployment: a component that is deployed again finds its
 * data, and a test looks into them before and after. One backend object that is bound under several names shows all of them
 * the same buckets; two names that are to be kept apart are given two backends.
 */
public final class KeyValue {

    private KeyValue() {}

    /** A store without bounds, in which every bucket that is opened exists. */
    public static InMemoryKeyValue inMemory() {
        return InMemoryKeyValue.builder().build();
    }

    /** A store that is fit to be a cache: bounded by entries or bytes, or by age. */
    public static BoundedKeyValue.Builder bounded() {
        return BoundedKeyValue.builder();
    }
}
