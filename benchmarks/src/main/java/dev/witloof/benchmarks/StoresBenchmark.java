package dev.witloof.benchmarks;

import dev.witloof.benchmarks.MeasuredStore.ByHand;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The session service on pairs of stores, sessions in the first and the cache in the second: a component on the backends, and
 * Java that makes the same requests by the client libraries alone. It starts the servers itself.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StoresBenchmark {

    /** Two stores. */
    @State(Scope.Thread)
    public static class Pair {

        /** The names of both. */
        @Param({"memory+memory", "files+memory", "redis+memcached", "postgresql+nats"})
        public String stores = "";

        private MeasuredStore sessions;
        private MeasuredStore cache;

        /** Starts the servers. */
        @Setup
        public void start() throws Exception {
            String[] names = stores.split("\\+");
            sessions = MeasuredStore.start(names[0]);
            cache = MeasuredStore.start(names[1]);
        }

        /** Ends them. */
        @TearDown
        public void close() throws IOException {
            cache.close();
            sessions.close();
        }
    }

    /** The component. */
    @State(Scope.Thread)
    public static class Service {

        private SessionService service;

        /** Starts it. */
        @Setup
        public void start(Pair pair) throws IOException {
            service = new SessionService(Linker.builder()
                    .bind("sessions")
                    .to(pair.sessions.backend())
                    .bind("cache")
                    .to(pair.cache.backend())
                    .build());
        }

        /** Ends it. */
        @TearDown
        public void close() {
            service.close();
        }
    }

    /** The clients alone. */
    @State(Scope.Thread)
    public static class Clients {

        private final byte[] profile = new byte[SessionService.PROFILE_BYTES];
        private ByHand sessions;
        private ByHand cache;

        /** Connects. */
        @Setup
        public void connect(Pair pair) throws Exception {
            sessions = pair.sessions.byHand();
            cache = pair.cache.byHand();
            login();
            byte[] found = lookup();
            if (found == null || found.length != profile.length || !logout() || logout()) {
                throw new IllegalStateException("the clients answer otherwise than the benchmark expects");
            }
        }

        /** Disconnects. */
        @TearDown
        public void close() throws Exception {
            cache.close();
            sessions.close();
        }

        void login() throws Exception {
            sessions.set(SessionService.USER, profile);
            cache.set(SessionService.USER, profile);
        }

        byte[] lookup() throws Exception {
            return cache.get(SessionService.USER);
        }

        boolean logout() throws Exception {
            cache.delete(SessionService.USER);
            boolean known = sessions.exists(SessionService.USER);
            sessions.delete(SessionService.USER);
            return known;
        }
    }

    /** One operation of 1 login, 8 lookups and 1 logout with values of 200 bytes, by the component. */
    @Benchmark
    @OperationsPerInvocation(SessionService.CALLS)
    public void component(Service component, Blackhole sink) {
        component.service.round(sink);
    }

    /** The same requests by the clients alone. */
    @Benchmark
    @OperationsPerInvocation(SessionService.CALLS)
    public void clients(Clients clients, Blackhole sink) throws Exception {
        clients.login();
        for (int i = 0; i < SessionService.LOOKUPS; i++) {
            sink.consume(clients.lookup());
        }
        sink.consume(clients.logout());
    }
}
