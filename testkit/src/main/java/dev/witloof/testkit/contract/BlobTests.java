package dev.witloof.testkit.contract;

import dev.witloof.link.Backend;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;

/** What all contracts of stores of objects have: they start backends, and close what they started after each test. */
abstract class BlobTests implements TestedBlobs {

    static final int MEBIBYTE = 1 << 20;

    private final Deque<StartedBlobs> stores = new ArrayDeque<>();

    /** How the store is imported. */
    Use use() {
        return Use.UNNAMED;
    }

    final boolean can(BlobAbility ability) {
        return abilities().has(ability);
    }

    /** So many bytes, or as many as an object may have. */
    final int atMost(int size) {
        return (int) Math.min(size, abilities().maximumObjectBytes());
    }

    /** A store of its own, started. */
    final StartedBlobs start() throws Exception {
        return start(fresh());
    }

    final StartedBlobs start(Backend backend) {
        return start(backend, use());
    }

    final StartedBlobs start(Backend backend, Use use) {
        StartedBlobs store = StartedBlobs.start(new BlobWhere(use), backend);
        stores.push(store);
        return store;
    }

    /** The container of most tests, in a store of its own. */
    final TestedContainer main() throws Exception {
        return start().create("main");
    }

    /** Closes a store before the test is over. */
    final void close(StartedBlobs store) {
        stores.remove(store);
        store.close();
    }

    @AfterEach
    final void closeStores() {
        while (!stores.isEmpty()) {
            stores.pop().close();
        }
    }
}
