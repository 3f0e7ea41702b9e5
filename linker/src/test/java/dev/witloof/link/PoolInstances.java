package dev.witloof.link;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Instances for the tests of pools, numbered in the order in which they are made. */
final class PoolInstances {

    private static final byte[] EMPTY_COMPONENT = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};
    private static final Component EMPTY = Component.load(EMPTY_COMPONENT);

    /** How many were made. */
    final AtomicInteger made = new AtomicInteger();

    /** Those that were closed, in that order. */
    final List<String> closed = Collections.synchronizedList(new ArrayList<>());

    private final Map<ComponentInstance, String> names = Collections.synchronizedMap(new IdentityHashMap<>());

    /** Few, and not much time. */
    static PoolLimits.Builder limits() {
        return PoolLimits.builder().size(2).waitingTime(Duration.ofMillis(50));
    }

    Deployment deployment() {
        return deployment(number -> {});
    }

    /** A deployment that asks before it makes an instance. */
    Deployment deployment(Consumer<Integer> beforeEach) {
        return Linker.builder()
                .build()
                .plan(Shop.component(), values -> {
                    int number = made.incrementAndGet();
                    beforeEach.accept(number);
                    ComponentInstance instance = new Store().instantiate(EMPTY, Map.of());
                    names.put(instance, "#" + number);
                    instance.onClose(() -> closed.add("#" + number));
                    return instance;
                })
                .start();
    }

    String name(Pool.Lease lease) {
        return names.get(lease.instance());
    }
}
