package dev.witloof.keyvalue;

import dev.witloof.instance.HostFunction;
import dev.witloof.link.Functions;
import dev.witloof.type.FuncType;
import dev.witloof.value.RecordValue;
import dev.witloof.value.Result;
import dev.witloof.value.VariantValue;
import java.util.List;
import java.util.Optional;

/**
 * The functions of {@code wasi:keyvalue/store} over the buckets of one store. The same ones serve every import, with a name
 * or without.
 */
final class StoreFunctions {

    private static final VariantValue NO_SUCH_STORE = VariantValue.at(0, "no-such-store", null);
    private static final VariantValue ACCESS_DENIED = VariantValue.at(1, "access-denied", null);
    private static final RecordValue.Shape KEY_RESPONSE = new RecordValue.Shape(List.of("keys", "cursor"));
    private static final Result<Object, Object> DONE = Result.ok(null);

    private final Buckets buckets;
    private final int pageSize;

    private StoreFunctions(Buckets buckets, int pageSize) {
        this.buckets = buckets;
        this.pageSize = pageSize;
    }

    static Functions over(Buckets buckets, int pageSize) {
        StoreFunctions store = new StoreFunctions(buckets, pageSize);
        return Functions.of(f -> f.function(StoreTypes.OPEN, type(StoreTypes.OPEN), refusing(store::open))
                .function(StoreTypes.GET, type(StoreTypes.GET), refusing(store::get))
                .function(StoreTypes.SET, type(StoreTypes.SET), refusing(store::set))
                .function(StoreTypes.DELETE, type(StoreTypes.DELETE), refusing(store::delete))
                .function(StoreTypes.EXISTS, type(StoreTypes.EXISTS), refusing(store::exists))
                .function(StoreTypes.LIST_KEYS, type(StoreTypes.LIST_KEYS), refusing(store::listKeys))
                .resource("bucket", bucket -> {}));
    }

    private static FuncType type(String name) {
        return StoreTypes.FUNCTIONS.get(name);
    }

    /** A function of the interface without what no store needs to know: which import is calling. */
    private interface Operation {
        Result<Object, Object> on(Object[] args);
    }

    private static HostFunction refusing(Operation operation) {
        return (call, args) -> {
            try {
                return operation.on(args);
            } catch (RefusedException refused) {
                return Result.err(VariantValue.at(2, "other", refused.reason()));
            }
        };
    }

    private Result<Object, Object> open(Object[] args) {
        OpenBucket bucket = buckets.open((String) args[0]);
        return bucket == null ? Result.err(NO_SUCH_STORE) : Result.ok(bucket);
    }

    private Result<Object, Object> get(Object[] args) {
        byte[] value = ((OpenBucket) args[0]).entries().get((String) args[1]);
        return Result.ok(value == null ? Optional.empty() : Optional.of(value.clone()));
    }

    private Result<Object, Object> set(Object[] args) {
        OpenBucket bucket = (OpenBucket) args[0];
        if (bucket.readOnly()) {
            return Result.err(ACCESS_DENIED);
        }
        bucket.entries().set((String) args[1], ((byte[]) args[2]).clone());
        return DONE;
    }

    private Result<Object, Object> delete(Object[] args) {
        OpenBucket bucket = (OpenBucket) args[0];
        if (bucket.readOnly()) {
            return Result.err(ACCESS_DENIED);
        }
        bucket.entries().delete((String) args[1]);
        return DONE;
    }

    private Result<Object, Object> exists(Object[] args) {
        return Result.ok(((OpenBucket) args[0]).entries().has((String) args[1]));
    }

    private Result<Object, Object> listKeys(Object[] args) {
        long from = ((Optional<?>) args[1]).map(Long.class::cast).orElse(0L);
        Entries.Page page = ((OpenBucket) args[0]).entries().list(from, pageSize);
        Optional<Long> cursor = page.hasMore() ? Optional.of(page.next()) : Optional.empty();
        return Result.ok(KEY_RESPONSE.adopt(new Object[] {List.copyOf(page.keys()), cursor}));
    }
}
