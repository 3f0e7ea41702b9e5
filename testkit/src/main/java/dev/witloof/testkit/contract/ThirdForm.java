package dev.witloof.testkit.contract;

import dev.witloof.host.Tuple2;
import dev.witloof.keyvalue.v0_1_0.Types;
import dev.witloof.keyvalue.v0_1_0.Types.ErrorException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code witloof:keyvalue@0.1.0}, whose bucket stands apart in {@code types}. */
final class ThirdForm implements Draft {

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public String packageName() {
        return "witloof:keyvalue";
    }

    @Override
    public Class<?> javaInterface(String interfaceName) {
        return switch (interfaceName) {
            case "store" -> dev.witloof.keyvalue.v0_1_0.Store.class;
            case "atomics" -> dev.witloof.keyvalue.v0_1_0.Atomics.class;
            case "cas" -> dev.witloof.keyvalue.v0_1_0.Cas.class;
            case "batch" -> dev.witloof.keyvalue.v0_1_0.Batch.class;
            default -> throw new IllegalArgumentException("expected an interface of the draft, found " + interfaceName);
        };
    }

    @Override
    public Store store(Object served) {
        dev.witloof.keyvalue.v0_1_0.Store store = (dev.witloof.keyvalue.v0_1_0.Store) served;
        return identifier -> new Handle(store.open(identifier));
    }

    @Override
    public Atomics atomics(Object served) {
        dev.witloof.keyvalue.v0_1_0.Atomics atomics = (dev.witloof.keyvalue.v0_1_0.Atomics) served;
        return (bucket, key, delta) -> atomics.increment(own(bucket), key, delta);
    }

    @Override
    public Batch batch(Object served) {
        return new Many((dev.witloof.keyvalue.v0_1_0.Batch) served);
    }

    private static Types.Bucket own(Object bucket) {
        return (Types.Bucket) bucket;
    }

    @Override
    public @Nullable Refusal refusal(Throwable failure) {
        return failure instanceof ErrorException refused ? refusal(refused.error()) : null;
    }

    private static Refusal refusal(Types.Error error) {
        return error instanceof Types.Error.Other other
                ? new Refusal("other", other.value())
                : new Refusal(
                        error.getClass()
                                .getSimpleName()
                                .replaceAll("(?<=.)(?=[A-Z])", "-")
                                .toLowerCase(Locale.ROOT),
                        "");
    }

    /**
     * A handle of the draft's own type.
     *
     * @param handle the object
     */
    private record Handle(Types.Bucket handle) implements Bucket {

        @Override
        public Optional<byte[]> get(String key) throws ErrorException {
            return handle.get(key);
        }

        @Override
        public void set(String key, byte[] value) throws ErrorException {
            handle.set(key, value, Optional.empty());
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
            Types.KeyResponse page = handle.listKeys(Optional.empty(), cursor.map(String.class::cast));
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
    private record Many(dev.witloof.keyvalue.v0_1_0.Batch served) implements Batch {

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
