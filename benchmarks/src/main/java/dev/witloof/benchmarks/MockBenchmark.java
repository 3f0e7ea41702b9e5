package dev.witloof.benchmarks;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.TypedFunction;
import dev.witloof.link.Linker;
import dev.witloof.testkit.Given;
import dev.witloof.testkit.Mocks;
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
import org.openjdk.jmh.annotations.Warmup;

/** What mocks cost: a call of one by a guest, with three stubs to choose from; and what every test does before its first call. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MockBenchmark {

    private static final int CALLS = 1000;

    private Mocks mocks;
    private TypedFunction<Long> namedGets;
    private byte[] sessions;

    /** Puts mocks behind the guest whose loop calls one import. */
    @Setup
    public void prepare() throws IOException {
        Component component = Component.load(Guest.bytes("bench-micro/micro.wasm"));
        mocks = Mocks.of(component);
        mocks.mock("sessions").on("get").returns(Given.some(new byte[64]));
        mocks.mock("sessions").on("get").with("nobody").returns(Given.none());
        mocks.mock("sessions").on("get").with("somebody else").returns(Given.none());
        ComponentInstance instance =
                mocks.bindTo(Linker.builder()).build().plan(component).instantiate();
        namedGets = instance.function("named-gets", long.class, long.class);
        sessions = Guest.bytes("c-sessions/sessions.wasm");
    }

    /** One of 1,000 calls of a mock. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public long mockedGets() {
        mocks.forgetCalls();
        return namedGets.call((long) CALLS);
    }

    /** From the bytes of a component of 8 kB to an instance over mocks, and its end. */
    @Benchmark
    public Mocks startOfATest() {
        Component component = Component.load(sessions);
        Mocks strict = Mocks.of(component);
        try (ComponentInstance instance =
                strict.bindTo(Linker.builder()).build().plan(component).instantiate()) {
            strict.verify();
        }
        return strict;
    }
}
