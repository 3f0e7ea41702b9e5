package dev.witloof.testkit.contract;

import dev.witloof.link.Connections;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessageHandler;
import dev.witloof.messaging.service.MessagingBackend;
import dev.witloof.messaging.service.MessagingException;
import dev.witloof.messaging.service.MessagingService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What all contracts of messaging have: they connect, and close what they connected after each test. */
@SuppressWarnings("try") // what is closed may be interrupted
abstract class MessagingTests implements TestedMessaging {

    /** By how much a request may be late. */
    static final long TOLERANCE_MILLIS = 2_000;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /** A token that no other test has: what one hears is its own. */
    private final String own = "t" + UUID.randomUUID().toString().replace("-", "");

    MessagingBackend messaging;
    Sender sender;
    MessagingService java;

    /** What is tested, and how it is imported. */
    abstract MessagingUse use();

    @BeforeEach
    final void start() throws Exception {
        messaging = fresh();
        sender = closing(Sender.start(use(), messaging));
        java = connect(messaging);
    }

    final String says(MessagingClause clause) {
        return clause.of(use());
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    final boolean can(MessagingAbility ability) {
        return !unable().contains(ability);
    }

    /** A subject of this test alone. */
    final String subject(String tokens) {
        return own + "." + tokens;
    }

    final <T extends AutoCloseable> T closing(T what) {
        opened.push(what);
        return what;
    }

    /** Messaging as Java has it. */
    final MessagingService connect(MessagingBackend messaging) throws Exception {
        return closing(messaging.open(new Connections()));
    }

    final Heard hear(MessagingService service, String pattern) throws MessagingException {
        Heard heard = new Heard(patience());
        service.subscribe(subject(pattern), heard);
        return heard;
    }

    /** Replies to each message with its body after this text, as often as that is said. */
    static MessageHandler replying(MessagingService service, String text, int times) {
        return message -> {
            try {
                for (int i = 0; i < times; i++) {
                    service.publish(Message.of(
                            message.replyTo().orElseThrow(),
                            (text + text(message.body())).getBytes(StandardCharsets.UTF_8)));
                }
            } catch (MessagingException failure) {
                throw new IllegalStateException(failure);
            }
        };
    }

    @AfterEach
    final void closeWhatWasOpened() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
