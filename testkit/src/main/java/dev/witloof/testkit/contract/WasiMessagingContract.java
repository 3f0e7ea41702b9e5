package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.Values.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.host.Tuple2;
import dev.witloof.messaging.service.GuestMessage;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.Message.Metadatum;
import dev.witloof.messaging.v0_2_0_draft.RequestReply;
import dev.witloof.messaging.v0_2_0_draft.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What only {@code wasi:messaging@0.2.0-draft} promises to components, imported with a name and without: several replies to a
 * request, replies to messages, content type and metadata, clients.
 */
@ParameterizedClass
@EnumSource(
        value = MessagingUse.class,
        names = {"WASI", "WASI_NAMED"})
public abstract class WasiMessagingContract extends MessagingTests {

    @Parameter
    MessagingUse use;

    /** For the class that extends it. */
    protected WasiMessagingContract() {}

    @Override
    final MessagingUse use() {
        return use;
    }

    @Test
    final void severalRepliesAreWaitedFor() throws Exception {
        java.subscribe(subject("poll"), replying(java, "one ", 1));
        java.subscribe(subject("poll"), replying(java, "two ", 1));
        connect(messaging).subscribe(subject("poll"), replying(java, "three ", 1));
        assertThat(sender.requestMany(subject("poll"), bytes("x"), Sender.LONG_MILLIS, 3))
                .as(says(MessagingClause.REQUEST))
                .extracting(MessagingTests::text)
                .containsExactlyInAnyOrder("one x", "two x", "three x");
        assertThat(sender.requestMany(subject("poll"), bytes("x"), Sender.LONG_MILLIS, 2))
                .as(says(MessagingClause.REQUEST))
                .hasSize(2);
    }

    @Test
    final void fewerRepliesThanExpectedEndWithTheTime() throws Exception {
        java.subscribe(subject("poll"), replying(java, "one ", 1));
        long from = System.nanoTime();
        assertThat(sender.requestMany(subject("poll"), bytes("x"), 300, 5))
                .as(says(MessagingClause.REQUEST))
                .extracting(MessagingTests::text)
                .containsExactly("one x");
        assertThat((System.nanoTime() - from) / 1_000_000)
                .as(says(MessagingClause.TIME))
                .isBetween(295L, 300 + TOLERANCE_MILLIS);
        assertThat(sender.requestMany(subject("nobody"), bytes("x"), 300, 0))
                .as(says(MessagingClause.REQUEST))
                .isEmpty();
    }

    @Test
    final void aRequestWithoutOptionsWaitsForOneReply() throws Exception {
        java.subscribe(subject("ask"), replying(java, "got ", 2));
        RequestReply requests = sender.requestReply();
        Types.Message message = sender.types().newMessage(bytes("x"));
        assertThat(requests.request(sender.client(), subject("ask"), message, Optional.empty()))
                .as(says(MessagingClause.REQUEST))
                .singleElement()
                .satisfies(reply -> assertThat(text(reply.data())).isEqualTo("got x"));
    }

    @Test
    final void aReplyGoesToWhoAsked() throws Exception {
        java.subscribe(subject("ask"), asked -> {
            try {
                sender.requestReply()
                        .reply(new GuestMessage(asked), sender.types().newMessage(bytes("guest's")));
            } catch (Types.ErrorException failure) {
                throw new IllegalStateException(failure);
            }
        });
        List<Message> replies = java.request(Message.of(subject("ask"), bytes("x")), Duration.ofSeconds(10), 1);
        assertThat(replies)
                .as(says(MessagingClause.REPLY))
                .singleElement()
                .satisfies(reply -> assertThat(text(reply.body())).isEqualTo("guest's"));

        Types.Message unasked = new GuestMessage(Message.of(subject("ask"), bytes("x")));
        for (Types.Message each : List.of(unasked, sender.types().newMessage(bytes("x")))) {
            assertThat(sender.refused(MessagingClause.REPLY, () -> {
                        sender.requestReply().reply(each, sender.types().newMessage(bytes("y")));
                        return "replied";
                    }))
                    .as(says(MessagingClause.REPLY))
                    .isEqualTo("other");
        }
    }

    @Test
    final void contentTypeAndMetadataGoWithTheMessage() throws Exception {
        Heard heard = hear(java, "described");
        Types.Message message = sender.types().newMessage(bytes("x"));
        message.setContentType("text/plain; charset=utf-8");
        message.setMetadata(
                List.of(new Tuple2<>("trace", "42"), new Tuple2<>("größe", "ß\n€ \u2028"), new Tuple2<>("a b", "")));
        message.addMetadata("trace", "43");
        if (!can(MessagingAbility.METADATA)) {
            assertThat(sender.refused(MessagingClause.ERRORS, () -> {
                        sender.producer().send(sender.client(), subject("described"), message);
                        return "sent";
                    }))
                    .as(says(MessagingClause.ERRORS))
                    .isEqualTo("other");
            heard.expectNothing(says(MessagingClause.ERRORS));
            return;
        }
        sender.producer().send(sender.client(), subject("described"), message);
        Message received = heard.next(says(MessagingClause.DELIVERED));
        assertThat(received.contentType()).as(says(MessagingClause.WHOLE)).contains("text/plain; charset=utf-8");
        assertThat(received.metadata())
                .as(says(MessagingClause.WHOLE))
                .containsExactlyInAnyOrder(
                        new Metadatum("trace", "43"), new Metadatum("größe", "ß\n€ \u2028"), new Metadatum("a b", ""));
        Types.Message seen = new GuestMessage(received);
        assertThat(seen.topic()).as(says(MessagingClause.WHOLE)).contains(subject("described"));
        seen.removeMetadata("trace");
        assertThat(seen.metadata().orElseThrow())
                .as(says(MessagingClause.WHOLE))
                .hasSize(2);
    }

    @Test
    final void aClientThatIsDisconnectedSendsNoMore() throws Exception {
        Types.Client client = sender.client();
        client.disconnect();
        assertThat(sender.refused(MessagingClause.CLOSED, () -> {
                    sender.producer().send(client, subject("x"), sender.types().newMessage(bytes("x")));
                    return "sent";
                }))
                .as(says(MessagingClause.CLOSED))
                .isEqualTo("connection");
        sender.producer().send(sender.client(), subject("x"), sender.types().newMessage(bytes("x")));
    }

    @Test
    final void tooManyExpectedRepliesAreRefused() {
        assertThat(sender.refused(
                        MessagingClause.ERRORS, () -> sender.requestMany(subject("x"), bytes("x"), 100, 0xffff_ffffL)))
                .as(says(MessagingClause.ERRORS))
                .isEqualTo("other");
    }
}
