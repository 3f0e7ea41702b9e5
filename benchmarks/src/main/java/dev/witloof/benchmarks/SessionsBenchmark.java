package dev.witloof.benchmarks;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.ExportedInstance;
import dev.witloof.instance.TypedFunction;
import dev.witloof.link.Deployment;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.value.Result;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A component that uses one interface under two names: making an instance, and its service over hash maps. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SessionsBenchmark {

    private static final int LOOKUPS = 8;
    private static final String USER = "session:0123456789ab";

    private final byte[] profile = new byte[200];

    private Deployment deployment;
    private ComponentInstance app;
    private TypedFunction<Result> login;
    private TypedFunction<Result> lookup;
    private TypedFunction<Result> logout;

    /** Starts the deployment and makes the instance that serves. */
    @Setup
    public void prepare() throws IOException {
        LinkPlan plan = Linker.builder()
                .bind("sessions")
                .to(new MapStore().functions())
                .bind("cache")
                .to(new MapStore().functions())
                .build()
                .plan(Component.load(Guest.bytes("c-sessions/sessions.wasm")));
        deployment = plan.start();
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

    /** Closes both. */
    @TearDown
    public void close() {
        app.close();
        deployment.close();
    }

    /** An instance from the deployment, and its end. */
    @Benchmark
    public ComponentInstance instantiate() {
        try (ComponentInstance instance = deployment.instantiate()) {
            return instance;
        }
    }

    /** One operation of 1 login, 8 lookups and 1 logout with values of 200 bytes. */
    @Benchmark
    @OperationsPerInvocation(LOOKUPS + 2)
    public void sessions(Blackhole sink) {
        sink.consume(login.call(USER, profile));
        for (int i = 0; i < LOOKUPS; i++) {
            sink.consume(lookup.call(USER));
        }
        sink.consume(logout.call(USER));
    }
}
