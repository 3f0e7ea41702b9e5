package dev.witloof.benchmarks;

import dev.witloof.host.AdapterKind;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.HostFunction;
import dev.witloof.instance.TypedFunction;
import dev.witloof.link.Linker;
import dev.witloof.value.TupleValue;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Crossings between Java and a component, beside the same crossings written by hand on the bare engine. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MicroBenchmark {

    private static final int ECHO_BYTES = 64 * 1024;
    private static final int POINTS = 1000;
    private static final int ROUNDS = 1000;
    private static final String KEY = "session:0123456789ab";

    private final Map<String, byte[]> store = new HashMap<>();
    private final byte[] bytes = new byte[ECHO_BYTES];
    private final List<TupleValue> points = new ArrayList<>();
    private final RawMicro.Point[] rawPoints = new RawMicro.Point[POINTS];
    private final String a = "aaaaaaaaaaaaaaaaaaaa";
    private final String b = "bbbbbbbbbbbbbbbbbbbb";
    private final String c = "cccccccccccccccccccc";

    /** The functions of the component that are called through an interface. */
    public interface Micro {

        int add(int a, int b);

        String concat(String a, String b, String c);
    }

    /** What the component imports. */
    public interface Store {

        Optional<byte[]> get(String key);
    }

    private RawMicro raw;
    private Micro typed;
    private Micro proxied;
    private MethodHandle typedGets;
    private MethodHandle add;
    private MethodHandle namedGets;
    private MethodHandle plainGets;
    private TypedFunction<String> concat;
    private TypedFunction<byte[]> echo;
    private TypedFunction<List<?>> mirror;

    /** Loads the component twice: as a component, and as its bare core modules. */
    @Setup
    public void prepare() throws IOException {
        store.put(KEY, new byte[64]);
        for (int i = 0; i < POINTS; i++) {
            points.add(TupleValue.of((double) i, i + 0.5, "point " + i));
            rawPoints[i] = new RawMicro.Point(i, i + 0.5, "point " + i);
        }
        byte[] component = Guest.bytes("bench-micro/micro.wasm");
        raw = new RawMicro(component, store);
        ComponentInstance app = instantiate(Component.load(component));
        MethodType loop = MethodType.methodType(int.class, int.class);
        ComponentInstance overInterface = instantiate(Component.load(component), AdapterKind.HIDDEN_CLASSES);
        typed = overInterface.as(Micro.class);
        typedGets = overInterface.function("named-gets").handle(loop);
        proxied = instantiate(Component.load(component), AdapterKind.PROXY).as(Micro.class);
        add = app.function("add").handle(MethodType.methodType(int.class, int.class, int.class));
        namedGets = app.function("named-gets").handle(loop);
        plainGets = app.function("plain-gets").handle(loop);
        concat = app.function("concat", String.class, String.class, String.class, String.class);
        echo = app.function("echo", byte[].class, byte[].class);
        mirror = untyped(app.function("mirror", List.class, List.class));
    }

    private ComponentInstance instantiate(Component micro) {
        HostFunction get = (call, args) -> Optional.ofNullable(store.get((String) args[0]));
        return Linker.builder()
                .bind("sessions")
                .toFunctions(f -> f.function("get", get))
                .bindInterface("bench:micro/kv@0.1.0")
                .toFunctions(f -> f.function("get", get))
                .build()
                .plan(micro)
                .instantiate();
    }

    private ComponentInstance instantiate(Component micro, AdapterKind kind) {
        Store get = key -> Optional.ofNullable(store.get(key));
        return Linker.builder()
                .adapters(kind)
                .bind("sessions")
                .to(Store.class, get)
                .bindInterface("bench:micro/kv@0.1.0")
                .to(Store.class, get)
                .build()
                .plan(micro)
                .instantiate();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal cannot say List<?>
    private static TypedFunction<List<?>> untyped(TypedFunction<List> function) {
        return (TypedFunction) function;
    }

    /** {@code add} through the exact handle. */
    @Benchmark
    public int add() throws Throwable {
        return (int) add.invokeExact(17, 4);
    }

    /** {@code add} through a Java interface. */
    @Benchmark
    public int typedAdd() {
        return typed.add(17, 4);
    }

    /** {@code add} through a Java interface whose adapter is a proxy. */
    @Benchmark
    public int proxyAdd() {
        return proxied.add(17, 4);
    }

    /** {@code concat} through a Java interface. */
    @Benchmark
    public String typedConcat() {
        return typed.concat(a, b, c);
    }

    /** One of 1,000 calls by the guest of the named import, served by an object of a Java interface. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public int typedGets() throws Throwable {
        return (int) typedGets.invokeExact(ROUNDS);
    }

    /** {@code add} on the bare engine. */
    @Benchmark
    public int rawAdd() {
        return raw.add(17, 4);
    }

    /** {@code concat} of three strings of 20 characters. */
    @Benchmark
    public String concat() {
        return concat.call(a, b, c);
    }

    /** {@code concat} on the bare engine. */
    @Benchmark
    public String rawConcat() {
        return raw.concat(a, b, c);
    }

    /** {@code echo} of 64 KiB. */
    @Benchmark
    public byte[] echo() {
        return echo.call((Object) bytes);
    }

    /** {@code echo} on the bare engine. */
    @Benchmark
    public byte[] rawEcho() {
        return raw.echo(bytes);
    }

    /** Two copies of 64 KiB, one of them into a fresh array: what an echo cannot do without. */
    @Benchmark
    public byte[] twoCopies() {
        byte[] first = bytes.clone();
        System.arraycopy(first, 0, bytes, 0, ECHO_BYTES);
        return first;
    }

    /** {@code mirror} of 1,000 tuples with a string each. */
    @Benchmark
    public List<?> mirror() {
        return mirror.call(points);
    }

    /** {@code mirror} on the bare engine, into records. */
    @Benchmark
    public RawMicro.Point[] rawMirror() {
        return raw.mirror(rawPoints);
    }

    /** One of 1,000 calls of the named import by the guest. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public int namedGets() throws Throwable {
        return (int) namedGets.invokeExact(ROUNDS);
    }

    /** One of 1,000 calls of the unnamed import by the guest. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public int plainGets() throws Throwable {
        return (int) plainGets.invokeExact(ROUNDS);
    }

    /** One of 1,000 calls of a host function on the bare engine. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public long rawGets() {
        return raw.namedGets(ROUNDS);
    }
}
