package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessageHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a subscription was given, in order. */
final class Heard implements MessageHandler {

    /** How long a message that must not come is waited for. */
    private static final long NOTHING_MILLIS = 150;

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final Duration patience;

    Heard(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void handle(Message message) {
        messages.add(message);
    }

    /** The next so many messages. */
    List<Message> next(String says, int count) throws InterruptedException {
        List<Message> heard = new ArrayList<>();
        long deadline = System.nanoTime() + patience.toNanos();
        while (heard.size() < count) {
            Message message = messages.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (message == null) {
                break;
            }
            heard.add(message);
        }
        assertThat(heard).as(says).hasSize(count);
        return heard;
    }

    Message next(String says) throws InterruptedException {
        return next(says, 1).get(0);
    }

    /** The bodies of the next messages are these texts, and there is no further one. */
    void expect(String says, String... bodies) throws InterruptedException {
        assertThat(next(says, bodies.length))
                .as(says)
                .extracting(message -> new String(message.body(), StandardCharsets.UTF_8))
                .containsExactly(bodies);
        expectNothing(says);
    }

    void expectNothing(String says) throws InterruptedException {
        assertThat(messages.poll(NOTHING_MILLIS, TimeUnit.MILLISECONDS))
                .as(says)
                .isNull();
    }
}
