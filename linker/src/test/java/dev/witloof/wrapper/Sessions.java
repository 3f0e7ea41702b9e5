package dev.witloof.wrapper;

import dev.witloof.host.Store;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Functions;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.value.RecordValue;
import dev.witloof.value.Result;
import dev.witloof.value.VariantValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The session service in C with its stores, of either kind: untyped functions, or an object of a Java interface. */
public final class Sessions {

    public static final String SERVICE = "demo:named/session-service@0.1.0";

    private Sessions() {}

    public static Component component() {
        return guest("c-sessions/sessions.wasm");
    }

    public static Component guest(String path) {
        try (InputStream in = Sessions.class.getResourceAsStream("/guests/" + path)) {
            return Component.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a store is bound. */
    public enum Kind {
        UNTYPED,
        TYPED;

        public Linker.Builder bind(Linker.Builder linker, String name, MapStore store) {
            return this == TYPED
                    ? linker.bind(name).to(Store.class, store)
                    : linker.bind(name).to(store.functions());
        }
    }

    /** Both stores bound, the cache with more. */
    public static LinkPlan plan(
            Kind kind, MapStore sessions, MapStore cache, Function<Linker.Builder, Linker.Builder> more) {
        Linker.Builder linker = kind.bind(Linker.builder(), "sessions", sessions);
        return more.apply(kind.bind(linker, "cache", cache)).build().plan(component());
    }

    public static Object login(ComponentInstance app, String user, byte[] profile) {
        return app.instance(SERVICE).function("login").call(user, profile);
    }

    public static Object lookup(ComponentInstance app, String user) {
        return app.instance(SERVICE).function("lookup").call(user);
    }

    /** A store over maps that writes down what it is asked, and fails as often as it is told. */
    public static final class MapStore implements Store {

        public final List<String> log = new ArrayList<>();
        public final Map<String, byte[]> entries = new TreeMap<>();
        /** How many calls fail with {@code other} before one succeeds. */
        public int failures;
        /** What is done in each call but the drop. */
        public Runnable meanwhile = () -> {};

        private void asked(String what) throws ErrorException {
            log.add(what);
            meanwhile.run();
            if (failures > 0) {
                failures--;
                throw new ErrorException(new Error.Other("busy"));
            }
        }

        @Override
        public Bucket open(String identifier) throws ErrorException {
            asked("open " + identifier);
            return new Opened();
        }

        private final class Opened implements Bucket {

            @Override
            public Optional<byte[]> get(String key) throws ErrorException {
                asked("get " + key);
                return Optional.ofNullable(entries.get(key));
            }

            @Override
            public void set(String key, byte[] value) throws ErrorException {
                asked("set " + key);
                entries.put(key, value);
            }

            @Override
            public void delete(String key) throws ErrorException {
                asked("delete " + key);
                entries.remove(key);
            }

            @Override
            public boolean exists(String key) throws ErrorException {
                asked("exists " + key);
                return entries.containsKey(key);
            }

            @Override
            public KeyResponse listKeys(Optional<Long> cursor) throws ErrorException {
                asked("list-keys");
                return new KeyResponse(List.copyOf(entries.keySet()), Optional.empty());
            }

            @Override
            public void close() {
                log.add("close");
            }
        }

        private interface Failing {
            Object call() throws ErrorException;
        }

        private static Object result(Failing body) {
            try {
                return Result.ok(body.call());
            } catch (ErrorException e) {
                return Result.err(VariantValue.of("other", ((Error.Other) e.error()).value()));
            }
        }

        public Functions functions() {
            return Functions.of(f -> f.function("open", (call, args) -> result(() -> open((String) args[0])))
                    .function(
                            "[method]bucket.get",
                            (call, args) -> result(() -> bucket(args).get((String) args[1])))
                    .function(
                            "[method]bucket.set",
                            (call, args) -> result(() -> {
                                bucket(args).set((String) args[1], (byte[]) args[2]);
                                return null;
                            }))
                    .function(
                            "[method]bucket.delete",
                            (call, args) -> result(() -> {
                                bucket(args).delete((String) args[1]);
                                return null;
                            }))
                    .function(
                            "[method]bucket.exists",
                            (call, args) -> result(() -> bucket(args).exists((String) args[1])))
                    .function(
                            "[method]bucket.list-keys",
                            (call, args) -> result(() -> {
                                KeyResponse keys = bucket(args).listKeys(Optional.empty());
                                return RecordValue.of("keys", keys.keys(), "cursor", keys.cursor());
                            }))
                    .resource("bucket", bucket -> ((Bucket) bucket).close()));
        }

        private static Bucket bucket(Object[] args) {
            return (Bucket) args[0];
        }
    }
}
