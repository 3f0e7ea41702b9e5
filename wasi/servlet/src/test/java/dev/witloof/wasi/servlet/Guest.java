package dev.witloof.wasi.servlet;

import dev.witloof.instance.Component;
import dev.witloof.keyvalue.v0_2_0_draft.Store;
import dev.witloof.limit.Limits;
import dev.witloof.link.Deployment;
import dev.witloof.link.Linker;
import dev.witloof.link.PoolLimits;
import dev.witloof.wasi.Wasi;
import dev.witloof.wasi.http.HttpListener;
import dev.witloof.wasi.http.HttpService;
import dev.witloof.wasi.http.WasiHttp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The handler over two named stores, {@code c-http}, and how it is started. */
final class Guest {

    /** So few that a handle that a request leaves behind is noticed soon. */
    private static final int HANDLES = 16;

    /** From where a request has its instance. */
    enum Instances {
        /** One each. */
        EACH,
        /** A pool of as many as there are connections. */
        POOL
    }

    private Guest() {}

    static byte[] bytes(String name) {
        try (InputStream in = Guest.class.getResourceAsStream("/guests/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no guest " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** Two stores, whatever they are. */
    static Deployment deployment(Store sessions, Store cache) {
        return Linker.builder()
                .bindAll(Wasi.builder().build().and(WasiHttp.builder().build()))
                .bind("sessions")
                .to(Store.class, sessions)
                .bind("cache")
                .to(Store.class, cache)
                .limits(Limits.builder().handles(HANDLES).build())
                .build()
                .plan(Component.load(bytes("c-http/http.wasm")))
                .start();
    }

    /** The guest that answers as the path says. */
    static Deployment answering() {
        return Linker.builder()
                .bindAll(Wasi.builder().build().and(WasiHttp.builder().build()))
                .limits(Limits.builder().handles(HANDLES).build())
                .build()
                .plan(Component.load(bytes("c-answers/answers.wasm")))
                .start();
    }

    static HttpService service(Deployment deployment, Instances instances, int size, HttpListener listener)
            throws InterruptedException {
        HttpService service = instances == Instances.EACH
                ? HttpService.of(deployment)
                : HttpService.of(deployment.pool(PoolLimits.builder().size(size).build()));
        return service.listener(listener);
    }
}
