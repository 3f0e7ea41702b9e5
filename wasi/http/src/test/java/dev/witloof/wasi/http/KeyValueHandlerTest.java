package dev.witloof.wasi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.instance.Component;
import dev.witloof.keyvalue.v0_2_0_draft.Store;
import dev.witloof.link.Deployment;
import dev.witloof.link.Linker;
import dev.witloof.link.Pool;
import dev.witloof.link.PoolLimits;
import dev.witloof.wasi.Wasi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A handler over two named key-value stores, with what {@code expected/http.txt} says of it. */
class KeyValueHandlerTest {

    private static final Component HTTP = Guest.component("c-http/http.wasm");

    /** A store that notes what it is asked. */
    private final class Noting implements Store, Store.Bucket {

        private final String name;
        private final Map<String, byte[]> values = new HashMap<>();
        private boolean failing;
        private boolean locked;

        Noting(String name) {
            this.name = name;
        }

        @Override
        public Bucket open(String identifier) throws ErrorException {
            if (locked) {
                throw new ErrorException(new Error.NoSuchStore());
            }
            return this;
        }

        private void asked(String what) throws ErrorException {
            log.add(name + "." + what);
            if (failing) {
                throw new ErrorException(new Error.Other("down"));
            }
        }

        @Override
        public Optional<byte[]> get(String key) throws ErrorException {
            asked("get");
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public void set(String key, byte[] value) throws ErrorException {
            asked("set");
            values.put(key, value);
        }

        @Override
        public void delete(String key) throws ErrorException {
            asked("delete");
            values.remove(key);
        }

        @Override
        public boolean exists(String key) {
            return values.containsKey(key);
        }

        @Override
        public KeyResponse listKeys(Optional<Long> cursor) {
            return new KeyResponse(List.copyOf(values.keySet()), Optional.empty());
        }
    }

    private final List<String> log = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Noting sessions = new Noting("sessions");
    private final Noting cache = new Noting("cache");
    private final Deployment deployment = Linker.builder()
            .bindAll(Wasi.builder().build().and(WasiHttp.builder().build()))
            .bind("sessions")
            .to(Store.class, sessions)
            .bind("cache")
            .to(Store.class, cache)
            .build()
            .plan(HTTP)
            .start();
    private HttpService service =
            HttpService.of(deployment).listener((request, why) -> heard.add(request + ": " + why.getMessage()));

    @AfterEach
    void close() {
        deployment.close();
    }

    private Received call(String method, String path, byte[] body) {
        log.clear();
        Received received = new Received();
        service.handle(
                RequestHead.builder(method)
                        .scheme("http")
                        .authority("localhost:8080")
                        .pathWithQuery(path)
                        .build(),
                BodySource.of(body),
                received);
        return received;
    }

    private Received call(String method, String path) {
        return call(method, path, new byte[0]);
    }

    private static HttpFields fields(String from) {
        return HttpFields.of("content-type", "application/octet-stream", "x-from", from);
    }

    private void answersAsItShould() {
        Received put = call("PUT", "/ada", "v1".getBytes());
        assertThat(put).hasToString("201 \"stored\n\" finished");
        assertThat(put.head.fields()).isEqualTo(fields("store"));
        assertThat(put.head.bodyLength()).isEmpty();
        assertThat(log).containsExactly("sessions.set", "cache.set");

        Received cached = call("GET", "/ada");
        assertThat(cached).hasToString("200 \"v1\" finished");
        assertThat(cached.head.fields()).isEqualTo(fields("cache"));
        assertThat(log).containsExactly("cache.get");

        cache.values.clear();
        Received stored = call("GET", "/ada");
        assertThat(stored).hasToString("200 \"v1\" finished");
        assertThat(stored.head.fields()).isEqualTo(fields("store"));
        assertThat(log).containsExactly("cache.get", "sessions.get", "cache.set");

        Received nobody = call("GET", "/nobody");
        assertThat(nobody).hasToString("404 \"not found\n\" finished");
        assertThat(nobody.head.fields()).isEqualTo(fields("store"));

        assertThat(call("DELETE", "/ada")).hasToString("200 \"deleted\n\" finished");
        assertThat(log).containsExactly("cache.delete", "sessions.delete");
        assertThat(call("POST", "/ada")).hasToString("405 \"method not allowed\n\" finished");

        byte[] large = new byte[300_000];
        new Random(7).nextBytes(large);
        assertThat(call("PUT", "/large", large)).hasToString("201 \"stored\n\" finished");
        assertThat(sessions.values.get("large")).isEqualTo(large);
        Received got = call("GET", "/large");
        assertThat(got.bytes()).isEqualTo(large);
        assertThat(got.flushedAt).hasSize(74).startsWith(4096, 8192).endsWith(299_008, 300_000);

        sessions.failing = true;
        assertThat(call("PUT", "/ada", "v2".getBytes())).hasToString("502 \"store failed\n\" finished");
        sessions.locked = true;
        assertThat(call("GET", "/ada")).hasToString("503 \"no sessions\n\" finished");
        sessions.locked = false;
        sessions.failing = false;
        cache.locked = true;
        assertThat(call("GET", "/ada")).hasToString("503 \"no cache\n\" finished");
        cache.locked = false;
        cache.values.clear();
        sessions.values.clear();
        assertThat(heard).isEmpty();
    }

    @Test
    void anInstanceForEachRequest() {
        answersAsItShould();
    }

    @Test
    void instancesOfAPool() throws InterruptedException {
        try (Pool pool = deployment.pool(PoolLimits.builder().size(1).build())) {
            service = HttpService.of(pool).listener((request, why) -> heard.add(why.getMessage()));
            answersAsItShould();
            answersAsItShould();
            assertThat(pool).hasToString("pool of component: 0 lent, 1 ready, at most 1");
        }
    }

    @Test
    void aClientThatIsGoneIsToldOfButTakesNoInstanceDown() throws InterruptedException {
        try (Pool pool = deployment.pool(PoolLimits.builder().size(1).build())) {
            service = HttpService.of(pool).listener((request, why) -> heard.add(why.getMessage()));
            Received gone = new Received();
            gone.failing = new java.net.SocketException("Broken pipe");
            service.handle(RequestHead.builder("GET").pathWithQuery("/ada").build(), BodySource.empty(), gone);
            assertThat(heard).containsExactly("connection-terminated");
            assertThat(call("GET", "/ada")).hasToString("404 \"not found\n\" finished");
            assertThat(pool.ready()).isEqualTo(1);
        }
    }

    @Test
    void whatIsNoHandlerIsRefused() {
        Component plain = Guest.component("c-outs/outs.wasm");
        try (Deployment other = Linker.builder()
                .bindAll(Wasi.builder().stdout(System.out).build())
                .bind("audit")
                .to(Wasi.builder().stdout(System.out).build())
                .bind("report")
                .to(Wasi.builder().stdout(System.out).build())
                .build()
                .plan(plain)
                .start()) {
            assertThatThrownBy(() -> HttpService.of(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("component: expected an export of wasi:http/incoming-handler@0.2, found none");
        }
        assertThatThrownBy(() -> service.export("admin"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("component: expected the name of an export of wasi:http/incoming-handler@0.2, one of"
                        + " [wasi:http/incoming-handler@0.2.12], found \"admin\"");
        assertThat(HttpService.export(HTTP)).contains("wasi:http/incoming-handler@0.2.12");
    }
}
