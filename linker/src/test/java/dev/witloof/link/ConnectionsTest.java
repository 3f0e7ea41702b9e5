package dev.witloof.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is opened for a key is opened once and closed with its last user. */
class ConnectionsTest {

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final Connections connections = new Connections();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch waited = new CountDownLatch(1);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private record Key(String address) {}

    private final class Pool implements AutoCloseable {

        private final String name;

        Pool(String name) {
            this.name = name;
            log.add("open " + name);
        }

        @Override
        public void close() {
            log.add("close " + name);
        }
    }

    private Connections.Lease<Pool> open(String address) throws Exception {
        return connections.open(new Key(address), () -> new Pool(address));
    }

    @Test
    void equalKeysShareAndOthersDoNot() throws Exception {
        Connections.Lease<Pool> one = open("a");
        Connections.Lease<Pool> same = open("a");
        Connections.Lease<Pool> other = open("b");
        assertThat(same.get()).isSameAs(one.get()).isNotSameAs(other.get());
        assertThat(log).containsExactly("open a", "open b");
    }

    @Test
    void theLastUserClosesAndTheNextOpensAnew() throws Exception {
        Connections.Lease<Pool> one = open("a");
        Connections.Lease<Pool> same = open("a");
        one.close();
        one.close();
        assertThat(log).containsExactly("open a");
        same.close();
        assertThat(log).containsExactly("open a", "close a");
        open("a").close();
        assertThat(log).containsExactly("open a", "close a", "open a", "close a");
    }

    @Test
    void aFailureLeavesNothingBehind() throws Exception {
        assertThatThrownBy(() -> connections.open(new Key("a"), () -> {
                    throw new IOException("refused");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("refused");
        open("a").close();
        assertThat(log).containsExactly("open a", "close a");
    }

    /** Starts an opening that waits, and another thread that waits for it. */
    private List<Future<Connections.Lease<Pool>>> two(CountDownLatch go, Exception failure) throws Exception {
        return two(go, failure, false);
    }

    /**
     * The same.
     *
     * @param interrupted whether the first thread is interrupted when its opening fails
     */
    private List<Future<Connections.Lease<Pool>>> two(CountDownLatch go, Exception failure, boolean interrupted)
            throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Future<Connections.Lease<Pool>> first = threads.submit(() -> connections.open(new Key("a"), () -> {
            begun.countDown();
            go.await();
            if (failure != null) {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                throw failure;
            }
            return new Pool("a");
        }));
        begun.await();
        CountDownLatch waiting = new CountDownLatch(1);
        Thread[] waiter = new Thread[1];
        Future<Connections.Lease<Pool>> second = threads.submit(() -> {
            waiter[0] = Thread.currentThread();
            waiting.countDown();
            try {
                return open("a");
            } finally {
                waited.countDown();
            }
        });
        waiting.await();
        while (waiter[0].getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return List.of(first, second);
    }

    @Test
    void whoAsksMeanwhileIsGivenTheSame() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Connections.Lease<Pool>>> both = two(go, null);
        go.countDown();
        assertThat(both.get(1).get().get()).isSameAs(both.get(0).get().get());
        assertThat(log).containsExactly("open a");
        both.get(0).get().close();
        both.get(1).get().close();
        assertThat(log).containsExactly("open a", "close a");
    }

    @Test
    void whoAsksMeanwhileIsGivenTheSameFailure() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        IOException refused = new IOException("refused");
        List<Future<Connections.Lease<Pool>>> both = two(go, refused);
        go.countDown();
        for (Future<Connections.Lease<Pool>> each : both) {
            assertThatThrownBy(each::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isSameAs(refused);
        }
        assertThat(log).isEmpty();
    }

    @Test
    void anInterruptOfWhoOpensIsNotTheOthers() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Connections.Lease<Pool>>> both = two(go, new InterruptedException());
        go.countDown();
        assertThatThrownBy(both.get(0)::get).cause().isInstanceOf(InterruptedException.class);
        both.get(1).get().close();
        assertThat(log).containsExactly("open a", "close a");
    }

    /** Clients say in many ways that they were interrupted, and leave the thread so. */
    @Test
    void norIsWhatItBecomes() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        IOException closed = new IOException("closed by interrupt");
        List<Future<Connections.Lease<Pool>>> both = two(go, closed, true);
        go.countDown();
        assertThatThrownBy(both.get(0)::get).cause().isSameAs(closed);
        both.get(1).get().close();
        assertThat(log).containsExactly("open a", "close a");
    }

    @Test
    void whoIsInterruptedWhileWaitingHoldsNothing() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Connections.Lease<Pool>>> both = two(go, null);
        both.get(1).cancel(true);
        // What is open by the time that it sees the interrupt it would be given, and nobody would have it from the
        // future.
        waited.await();
        go.countDown();
        both.get(0).get().close();
        assertThat(log).containsExactly("open a", "close a");
    }
}
