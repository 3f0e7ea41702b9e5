package dev.witloof.tests.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Backend;
import dev.witloof.link.Deployment;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.link.Pool;
import dev.witloof.link.PoolLimits;
import dev.witloof.name.ImportRef;
import dev.witloof.tests.guests.Guests;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plans, deployments and instances that come and go: memory, threads and open files stay where they were. Each backend holds
 * an open file, so that one which is not closed shows.
 */
final class CyclesTest {

    private static final String SERVICE = "demo:named/session-service@0.1.0";
    private static final long MEGABYTE = 1 << 20;

    private final Component component = Guests.component("c-sessions/sessions.wasm");
    private final Linker kept = linker();

    @TempDir
    Path folder;

    private Linker linker() {
        return Linker.builder()
                .bind("sessions")
                .toFactory(ref -> withFile())
                .bind("cache")
                .toFactory(ref -> withFile())
                .build();
    }

    private Backend withFile() {
        Backend store = KeyValue.inMemory();
        return new Backend() {
            @Override
            public List<Class<?>> serves() {
                return store.serves();
            }

            @Override
            public Started start(List<ImportRef> imports) throws Exception {
                InputStream file = Files.newInputStream(folder.resolve("data"));
                Started started = store.start(imports);
                return new Started() {
                    @Override
                    public Object implementation(ImportRef importRef) throws Exception {
                        return started.implementation(importRef);
                    }

                    @Override
                    public void close() throws Exception {
                        started.close();
                        file.close();
                    }
                };
            }
        };
    }

    /** Some with a linker that stays and some with one of their own, alone and in a pool. */
    private void cycle(int number) throws Exception {
        LinkPlan plan = (number % 2 == 0 ? kept : linker()).plan(component);
        if (number % 4 < 2) {
            try (ComponentInstance app = plan.instantiate()) {
                use(app);
            }
            return;
        }
        try (Deployment deployment = plan.start();
                Pool pool = deployment.pool(PoolLimits.builder().size(2).build());
                Pool.Lease one = pool.borrow();
                Pool.Lease two = pool.borrow()) {
            use(one.instance());
            use(two.instance());
        }
    }

    private static void use(ComponentInstance app) {
        app.instance(SERVICE).function("login").call("ada", new byte[10]);
    }

    private record Measured(long heap, long metaspace, int threads, long files) {

        static Measured now() throws Exception {
            long heap = Long.MAX_VALUE;
            // What was collected may only then let go of more, such as loaders of classes.
            for (int i = 0; i < 5; i++) {
                System.gc();
                Thread.sleep(50);
                heap = Math.min(
                        heap,
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
            long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Metaspace"))
                    .map(MemoryPoolMXBean::getUsage)
                    .mapToLong(usage -> usage.getUsed())
                    .sum();
            return new Measured(
                    heap, metaspace, ManagementFactory.getThreadMXBean().getThreadCount(), openFiles());
        }

        /** Zero where the system does not say. */
        private static long openFiles() throws IOException {
            Path folder = Path.of("/proc/self/fd");
            if (!Files.isDirectory(folder)) {
                return 0;
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.count();
            }
        }
    }

    private void run(int warmUp, int cycles, long heap, long metaspace) throws Exception {
        Files.write(folder.resolve("data"), new byte[] {1});
        for (int i = 0; i < warmUp; i++) {
            cycle(i);
        }
        Measured before = Measured.now();
        for (int i = 0; i < cycles; i++) {
            cycle(i);
        }
        Measured after = Measured.now();
        String both = before + " and then " + after;
        assertThat(after.heap() - before.heap()).as(both).isLessThan(heap);
        assertThat(after.metaspace() - before.metaspace()).as(both).isLessThan(metaspace);
        assertThat(after.threads()).as(both).isLessThanOrEqualTo(before.threads());
        assertThat(after.files()).as(both).isLessThanOrEqualTo(before.files());
    }

    @Test
    void threeHundredPlansThatAreStartedAndClosedLeaveNothing() throws Exception {
        run(200, 300, MEGABYTE, 2 * MEGABYTE);
    }

    @Tag("long")
    @Test
    void tenThousandPlansThatAreStartedAndClosedLeaveNothing() throws Exception {
        run(1000, 10_000, MEGABYTE, 2 * MEGABYTE);
    }
}
