package dev.witloof.nats;

import dev.witloof.messaging.service.MessageHandler;
import dev.witloof.messaging.service.Subscription;
import io.nats.client.Dispatcher;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A subscription; the client library makes it anew when it made the connection anew. */
final class NatsSubscription implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(NatsSubscription.class);

    private final NatsLink link;
    private final Dispatcher dispatcher;
    private final String pattern;
    private final MessageHandler handler;
    private final Consumer<NatsSubscription> onClose;
    private io.nats.client.@Nullable Subscription subscription;
    private boolean closed;

    private NatsSubscription(
            NatsLink link,
            Dispatcher dispatcher,
            String pattern,
            MessageHandler handler,
            Consumer<NatsSubscription> onClose) {
        this.link = link;
        this.dispatcher = dispatcher;
        this.pattern = pattern;
        this.handler = handler;
        this.onClose = onClose;
    }

    static NatsSubscription open(
            NatsLink link,
            Dispatcher dispatcher,
            String pattern,
            @Nullable String group,
            MessageHandler handler,
            Consumer<NatsSubscription> onClose)
            throws NatsFailure {
        NatsSubscription opened = new NatsSubscription(link, dispatcher, pattern, handler, onClose);
        try {
            opened.subscription = group == null
                    ? dispatcher.subscribe(pattern, opened::take)
                    : dispatcher.subscribe(pattern, group, opened::take);
            // The server takes what is sent in order, and says so: from here on it knows of the subscription, or
            // refused it.
            link.check();
            link.requireSubscribed(pattern);
            return opened;
        } catch (IllegalStateException | IllegalArgumentException failure) {
            opened.close();
            throw failure instanceof IllegalStateException
                    ? NatsFailure.disconnected(link.settings())
                    : NatsFailure.thrown(link.settings(), failure);
        } catch (NatsFailure failure) {
            opened.close();
            throw failure;
        }
    }

    private void take(io.nats.client.Message message) {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        try {
            handler.handle(NatsMessagingService.received(message));
        } catch (RuntimeException mistake) {
            LOG.warn("{}: the handler of a subscription failed", link.settings(), mistake);
        }
    }

    @Override
    public String pattern() {
        return pattern;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        onClose.accept(this);
        try {
            if (subscription != null) {
                dispatcher.unsubscribe(subscription);
            }
        } catch (IllegalStateException gone) {
            // With the connection its subscriptions went.
        }
    }
}
