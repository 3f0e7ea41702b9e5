package dev.witloof.host;

import dev.witloof.value.ResourceValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a generator would write for {@link Store}. */
public final class StoreAdapters extends Adapters {

    @Override
    public Class<?> type() {
        return Store.class;
    }

    @Override
    public List<String> functions() {
        return List.of("open");
    }

    @Override
    public long[] call(int function, Object implementation, IncomingCall in, long[] flat) {
        if (function != 0) {
            throw new IllegalArgumentException("function " + function);
        }
        String identifier = in.param(flat, 0);
        Store.Bucket result;
        try {
            result = ((Store) implementation).open(identifier);
        } catch (Store.ErrorException e) {
            return in.error(flat, e.error());
        } catch (Throwable e) {
            throw in.threw(e);
        }
        return in.ok(flat, result);
    }

    @Override
    public Object export(ExportedFunction[] functions, Object[] instances, @Nullable ResourceValue handle) {
        return new Exported(functions);
    }

    /** The guest's functions. */
    record Exported(ExportedFunction[] functions) implements Store {

        @Override
        public Bucket open(String identifier) throws ErrorException {
            OutgoingCall call = functions[0].begin();
            call.put(0, identifier);
            call.run();
            if (call.isError()) {
                throw new ErrorException(call.error());
            }
            return call.result();
        }
    }
}
