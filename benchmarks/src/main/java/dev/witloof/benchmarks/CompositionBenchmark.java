package dev.witloof.benchmarks;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Composition;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Calls from one component to another with a string: where both are members of a composition, where both are nested in one
 * component, and where the other is an instance of its own that serves the import.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CompositionBenchmark {

    private static final int CALLS = 1000;

    /** How the two components are put together. */
    public enum Kind {
        /** Members of a composition. */
        COMPOSED,
        /** Nested in one component. */
        NESTED,
        /** Two instances, each in a store of its own. */
        APART
    }

    /** Which of them is measured. */
    @Param
    public Kind kind;

    private ComponentInstance counter;
    private ComponentInstance app;
    private MethodHandle visits;
    private LinkPlan plan;

    private static Component load(String name) throws IOException {
        return Component.load(Guest.bytes("wat-composed/" + name + ".wasm"));
    }

    /** Makes the instance. */
    @Setup
    public void prepare() throws IOException {
        Linker nothing = Linker.builder().build();
        counter = nothing.plan(load("counter")).instantiate();
        plan = switch (kind) {
            case COMPOSED ->
                Composition.builder()
                        .add("visitor", load("visitor"))
                        .add("counter", load("counter"))
                        .link(nothing);
            case NESTED -> nothing.plan(load("nested"));
            case APART ->
                Linker.builder()
                        .bind("counter")
                        .toInstance(counter, "demo:count/counter@1.2.0")
                        .build()
                        .plan(load("visitor"));
        };
        app = plan.instantiate();
        visits = app.function("visits").handle(MethodType.methodType(long.class, String.class, long.class));
    }

    /** Closes what was made. */
    @TearDown
    public void close() {
        app.close();
        counter.close();
    }

    /** A call of the other component with a string of four letters, among a thousand that one call from outside makes. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public long call() throws Throwable {
        return (long) visits.invokeExact("home", (long) CALLS);
    }

    /** An instance of both, and its end. */
    @Benchmark
    public void instance() {
        plan.instantiate().close();
    }
}
