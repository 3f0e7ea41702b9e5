package dev.witloof.testkit.contract;

import dev.witloof.host.Tuple2;
import dev.witloof.keyvalue.v0_2_0_draft2.Atomics.CasError;
import dev.witloof.keyvalue.v0_2_0_draft2.Atomics.CasErrorException;
import dev.witloof.keyvalue.v0_2_0_draft2.Store.ErrorException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code wasi:keyvalue@0.2.0-draft2}, whose cursors are texts and which can compare and swap. */
final class SecondDraft implements Draft {

    @Override
    public String version() {
        return "0.2.0-draft2";
    }

    @Override
    public Class<?> javaInterface(String interfaceName) {
        return switch (interfaceName) {
            case "store" -> dev.witloof.keyvalue.v0_2_0_draft2.Store.class;
            case "atomics" -> dev.witloof.keyvalue.v0_2_0_draft2.Atomics.class;
            case "batch" -> dev.witloof.keyvalue.v0_2_0_draft2.Batch.class;
            default -> throw new IllegalArgumentException("expected an interface of the draft, found " + interfaceName);
        };
    }

    @Override
    public Store store(Object served) {
        dev.witloof.keyvalue.v0_2_0_draft2.Store store = (dev.witloof.keyvalue.v0_2_0_draft2.Store) served;
        return identifier -> new Handle(store.open(identifier));
    }

    @Override
    public Atomics atomics(Object served) {
        dev.witloof.keyvalue.v0_2_0_draft2.Atomics atomics = (dev.witloof.keyvalue.v0_2_0_draft2.Atomics) served;
        return (bucket, key, delta) -> atomics.increment(own(bucket), key, delta);
    }

    @Override
    public Batch batch(Object served) {
        return new Many((dev.witloof.keyvalue.v0_2_0_draft2.Batch) served);
    }

    private static dev.witloof.keyvalue.v0_2_0_draft2.Store.Bucket own(Object bucket) {
        return (dev.witloof.keyvalue.v0_2_0_draft2.Store.Bucket) bucket;
    }

    @Override
    public @Nullable Refusal refusal(Throwable failure) {
        if (failure instanceof CasErrorException failed) {
            return failed.error() instanceof CasError.StoreError store
                    ? refusal(store.value())
                    : new Refusal("cas-failed", "");
        }
        return failure instanceof ErrorException refused ? refusal(refused.error()) : null;
    }

    private static Refusal refusal(dev.witloof.keyvalue.v0_2_0_draft2.Store.Error error) {
        if (error instanceof dev.witloof.keyvalue.v0_2_0_draft2.Store.Error.Other other) {
            return new Refusal("other", other.value());
        }
        boolean denied = error instanceof dev.witloof.keyvalue.v0_2_0_draft2.Store.Error.AccessDenied;
        return new Refusal(denied ? "access-denied" : "no-such-store", "");
    }

    /**
     * A handle of the draft's own type.
     *
     * @param handle the object
     */
    private record Handle(dev.witloof.keyvalue.v0_2_0_draft2.Store.Bucket handle) implements Bucket {

        @Override
        public Optional<byte[]> get(String key) throws ErrorException {
            return handle.get(key);
        }

        @Override
        public void set(String key, byte[] value) throws ErrorException {
            handle.set(key, value);
        }

        @Override
        public void delete(String key) throws ErrorException {
            handle.delete(key);
        }

        @Override
        public boolean exists(String key) throws ErrorException {
            return handle.exists(key);
        }

        @Override
        public Page listKeys(Optional<Object> cursor) throws ErrorException {
            dev.witloof.keyvalue.v0_2_0_draft2.Store.KeyResponse page = handle.listKeys(cursor.map(String.class::cast));
            return new Page(page.keys(), page.cursor().map(Object.class::cast));
        }

        @Override
        public void close() {
            handle.close();
        }
    }

    /**
     * The draft's own batches.
     *
     * @param served the object
     */
    private record Many(dev.witloof.keyvalue.v0_2_0_draft2.Batch served) implements Batch {

        @Override
        public List<Optional<Entry>> getMany(Object bucket, List<String> keys) throws ErrorException {
            return served.getMany(own(bucket), keys).stream()
                    .map(found -> found.map(pair -> new Entry(pair.v0(), pair.v1())))
                    .toList();
        }

        @Override
        public void setMany(Object bucket, List<Entry> entries) throws ErrorException {
            served.setMany(
                    own(bucket),
                    entries.stream()
                            .map(entry -> new Tuple2<>(entry.key(), entry.value()))
                            .toList());
        }

        @Override
        public void deleteMany(Object bucket, List<String> keys) throws ErrorException {
            served.deleteMany(own(bucket), keys);
        }
    }
}
