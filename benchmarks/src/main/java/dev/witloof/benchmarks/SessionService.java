package dev.witloof.benchmarks;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.ExportedInstance;
import dev.witloof.instance.TypedFunction;
import dev.witloof.link.Deployment;
import dev.witloof.link.Linker;
import dev.witloof.value.Result;
import java.io.IOException;
import org.openjdk.jmh.infra.Blackhole;

/** {@code c-sessions} on two stores, with an instance that serves. */
final class SessionService implements AutoCloseable {

    /** How often a round looks up who is logged in. */
    static final int LOOKUPS = 8;

    /** The calls of a round. */
    static final int CALLS = LOOKUPS + 2;

    /** Who logs in. */
    static final String USER = "session:0123456789ab";

    /** How many bytes a profile has. */
    static final int PROFILE_BYTES = 200;

    private final byte[] profile = new byte[PROFILE_BYTES];
    private final Deployment deployment;
    private final ComponentInstance app;
    private final TypedFunction<Result> login;
    private final TypedFunction<Result> lookup;
    private final TypedFunction<Result> logout;

    /** The service, started on what the linker binds to its two names. */
    SessionService(Linker linker) throws IOException {
        deployment = linker.plan(Component.load(Guest.bytes("c-sessions/sessions.wasm")))
                .start();
        app = deployment.instantiate();
        ExportedInstance service = app.instance("demo:named/session-service@0.1.0");
        login = service.function("login", Result.class, String.class, byte[].class);
        lookup = service.function("lookup", Result.class, String.class);
        logout = service.function("logout", Result.class, String.class);
        if (!login.call(USER, profile).isOk()
                || !lookup.call(USER).toString().endsWith("origin: cache}))")
                || !logout.call(USER).equals(Result.ok(true))) {
            throw new IllegalStateException("the service answers otherwise than the benchmark expects");
        }
    }

    Deployment deployment() {
        return deployment;
    }

    /** 1 login, 8 lookups and 1 logout. */
    void round(Blackhole sink) {
        sink.consume(login.call(USER, profile));
        for (int i = 0; i < LOOKUPS; i++) {
            sink.consume(lookup.call(USER));
        }
        sink.consume(logout.call(USER));
    }

    @Override
    public void close() {
        app.close();
        deployment.close();
    }
}
