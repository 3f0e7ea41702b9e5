package dev.witloof.tests.contract;

import dev.witloof.link.Connections;
import dev.witloof.messaging.InMemoryMessaging;
import dev.witloof.messaging.Messages;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessageHandler;
import dev.witloof.messaging.service.MessagingBackend;
import dev.witloof.messaging.service.MessagingException;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.messaging.service.Subscription;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messaging in memory with one fault. */
final class FaultyMessaging extends MessagingBackend {

    private final InMemoryMessaging sound = Messages.inMemory();
    private final Optional<MessagingFault> fault;
    private final Set<String> patterns = new HashSet<>();
    private int sent;
    private @Nullable Message heldBack;

    FaultyMessaging(Optional<MessagingFault> fault) {
        this.fault = fault;
    }

    private boolean has(MessagingFault which) {
        return fault.filter(which::equals).isPresent();
    }

    @Override
    public MessagingService open(Connections connections) {
        return new Faulty(sound.open());
    }

    private final class Faulty implements MessagingService {

        private final MessagingService inner;
        private boolean closed;

        Faulty(MessagingService inner) {
            this.inner = inner;
        }

        @Override
        public void publish(Message message) throws MessagingException {
            if (closed && has(MessagingFault.SENDS_WHEN_CLOSED)) {
                return;
            }
            if (closed && has(MessagingFault.THROWS_WHEN_CLOSED)) {
                throw new IllegalStateException("closed");
            }
            if (has(MessagingFault.DROPS_EACH_TENTH) && ++sent % 10 == 0) {
                return;
            }
            if (has(MessagingFault.NOBODY_IS_AN_ERROR) && patterns.isEmpty()) {
                throw MessagingException.other("nobody is there");
            }
            Message wrong = wrong(message);
            if (has(MessagingFault.SWAPS_NEIGHBOURS)) {
                Message before = heldBack;
                heldBack = before == null ? wrong : null;
                if (before == null) {
                    return;
                }
                inner.publish(wrong);
                wrong = before;
            }
            inner.publish(wrong);
            if (has(MessagingFault.SENDS_TWICE)) {
                inner.publish(wrong);
            }
        }

        private Message wrong(Message message) {
            byte[] body = message.body();
            return new Message(
                    has(MessagingFault.LOWERS_SUBJECTS)
                            ? message.subject().toLowerCase(Locale.ROOT)
                            : message.subject(),
                    has(MessagingFault.CUTS_LARGE_BODIES) && body.length > 65_536 ? Arrays.copyOf(body, 65_536) : body,
                    has(MessagingFault.LOSES_REPLY_TO) ? Optional.empty() : message.replyTo(),
                    message.contentType(),
                    has(MessagingFault.LOSES_METADATA) ? List.of() : message.metadata());
        }

        @Override
        public List<Message> request(Message message, Duration timeout, int expectedReplies)
                throws MessagingException, InterruptedException {
            Duration waits = has(MessagingFault.COMES_TOO_LATE)
                    ? timeout.plusMillis(2_200)
                    : has(MessagingFault.GIVES_UP_EARLY) ? timeout.dividedBy(2) : timeout;
            try {
                return inner.request(message, waits, has(MessagingFault.ONE_REPLY_IS_ENOUGH) ? 1 : expectedReplies);
            } catch (MessagingException failure) {
                throw has(MessagingFault.LATE_IS_OTHER) ? MessagingException.other("too late") : failure;
            } catch (InterruptedException interrupt) {
                if (has(MessagingFault.LOSES_THE_INTERRUPT)) {
                    throw MessagingException.other("interrupted");
                }
                throw interrupt;
            }
        }

        @Override
        public Subscription subscribe(String pattern, MessageHandler handler) throws MessagingException {
            if (!patterns.add(pattern) && has(MessagingFault.FIRST_SUBSCRIBER_ONLY)) {
                return inner.subscribe("nothing", handler);
            }
            String heard = has(MessagingFault.STAR_STANDS_FOR_ALL) ? pattern.replaceFirst("\\*.*", ">") : pattern;
            Subscription subscription = inner.subscribe(heard, handler);
            if (has(MessagingFault.HEARS_LONGER_SUBJECTS)) {
                inner.subscribe(pattern + ".>", handler);
            }
            return has(MessagingFault.HEARS_WHEN_CLOSED) ? new Unclosed(subscription) : subscription;
        }

        @Override
        public Subscription subscribe(String pattern, String group, MessageHandler handler) throws MessagingException {
            return has(MessagingFault.IGNORES_GROUPS)
                    ? inner.subscribe(pattern, handler)
                    : inner.subscribe(pattern, group, handler);
        }

        @Override
        public void check() throws Exception {
            inner.check();
        }

        @Override
        public void close() throws Exception {
            closed = true;
            inner.close();
        }
    }

    private record Unclosed(Subscription subscription) implements Subscription {

        @Override
        public String pattern() {
            return subscription.pattern();
        }

        @Override
        public void close() {}
    }
}
