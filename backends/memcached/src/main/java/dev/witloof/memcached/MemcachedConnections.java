package dev.witloof.memcached;

import com.google.code.yanf4j.core.Session;
import com.google.code.yanf4j.core.impl.StandardSocketOption;
import dev.witloof.keyvalue.service.KeyValueException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import net.rubyeye.xmemcached.XMemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import net.rubyeye.xmemcached.command.TextCommandFactory;
import net.rubyeye.xmemcached.command.binary.BaseBinaryCommand;
import net.rubyeye.xmemcached.command.binary.ResponseStatus;
import net.rubyeye.xmemcached.exception.MemcachedException;
import net.rubyeye.xmemcached.exception.MemcachedServerException;
import net.rubyeye.xmemcached.impl.MemcachedConnector;
import net.rubyeye.xmemcached.impl.ReconnectRequest;
import net.rubyeye.xmemcached.networking.MemcachedSession;
import net.rubyeye.xmemcached.utils.InetSocketAddressWrapper;

/**
 * A client of one server, with its connections. Those that were lost are made anew by the next call, which waits for one: the
 * library would do it later and later, by a thread that waits.
 */
final class MemcachedConnections implements AutoCloseable {

    private static final String PROBE = "witloof";
    private static final int SEND_BUFFER = 1 << 18;

    private final MemcachedSettings settings;
    private final XMemcachedClient client;
    private final MemcachedConnector connector;
    private final ReadySessions sessions;
    private final ReentrantLock connecting = new ReentrantLock();
    private long maximumItem = Long.MAX_VALUE;

    /**
     * A call of the library.
     *
     * @param <T> what comes of it
     */
    interface Call<T> {
        T on(XMemcachedClient client, long timeoutMillis)
                throws MemcachedException, TimeoutException, InterruptedException;
    }

    private MemcachedConnections(MemcachedSettings settings, XMemcachedClient client, ReadySessions sessions) {
        this.settings = settings;
        this.sessions = sessions;
        this.client = client;
        this.connector = (MemcachedConnector) client.getConnector();
    }

    /**
     * A client whose server has answered.
     *
     * @throws KeyValueException if it does not
     */
    static MemcachedConnections open(MemcachedSettings settings) throws KeyValueException, IOException {
        XMemcachedClientBuilder builder = new XMemcachedClientBuilder();
        builder.setEnableHealSession(false);
        builder.setSelectorPoolSize(1);
        builder.setConnectionPoolSize(settings.connections());
        builder.setOpTimeout(settings.callTimeout().toMillis());
        // With the library's 32 KiB each piece of a large value waits for the other side's delayed acknowledgement.
        builder.setSocketOption(StandardSocketOption.SO_SNDBUF, SEND_BUFFER);
        ReadySessions sessions = new ReadySessions();
        builder.setSessionLocator(sessions);
        builder.setCommandFactory(settings.user() == null ? new TextCommandFactory() : new QuietAuthentication());
        MemcachedConnections connections =
                new MemcachedConnections(settings, (XMemcachedClient) builder.build(), sessions);
        try {
            InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
            for (int i = 0; i < settings.connections(); i++) {
                connections.connector.addToWatingQueue(
                        new ReconnectRequest(new InetSocketAddressWrapper(address, i + 1, 1, null), 0, 1));
            }
            connections.check();
            connections.maximumItem = connections.largestItem();
            return connections;
        } catch (KeyValueException | RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    MemcachedSettings settings() {
        return settings;
    }

    /** How many bytes an item may have with its key, as the server says. */
    long maximumItem() {
        return maximumItem;
    }

    private long largestItem() throws KeyValueException {
        Map<InetSocketAddress, Map<String, String>> all =
                repeatable((client, timeout) -> client.getStatsByItem("settings", timeout));
        for (Map<String, String> each : all.values()) {
            String size = each.getOrDefault("item_size_max", "");
            if (size.matches("[0-9]{1,18}")) {
                return Long.parseLong(size);
            }
        }
        return Long.MAX_VALUE; // it does not say
    }

    /** Asks the server for a sign of life. */
    void check() throws KeyValueException {
        repeatable((client, timeout) -> client.get(PROBE, timeout, RawBytes.INSTANCE));
    }

    /** A call that may be made twice: if the connection breaks, it is made on another. */
    <T> T repeatable(Call<T> call) throws KeyValueException {
        return call(call, true);
    }

    /** A call of which nobody knows, when the connection breaks, whether it was carried out; it is not made again. */
    <T> T once(Call<T> call) throws KeyValueException {
        return call(call, false);
    }

    private <T> T call(Call<T> call, boolean repeatable) throws KeyValueException {
        long deadline = System.nanoTime() + settings.callTimeout().toNanos();
        try {
            heal(deadline);
            try {
                return call.on(client, left(deadline));
            } catch (MemcachedException broken) {
                if (!repeatable || broken instanceof MemcachedServerException) {
                    throw broken;
                }
                heal(deadline);
                return call.on(client, left(deadline));
            }
        } catch (TimeoutException late) {
            throw KeyValueException.timeout(
                    settings + ": expected an answer within "
                            + settings.callTimeout().toMillis() + " ms, found none",
                    late);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw KeyValueException.other(settings + ": expected an answer, found an interrupt", interrupt);
        } catch (MemcachedException broken) {
            String text = settings + ": expected an answer, found "
                    + broken.getClass().getSimpleName();
            throw broken instanceof MemcachedServerException
                    ? KeyValueException.other(text, broken)
                    : KeyValueException.unavailable(text, broken);
        }
    }

    private static long left(long deadline) throws TimeoutException {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (millis <= 0) {
            throw new TimeoutException();
        }
        return millis;
    }

    /** Waits for a connection, if none is open, and makes one of those that are missing. */
    private void heal(long deadline) throws KeyValueException, TimeoutException, InterruptedException {
        while (!sessions.isOpen() || !missing().isEmpty()) {
            if (client.isShutdown()) {
                throw KeyValueException.other(settings + ": expected it open, found it closed");
            }
            boolean mine = connecting.tryLock(sessions.isOpen() ? 0 : left(deadline), TimeUnit.MILLISECONDS);
            if (!mine) {
                return; // there are others
            }
            try {
                ReconnectRequest one = missing().peek();
                if (one != null && missing().remove(one)) {
                    connect(one, deadline);
                } else if (!sessions.isOpen()) {
                    TimeUnit.MILLISECONDS.sleep(Math.min(1, left(deadline))); // the library has not noted it yet
                }
            } catch (KeyValueException failed) {
                if (!sessions.isOpen()) {
                    throw failed;
                }
                return; // there are others
            } finally {
                connecting.unlock();
            }
        }
    }

    private Queue<ReconnectRequest> missing() {
        return connector.getReconnectRequestQueue();
    }

    private void connect(ReconnectRequest missing, long deadline)
            throws KeyValueException, TimeoutException, InterruptedException {
        long timeout = Math.min(settings.connectTimeout().toMillis(), left(deadline));
        Future<Boolean> connection = connector.connect(missing.getInetSocketAddressWrapper());
        boolean good = false;
        try {
            good = connection.get(timeout, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw KeyValueException.unavailable(
                    settings + ": expected a connection, found "
                            + root(failed).getClass().getSimpleName(),
                    failed);
        } catch (TimeoutException late) {
            throw KeyValueException.unavailable(
                    settings + ": expected a connection within " + timeout + " ms, found none", late);
        } finally {
            if (!good) {
                connection.cancel(true);
                connector.addToWatingQueue(missing);
            }
        }
        for (Session each : connector.getSessionSet()) {
            if (!ReadySessions.isReady(each) && !each.isClosed()) {
                logIn(each, deadline);
                ReadySessions.ready(each);
            }
        }
    }

    /** By SASL, if there is a user. The library would do it by a thread that may stay behind. */
    private void logIn(Session session, long deadline)
            throws KeyValueException, TimeoutException, InterruptedException {
        if (settings.user() == null) {
            return;
        }
        CountDownLatch answered = new CountDownLatch(1);
        byte[] identity = ("\0" + settings.user() + "\0" + settings.password()).getBytes(StandardCharsets.UTF_8);
        BaseBinaryCommand command =
                (BaseBinaryCommand) client.getCommandFactory().createAuthStartCommand("PLAIN", answered, identity);
        session.write(command);
        boolean isIn = false;
        try {
            if (!answered.await(left(deadline), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException();
            }
            isIn = command.getResponseStatus() == ResponseStatus.NO_ERROR;
        } finally {
            if (!isIn) {
                session.close();
            }
        }
        if (!isIn) {
            throw KeyValueException.other(
                    settings + ": expected to be let in with user and password, found them refused");
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Ends the connections, and the library's threads. */
    @Override
    public void close() throws IOException {
        for (Session each : connector.getSessionSet()) {
            ((MemcachedSession) each).setAllowReconnect(false);
            each.close(); // or the library would wait for the server to do it
        }
        client.shutdown();
    }
}
