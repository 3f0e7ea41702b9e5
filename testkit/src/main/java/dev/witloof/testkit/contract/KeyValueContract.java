package dev.witloof.testkit.contract;

import dev.witloof.link.Backend;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What all contracts of key-value stores have: they start backends, and close what they started after each test. */
abstract class KeyValueContract implements TestedStore {

    private final Deque<Service> services = new ArrayDeque<>();

    /** Which draft is tested. */
    abstract Draft draft();

    /** How the store is imported. */
    Use use() {
        return Use.UNNAMED;
    }

    /** The interfaces that a test needs. */
    List<String> interfaces() {
        return List.of("store");
    }

    final boolean can(Ability ability) {
        return abilities().has(ability);
    }

    /** A store of its own, started. */
    final Service start() throws Exception {
        return start(fresh());
    }

    final Service start(Backend backend) {
        return start(backend, use());
    }

    final Service start(Backend backend, Use use) {
        return start(backend, draft(), use, interfaces());
    }

    final Service start(Backend backend, Draft draft, Use use, List<String> interfaces) {
        Service service = Service.start(new Where(draft, use), backend, interfaces);
        services.push(service);
        return service;
    }

    /** Closes a service before the test is over. */
    final void close(Service service) {
        services.remove(service);
        service.close();
    }

    @AfterEach
    final void closeServices() {
        while (!services.isEmpty()) {
            services.pop().close();
        }
    }
}
