package dev.witloof.wasi.sockets;

import dev.witloof.wasi.io.HostTime;
import dev.witloof.wasi.io.Signal;
import dev.witloof.wasi.io.Wait;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Who looks up names for one instance, and how many of them at once. */
final class NameLookups {

    /** More than so many are refused, also if the guest dropped the others: they go on until the resolver has an answer. */
    private static final int MOST = 16;

    private final NameResolver resolver;
    private final Executor executor;
    private final Signal ended;
    private final HostTime time;
    private final AtomicInteger pending = new AtomicInteger();

    NameLookups(NameResolver resolver, Executor executor, Signal ended, HostTime time) {
        this.resolver = resolver;
        this.executor = executor;
        this.ended = ended;
        this.time = time;
    }

    /** Has a wait end with what it is for. */
    void arm(Wait wait) {
        wait.within(time);
        wait.on(ended);
    }

    /**
     * Has a look-up done.
     *
     * @throws RejectedExecutionException if there are too many, or the executor takes none
     */
    void execute(Runnable lookup) {
        if (pending.incrementAndGet() > MOST) {
            pending.decrementAndGet();
            throw new RejectedExecutionException("too many at once");
        }
        try {
            // An executor may well run it here and now.
            time.of(() -> {
                executor.execute(() -> {
                    try {
                        lookup.run();
                    } finally {
                        pending.decrementAndGet();
                    }
                });
                return lookup;
            });
        } catch (RejectedExecutionException refused) {
            pending.decrementAndGet();
            throw refused;
        }
    }

    List<InetAddress> resolve(HostName name) throws IOException {
        return resolver.resolve(name.text()).stream()
                .map(address -> Addresses.of(address.getAddress()))
                .distinct()
                .toList();
    }
}
