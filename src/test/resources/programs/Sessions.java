package programs;

import demo.named.v0_1_0.CachedSessionsExports;
import demo.named.v0_1_0.CachedSessionsImports;
import demo.named.v0_1_0.SessionService;
import dev.witloof.host.ResultException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import dev.witloof.tests.bindings.Program;
import dev.witloof.tests.guests.Shown;
import dev.witloof.tests.guests.Transcript;
import dev.witloof.value.Result;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wasi.keyvalue.v0_2_0_draft.Store;

/** The session service between two stores: what is asked of it, what it answers, and what it asks of the stores. */
public final class Sessions implements Program {

    private final Transcript transcript = new Transcript(Shown::withText, " \n     ");

    public Sessions() {}

    @Override
    public String run(Linker.Builder linker, Component component) throws Exception {
        MapStore sessions = new MapStore("sessions", "bad");
        MapStore cache = new MapStore("cache", "");
        new CachedSessionsImports().sessions(sessions).cache(cache).applyTo(linker);

        try (ComponentInstance app = linker.build().plan(component).instantiate()) {
            SessionService service = app.as(CachedSessionsExports.class).sessionService();
            byte[] profile = "{\"n\":\"Ada Ω\"}".getBytes(StandardCharsets.UTF_8);
            step("login ada", () -> login(service, "ada", profile));
            step("lookup ada", () -> service.lookup("ada"));
            cache.buckets.get("hot").clear();
            step("lookup ada (cache cleared)", () -> service.lookup("ada"));
            step("lookup ada again", () -> service.lookup("ada"));
            step("lookup nobody", () -> service.lookup("nobody"));
            step("login bad", () -> login(service, "bad", new byte[0]));
            step("lookup bad", () -> service.lookup("bad"));
            for (String user : List.of("bob", "çelik", "😀")) {
                service.login(user, new byte[100_000]);
            }
            step("users", service::users);
            step("logout ada", () -> service.logout("ada"));
            step("logout ada twice", () -> service.logout("ada"));
        }
        return transcript + "kept " + sessions.buckets.get("main").keySet() + "\n";
    }

    private static Object login(SessionService service, String user, byte[] profile) throws ResultException {
        service.login(user, profile);
        return null;
    }

    /** A call that may fail as WIT says that it may. */
    private interface Call {
        Object run() throws ResultException;
    }

    private void step(String what, Call call) {
        transcript.step(what, () -> {
            try {
                return Result.ok(call.run());
            } catch (ResultException e) {
                return Result.err(e.error());
            }
        });
    }

    private final class MapStore implements Store {

        private static final int PAGE = 2;

        private final String label;
        private final String failing;
        private final Map<String, Map<String, byte[]>> buckets = new HashMap<>();

        MapStore(String label, String failing) {
            this.label = label;
            this.failing = failing;
        }

        @Override
        public Bucket open(String identifier) {
            asked("open", identifier);
            return new MapBucket(identifier, buckets.computeIfAbsent(identifier, name -> new LinkedHashMap<>()));
        }

        private void asked(String what, Object about) {
            transcript.asked(label + "." + what + "(" + about + ")");
        }

        private final class MapBucket implements Bucket {

            private final String name;
            private final Map<String, byte[]> entries;

            MapBucket(String name, Map<String, byte[]> entries) {
                this.name = name;
                this.entries = entries;
            }

            @Override
            public Optional<byte[]> get(String key) throws ErrorException {
                asked("get", key);
                if (key.equals(failing)) {
                    throw new ErrorException(new Error.Other("boom é😀"));
                }
                return Optional.ofNullable(entries.get(key));
            }

            @Override
            public void set(String key, byte[] value) throws ErrorException {
                asked("set", key + ", " + value.length + "B");
                if (key.equals(failing)) {
                    throw new ErrorException(new Error.AccessDenied());
                }
                entries.put(key, value);
            }

            @Override
            public void delete(String key) {
                asked("delete", key);
                entries.remove(key);
            }

            @Override
            public boolean exists(String key) {
                asked("exists", key);
                return entries.containsKey(key);
            }

            @Override
            public KeyResponse listKeys(Optional<Long> cursor) {
                asked("list-keys", cursor.map(Object::toString).orElse("undefined"));
                List<String> all = List.copyOf(entries.keySet());
                int from = cursor.orElse(0L).intValue();
                int to = Math.min(from + PAGE, all.size());
                return new KeyResponse(
                        all.subList(from, to), to < all.size() ? Optional.of((long) to) : Optional.empty());
            }

            @Override
            public void close() {
                asked("drop", name);
            }
        }
    }
}
