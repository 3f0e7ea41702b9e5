package dev.witloof.wasi.http.client;

import static dev.witloof.wasi.http.client.Asking.get;
import static dev.witloof.wasi.http.client.Asking.head;
import static dev.witloof.wasi.http.client.Asking.next;
import static dev.witloof.wasi.http.client.Asking.post;
import static dev.witloof.wasi.http.client.Asking.send;
import static dev.witloof.wasi.http.client.Asking.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.servers.Leaks;
import dev.witloof.wasi.http.HttpExchange;
import dev.witloof.wasi.http.HttpFields;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that are larger than what may lie between a guest and a server. */
@Timeout(120)
final class VolumeTest {

    private static final Leaks BEFORE = Leaks.now();
    private static final long BYTES = 300_000_000;

    /** The sockets' buffers on both sides, and what the client keeps. */
    private static final long BETWEEN = 32_000_000;

    @AfterAll
    static void nothingIsLeft() {
        assertThat(BEFORE.since()).isEmpty();
    }

    private static Client client() throws Exception {
        return Client.open(
                OutgoingHttp.builder().allow("http://127.0.0.1:1-65535").settings());
    }

    @Test
    void aServerSendsNoMoreThanTheGuestReads() throws Exception {
        AtomicLong sent = new AtomicLong();
        try (TalkingServer server = new TalkingServer(line -> {
                    line.head();
                    line.say("HTTP/1.1 200 OK\r\nContent-Length: " + BYTES + "\r\n\r\n");
                    byte[] part = new byte[10_000];
                    while (sent.addAndGet(part.length) < BYTES) {
                        line.out.write(part);
                    }
                    line.out.write(part);
                });
                Client client = client();
                HttpExchange exchange = send(client, get(server.authority()))) {
            head(exchange);
            standsStill(sent);
            assertThat(sent.get()).isLessThan(BETWEEN);
            long read = 0;
            for (byte[] part = next(exchange.responseBody(), 1 << 16);
                    part.length > 0;
                    part = next(exchange.responseBody(), 1 << 16)) {
                read += part.length;
                assertThat(part.length).isLessThanOrEqualTo(1 << 16);
            }
            assertThat(read).isEqualTo(BYTES);
        }
    }

    /** What nobody reads has come to rest when it was the same for a while. */
    private static void standsStill(AtomicLong sent) throws InterruptedException {
        for (long before = -1; before != sent.get(); ) {
            before = sent.get();
            Thread.sleep(300);
        }
    }

    @Test
    void aGuestWritesNoMoreThanTheServerTakes() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        AtomicLong taken = new AtomicLong();
        try (TalkingServer server = new TalkingServer(line -> {
                    line.head();
                    read.await();
                    for (String size = line.until("\r\n"); !size.equals("0\r\n"); size = line.until("\r\n")) {
                        long length = Long.parseLong(size.strip(), 16);
                        line.in.skipNBytes(length + 2);
                        taken.addAndGet(length);
                    }
                    line.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                    line.waitForEnd();
                });
                Client client = client();
                HttpExchange exchange = send(client, post(server.authority()))) {
            AtomicLong written = new AtomicLong();
            Thread guest = new Thread(() -> {
                try {
                    for (byte[] part = new byte[10_000]; written.get() < BYTES; written.addAndGet(part.length)) {
                        write(exchange.requestBody(), part);
                    }
                    exchange.requestBody().finish(HttpFields.none());
                } catch (java.io.IOException told) {
                    written.set(-1);
                }
            });
            guest.start();
            standsStill(written);
            assertThat(written.get()).isBetween(1L, BETWEEN);
            read.countDown();
            guest.join();
            assertThat(head(exchange).status()).isEqualTo(200);
            assertThat(taken.get()).isEqualTo(BYTES);
        }
    }
}
