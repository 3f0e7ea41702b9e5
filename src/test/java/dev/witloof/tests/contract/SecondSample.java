package dev.witloof.tests.contract;

import dev.witloof.host.Tuple2;
import dev.witloof.keyvalue.v0_2_0_draft2.Atomics;
import dev.witloof.keyvalue.v0_2_0_draft2.Batch;
import dev.witloof.keyvalue.v0_2_0_draft2.Store;
import dev.witloof.testkit.contract.Ability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code wasi:keyvalue@0.2.0-draft2} over a {@link SampleShelf}.
 *
 * @param may what it can do
 * @param shelf what it holds
 * @param prefix what stands before the identifiers of buckets
 * @param closed buckets that are closed for good, by a fault
 */
record SecondSample(SampleAbilities may, SampleShelf shelf, String prefix, Set<String> closed)
        implements Store, Atomics, Batch {

    SecondSample(SampleAbilities may, SampleShelf shelf, String prefix) {
        this(may, shelf, prefix, ConcurrentHashMap.newKeySet());
    }

    private static ErrorException other(Refused refused) {
        return new ErrorException(new Store.Error.Other(String.valueOf(refused.getMessage())));
    }

    /** Something that may be refused. */
    private interface Attempt<T> {
        T run() throws Refused;
    }

    private static <T> T attempt(Attempt<T> attempt) throws ErrorException {
        try {
            return attempt.run();
        } catch (Refused refused) {
            throw other(refused);
        }
    }

    @Override
    public Bucket open(String identifier) throws ErrorException {
        String bucket = SampleStore.bucket(may, prefix, identifier);
        if (bucket == null) {
            throw new ErrorException(new Store.Error.NoSuchStore());
        }
        return new Handle(bucket);
    }

    private static String name(Bucket bucket) {
        return ((Handle) bucket).name;
    }

    @Override
    public long increment(Bucket bucket, String key, long delta) throws ErrorException {
        return attempt(() -> shelf.increment(name(bucket), key, CounterArithmetic.SIGNED, delta));
    }

    @Override
    public Cas casNew(Bucket bucket, String key) throws ErrorException {
        return attempt(() -> {
            may.check(Ability.COMPARE_AND_SWAP);
            return look(name(bucket), key);
        });
    }

    private Seen look(String bucket, String key) {
        return new Seen(bucket, key, shelf.get(bucket, key));
    }

    @Override
    public void swap(Cas cas, byte[] value) throws CasErrorException {
        Seen seen = (Seen) cas;
        boolean swapped;
        try {
            swapped = shelf.swap(seen.bucket(), seen.key(), seen.value(), value);
        } catch (Refused refused) {
            throw new CasErrorException(new CasError.StoreError(other(refused).error()));
        }
        if (!swapped) {
            throw new CasErrorException(new CasError.CasFailed(
                    may.has(Fault.CAS_FAILED_SHOWS_OLD) ? seen : look(seen.bucket(), seen.key())));
        }
    }

    /**
     * A value as it was seen.
     *
     * @param bucket the bucket
     * @param key the key
     * @param value the value, if there was one
     */
    private record Seen(String bucket, String key, byte @Nullable [] value) implements Cas {

        @Override
        public Optional<byte[]> current() {
            return Optional.ofNullable(value).map(byte[]::clone);
        }
    }

    @Override
    public List<Optional<Tuple2<String, byte[]>>> getMany(Bucket bucket, List<String> keys) throws ErrorException {
        List<Optional<Tuple2<String, byte[]>>> found = new ArrayList<>();
        for (String key : may.has(Fault.GET_MANY_SORTS) ? new TreeSet<>(keys) : keys) {
            Optional<byte[]> value = bucket.get(key);
            if (value.isPresent() || !may.has(Fault.GET_MANY_SKIPS_UNKNOWN)) {
                found.add(value.map(v -> new Tuple2<>(key, v)));
            }
        }
        return found;
    }

    @Override
    public void setMany(Bucket bucket, List<Tuple2<String, byte[]>> keyValues) throws ErrorException {
        for (Tuple2<String, byte[]> each : keyValues) {
            bucket.set(each.v0(), each.v1());
            if (may.has(Fault.SET_MANY_STOPS)) {
                return;
            }
        }
    }

    @Override
    public void deleteMany(Bucket bucket, List<String> keys) throws ErrorException {
        for (String key : keys) {
            bucket.delete(key);
        }
    }

    private final class Handle implements Bucket {

        final String name;

        Handle(String name) {
            this.name = name;
        }

        private void checkOpen() throws ErrorException {
            if (closed.contains(name)) {
                throw other(new Refused("closed"));
            }
        }

        @Override
        public Optional<byte[]> get(String key) throws ErrorException {
            checkOpen();
            return Optional.ofNullable(shelf.get(name, key));
        }

        @Override
        public void set(String key, byte[] value) throws ErrorException {
            attempt(() -> {
                shelf.set(name, key, value);
                return key;
            });
        }

        @Override
        public void delete(String key) throws ErrorException {
            attempt(() -> {
                shelf.delete(name, key);
                return key;
            });
        }

        @Override
        public boolean exists(String key) throws ErrorException {
            return get(key).isPresent();
        }

        @Override
        public KeyResponse listKeys(Optional<String> cursor) throws ErrorException {
            return attempt(() -> {
                SampleShelf.Page page = shelf.list(name, cursor.isEmpty() ? 0 : number(cursor.get()));
                return new KeyResponse(
                        page.keys(), page.next() == 0 ? Optional.empty() : Optional.of(String.valueOf(page.next())));
            });
        }

        @Override
        public void close() {
            if (may.has(Fault.CLOSED_HANDLE_CLOSES_BUCKET)) {
                closed.add(name);
            }
        }
    }

    private long number(String cursor) throws Refused {
        if (may.has(Fault.STRANGE_CURSOR_THROWS)) {
            return Long.parseLong(cursor);
        }
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw new Refused("cursor: expected one of a page, found another");
        }
    }
}
