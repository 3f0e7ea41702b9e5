package dev.witloof.tests.contract;

import dev.witloof.messaging.Messages;
import dev.witloof.messaging.service.MessagingBackend;
import dev.witloof.testkit.contract.MessagingContract;
import dev.witloof.testkit.contract.MessagingGuestContract;
import dev.witloof.testkit.contract.TestedMessaging;
import dev.witloof.testkit.contract.WasiMessagingContract;
import org.junit.jupiter.api.Nested;

/** Messaging in memory is as the contracts want it. */
final class InMemoryMessagingContractTest {

    interface InMemory extends TestedMessaging {
        @Override
        default MessagingBackend fresh() {
            return Messages.inMemory();
        }
    }

    @Nested
    final class Interfaces extends MessagingContract implements InMemory {}

    @Nested
    final class Wasi extends WasiMessagingContract implements InMemory {}

    @Nested
    final class Guest extends MessagingGuestContract implements InMemory {}
}
