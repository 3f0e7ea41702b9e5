package dev.witloof.benchmarks;

import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
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

    private SessionService service;

    /** Starts the service. */
    @Setup
    public void prepare() throws IOException {
        service = new SessionService(Linker.builder()
                .bind("sessions")
                .to(new MapStore().functions())
                .bind("cache")
                .to(new MapStore().functions())
                .build());
    }

    /** Ends it. */
    @TearDown
    public void close() {
        service.close();
    }

    /** An instance from the deployment, and its end. */
    @Benchmark
    public ComponentInstance instantiate() {
        try (ComponentInstance instance = service.deployment().instantiate()) {
            return instance;
        }
    }

    /** One operation of 1 login, 8 lookups and 1 logout with values of 200 bytes. */
    @Benchmark
    @OperationsPerInvocation(SessionService.CALLS)
    public void sessions(Blackhole sink) {
        service.round(sink);
    }
}
