package dev.witloof.host;

import dev.witloof.value.ResourceValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a generator would write for {@link Store.Bucket}. */
public final class Store_BucketAdapters extends Adapters {

    @Override
    public Class<?> type() {
        return Store.Bucket.class;
    }

    @Override
    public List<String> functions() {
        return List.of(
                "[method]bucket.get",
                "[method]bucket.set",
                "[method]bucket.delete",
                "[method]bucket.exists",
                "[method]bucket.list-keys");
    }

    @Override
    public long[] call(int function, Object implementation, IncomingCall in, long[] flat) {
        Store.Bucket self = in.param(flat, 0);
        try {
            switch (function) {
                case 0:
                    return get(self, in, flat);
                case 1:
                    return set(self, in, flat);
                case 2:
                    return delete(self, in, flat);
                case 3:
                    return exists(self, in, flat);
                case 4:
                    return listKeys(self, in, flat);
                default:
                    throw new IllegalArgumentException("function " + function);
            }
        } catch (Store.ErrorException e) {
            return in.error(flat, e.error());
        }
    }

    private static long[] get(Store.Bucket self, IncomingCall in, long[] flat) throws Store.ErrorException {
        String key = in.param(flat, 1);
        return in.ok(flat, self.get(key));
    }

    private static long[] set(Store.Bucket self, IncomingCall in, long[] flat) throws Store.ErrorException {
        String key = in.param(flat, 1);
        byte[] value = in.param(flat, 2);
        self.set(key, value);
        return in.ok(flat);
    }

    private static long[] delete(Store.Bucket self, IncomingCall in, long[] flat) throws Store.ErrorException {
        String key = in.param(flat, 1);
        self.delete(key);
        return in.ok(flat);
    }

    private static long[] exists(Store.Bucket self, IncomingCall in, long[] flat) throws Store.ErrorException {
        String key = in.param(flat, 1);
        return in.ok(flat, self.exists(key));
    }

    private static long[] listKeys(Store.Bucket self, IncomingCall in, long[] flat) throws Store.ErrorException {
        Optional<Long> cursor = in.param(flat, 1);
        return in.ok(flat, self.listKeys(cursor));
    }

    @Override
    public Object export(ExportedFunction[] functions, Object[] instances, @Nullable ResourceValue handle) {
        return new Exported(functions, handle);
    }

    /** A bucket of the guest. */
    private static final class Exported implements Store.Bucket, GuestResource {

        private final ExportedFunction[] functions;
        private final ResourceValue handle;

        Exported(ExportedFunction[] functions, ResourceValue handle) {
            this.functions = functions;
            this.handle = handle;
        }

        @Override
        public ResourceValue witloofHandle() {
            return handle;
        }

        private OutgoingCall begin(int function) {
            OutgoingCall call = functions[function].begin();
            call.put(0, this);
            return call;
        }

        private static OutgoingCall run(OutgoingCall call) throws Store.ErrorException {
            call.run();
            if (call.isError()) {
                throw new Store.ErrorException(call.error());
            }
            return call;
        }

        @Override
        public Optional<byte[]> get(String key) throws Store.ErrorException {
            OutgoingCall call = begin(0);
            call.put(1, key);
            return run(call).result();
        }

        @Override
        public void set(String key, byte[] value) throws Store.ErrorException {
            OutgoingCall call = begin(1);
            call.put(1, key);
            call.put(2, value);
            run(call);
        }

        @Override
        public void delete(String key) throws Store.ErrorException {
            OutgoingCall call = begin(2);
            call.put(1, key);
            run(call);
        }

        @Override
        public boolean exists(String key) throws Store.ErrorException {
            OutgoingCall call = begin(3);
            call.put(1, key);
            return run(call).booleanResult();
        }

        @Override
        public Store.KeyResponse listKeys(Optional<Long> cursor) throws Store.ErrorException {
            OutgoingCall call = begin(4);
            call.put(1, cursor);
            return run(call).result();
        }

        @Override
        public void close() {
            GuestResources.drop(this);
        }
    }
}
