package sessions;

import demo.named.v0_1_0.CachedSessionsExports;
import demo.named.v0_1_0.CachedSessionsImports;
import demo.named.v0_1_0.SessionService;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wasi.keyvalue.v0_2_0_draft.Store;

/** A session service on two key-value stores: its imports `sessions` and `cache` are bound to the two classes below. */
public final class Sessions {

    public static void main(String[] args) throws Exception {
        Linker linker = new CachedSessionsImports()
                .sessions(new Truth())
                .cache(new Cache())
                .applyTo(Linker.builder())
                .build();
        Component component = Component.load(Path.of(args[0]));

        try (ComponentInstance app = linker.plan(component).instantiate()) {
            SessionService service = app.as(CachedSessionsExports.class).sessionService();
            service.login("ada", "Ada Lovelace".getBytes(StandardCharsets.UTF_8));
            System.out.println("logged in: ada");
            service.login("bob", "Bob".getBytes(StandardCharsets.UTF_8));
            System.out.println("logged in: bob");
            System.out.println("lookup ada: " + text(service.lookup("ada")));
            System.out.println("lookup ada: " + text(service.lookup("ada")));
            System.out.println("lookup eve: " + text(service.lookup("eve")));
            System.out.println("users: " + service.users());
        }
    }

    private static String text(Optional<SessionService.Hit> hit) {
        return hit.map(h -> new String(h.value(), StandardCharsets.UTF_8) + ", from " + h.origin())
                .orElse("nobody");
    }

    /** Keeps everything. */
    static final class Truth implements Store {
        private final Map<String, byte[]> values = new TreeMap<>();

        @Override
        public Bucket open(String identifier) throws ErrorException {
            if (!identifier.equals("main")) {
                throw new ErrorException(new Error.NoSuchStore());
            }
            return new MapBucket("sessions", values);
        }
    }

    /** Keeps the one value that was used last. */
    static final class Cache implements Store {
        private final Map<String, byte[]> values = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
                return size() > 1;
            }
        };

        @Override
        public Bucket open(String identifier) {
            return new MapBucket("cache", values);
        }
    }

    /** A bucket says what it is asked. */
    private record MapBucket(String name, Map<String, byte[]> values) implements Store.Bucket {
        @Override
        public Optional<byte[]> get(String key) {
            say("get " + key);
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public void set(String key, byte[] value) {
            say("set " + key);
            values.put(key, value);
        }

        @Override
        public void delete(String key) {
            say("delete " + key);
            values.remove(key);
        }

        @Override
        public boolean exists(String key) {
            say("exists " + key);
            return values.containsKey(key);
        }

        @Override
        public Store.KeyResponse listKeys(Optional<Long> cursor) {
            say("list-keys");
            return new Store.KeyResponse(List.copyOf(values.keySet()), Optional.empty());
        }

        private void say(String what) {
            System.out.println("  " + name + ": " + what);
        }
    }
}
