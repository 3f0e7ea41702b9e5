package dev.witloof.benchmarks;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Interceptor;
import dev.witloof.link.Linker;
import dev.witloof.policy.LinkPolicy;
import dev.witloof.wrapper.Retry;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
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

/**
 * What policies and wrappers cost a call of a named import that a Java interface serves: nothing where they leave the function
 * alone, untyped values where they stand around it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AroundBenchmark {

    private static final int ROUNDS = 1000;

    private final byte[] value = new byte[64];
    private MethodHandle bare;
    private MethodHandle allowed;
    private MethodHandle left;
    private MethodHandle wrapped;

    /** Makes an instance for each. */
    @Setup
    public void prepare() throws IOException {
        bare = gets(linker -> linker);
        allowed = gets(linker -> linker.policy(LinkPolicy.builder()
                .allow(r -> r.interfaceName("bench:micro/kv").functions("get"))
                .defaultDeny()
                .build()));
        left = gets(linker ->
                linker.wrap(Retry.times(1).functions("set").errors("other").build()));
        Interceptor through = (call, args, next) -> next.call(call, args);
        wrapped = gets(linker -> linker.wrap(through));
    }

    private MethodHandle gets(UnaryOperator<Linker.Builder> more) throws IOException {
        MicroBenchmark.Store get = key -> Optional.of(value);
        Linker.Builder linker = Linker.builder()
                .bindInterface("bench:micro/kv@0.1.0")
                .to(MicroBenchmark.Store.class, get)
                .bind("sessions")
                .to(MicroBenchmark.Store.class, get);
        ComponentInstance app = more.apply(linker)
                .build()
                .plan(Component.load(Guest.bytes("bench-micro/micro.wasm")))
                .instantiate();
        return app.function("named-gets").handle(MethodType.methodType(int.class, int.class));
    }

    /** One of 1,000 calls without anything. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public int bareGets() throws Throwable {
        return (int) bare.invokeExact(ROUNDS);
    }

    /** The same, allowed by a policy that denies everything else. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public int allowedGets() throws Throwable {
        return (int) allowed.invokeExact(ROUNDS);
    }

    /** The same with a wrapper that leaves it alone. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public int leftGets() throws Throwable {
        return (int) left.invokeExact(ROUNDS);
    }

    /** The same with a wrapper that only goes on. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public int wrappedGets() throws Throwable {
        return (int) wrapped.invokeExact(ROUNDS);
    }
}
