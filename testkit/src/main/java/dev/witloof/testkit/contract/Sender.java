package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Backend;
import dev.witloof.messaging.service.MessagingBackend;
import dev.witloof.messaging.v0_2_0_draft.Producer;
import dev.witloof.messaging.v0_2_0_draft.RequestReply;
import dev.witloof.messaging.v0_2_0_draft.Types;
import dev.witloof.messaging.wasmcloud.v0_2_0.Consumer;
import dev.witloof.messaging.wasmcloud.v0_2_0.Types.BrokerMessage;
import dev.witloof.name.ImportRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;

/** Messaging that was started for the imports of one use, and is called as a component would call it. */
final class Sender implements AutoCloseable {

    /** How long a request waits that is not about waiting. */
    static final long LONG_MILLIS = 10_000;

    private final MessagingUse use;
    private final Backend.Started started;
    private final List<Object> served = new ArrayList<>();

    private Sender(MessagingUse use, Backend.Started started) {
        this.use = use;
        this.started = started;
    }

    static Sender start(MessagingUse use, MessagingBackend messaging) throws Exception {
        List<ImportRef> imports = use.imports();
        Sender sender = new Sender(use, messaging.start(imports));
        for (ImportRef each : imports) {
            sender.served.add(sender.started.implementation(each));
        }
        return sender;
    }

    MessagingUse use() {
        return use;
    }

    String says(MessagingClause clause) {
        return clause.of(use);
    }

    private Consumer broker() {
        return (Consumer) served.get(0);
    }

    Types types() {
        return (Types) served.get(0);
    }

    Producer producer() {
        return (Producer) served.get(1);
    }

    RequestReply requestReply() {
        return (RequestReply) served.get(2);
    }

    Types.Client client() throws Types.ErrorException {
        return types().clientConnect("any name");
    }

    void publish(String subject, byte[] body) throws Exception {
        if (use.isWasi()) {
            producer().send(client(), subject, types().newMessage(body));
        } else {
            broker().publish(new BrokerMessage(subject, body, Optional.empty()));
        }
    }

    void publish(String subject, byte[] body, String replyTo) throws Exception {
        broker().publish(new BrokerMessage(subject, body, Optional.of(replyTo)));
    }

    byte[] request(String subject, byte[] body, long timeoutMs) throws Exception {
        if (!use.isWasi()) {
            return broker().request(subject, body, timeoutMs).body();
        }
        List<byte[]> replies = requestMany(subject, body, timeoutMs, 1);
        assertThat(replies).as(says(MessagingClause.REQUEST)).hasSize(1);
        return replies.get(0);
    }

    List<byte[]> requestMany(String subject, byte[] body, long timeoutMs, long replies) throws Exception {
        RequestReply.RequestOptions options = requestReply().newRequestOptions();
        options.setTimeoutMs(timeoutMs);
        options.setExpectedReplies(replies);
        return requestReply().request(client(), subject, types().newMessage(body), Optional.of(options)).stream()
                .map(Types.Message::data)
                .toList();
    }

    /** The kind of the error of a call that has to fail with one of the interface's own. */
    String refused(MessagingClause clause, Callable<?> call) {
        Object result;
        try {
            result = call.call();
        } catch (Throwable failure) {
            String kind = use.refusal(failure);
            return kind != null
                    ? kind
                    : Assertions.fail(
                            "[" + says(MessagingClause.ERRORS) + "] expected the interface's own error, found thrown: "
                                    + failure,
                            failure);
        }
        return Assertions.fail("[" + says(clause) + "] expected an error, found the result " + result);
    }

    /** A call without a result that has to fail. */
    String refusedPublish(MessagingClause clause, String subject, byte[] body) {
        return refused(clause, () -> {
            publish(subject, body);
            return "sent";
        });
    }

    @Override
    public void close() throws Exception {
        started.close();
    }
}
