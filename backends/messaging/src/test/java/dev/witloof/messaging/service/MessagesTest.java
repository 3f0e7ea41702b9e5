package dev.witloof.messaging.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.host.Tuple2;
import dev.witloof.messaging.service.Message.Metadatum;
import dev.witloof.messaging.service.MessagingException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages as guests have them, and replies as they come in. */
final class MessagesTest {

    private static final Message RECEIVED = new Message(
            "orders.new",
            new byte[] {1},
            Optional.of("inbox"),
            Optional.of("text/plain"),
            List.of(new Metadatum("a", "1"), new Metadatum("b", "2")));

    @Test
    void aReceivedMessageIsAsItCame() throws Exception {
        GuestMessage message = new GuestMessage(RECEIVED);

        assertThat(message.topic()).contains("orders.new");
        assertThat(message.contentType()).contains("text/plain");
        assertThat(message.data()).containsExactly(1);
        assertThat(message.metadata().orElseThrow()).containsExactly(new Tuple2<>("a", "1"), new Tuple2<>("b", "2"));
        assertThat(GuestMessage.replySubject(message)).isEqualTo("inbox");
        assertThat(message).hasToString("message");
        assertThat(RECEIVED).hasToString("message to orders.new, 1 byte");
        assertThat(RECEIVED.isDescribed()).isTrue();
        assertThat(RECEIVED.to("x").subject()).isEqualTo("x");
    }

    @Test
    void aGuestChangesItsOwn() {
        GuestMessage message = new GuestMessage(RECEIVED);
        message.addMetadata("a", "3");
        message.addMetadata("c", "4");
        message.removeMetadata("b");
        message.setContentType("x");
        message.setData(new byte[] {2, 3});

        Message sent = GuestMessage.message("there", message);
        assertThat(sent.subject()).isEqualTo("there");
        assertThat(sent.body()).containsExactly(2, 3);
        assertThat(sent.contentType()).contains("x");
        assertThat(sent.metadata()).containsExactly(new Metadatum("a", "3"), new Metadatum("c", "4"));
        assertThat(sent.replyTo()).isEmpty();
        assertThat(RECEIVED.metadata()).hasSize(2);
        message.setMetadata(List.of(new Tuple2<>("x", "1"), new Tuple2<>("y", "2"), new Tuple2<>("x", "3")));
        assertThat(message.metadata().orElseThrow()).containsExactly(new Tuple2<>("x", "3"), new Tuple2<>("y", "2"));
        message.setMetadata(List.of());
        assertThat(message.metadata()).isEmpty();
    }

    @Test
    void metadataHasABound() {
        GuestMessage message = new GuestMessage(new byte[0]);
        List<Tuple2<String, String>> most = new ArrayList<>();
        for (int i = 0; i < GuestMessage.MOST_METADATA; i++) {
            most.add(new Tuple2<>("key" + i, ""));
        }
        message.setMetadata(most);
        message.addMetadata("key0", "again");

        assertThatThrownBy(() -> message.addMetadata("one more", ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("message: expected at most 1000 names of metadata, found 1001");
        most.add(new Tuple2<>("key0", ""));
        assertThatThrownBy(() -> message.setMetadata(most))
                .hasMessage("message: expected at most 1000 names of metadata, found 1001");
        assertThat(message.metadata().orElseThrow()).hasSize(1000);
    }

    @Test
    void repliesAreThoseThatCome() throws Exception {
        Replies two = new Replies(2);
        two.handle(RECEIVED);
        assertThat(two.await(Duration.ofMillis(10))).containsExactly(RECEIVED);
        two.handle(RECEIVED.to("second"));
        two.handle(RECEIVED.to("third"));
        assertThat(two.await(MessagingService.WITHOUT_END))
                .extracting(Message::subject)
                .containsExactly("orders.new", "second");
    }

    @Test
    void noReplyIsTooLateOrLost() {
        assertThatThrownBy(() -> new Replies(1).await(Duration.ofMillis(5)))
                .isInstanceOfSatisfying(
                        MessagingException.class,
                        late -> assertThat(late.kind()).isEqualTo(Kind.TIMEOUT))
                .hasMessage("no reply within 5 ms");
        Replies lost = new Replies(1);
        lost.lost();
        assertThatThrownBy(() -> lost.await(MessagingService.WITHOUT_END))
                .isInstanceOfSatisfying(
                        MessagingException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.CONNECTION))
                .hasMessage("no reply: the connection was closed");
    }
}
