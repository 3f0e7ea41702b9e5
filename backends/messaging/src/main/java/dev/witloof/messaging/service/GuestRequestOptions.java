package dev.witloof.messaging.service;

import dev.witloof.messaging.v0_2_0_draft.RequestReply;
import java.time.Duration;

/** When a guest's request has waited enough. */
final class GuestRequestOptions implements RequestReply.RequestOptions {

    private Duration timeout = MessagingService.WITHOUT_END;
    private long expectedReplies = 1;

    @Override
    public void setTimeoutMs(long timeoutMs) {
        timeout = Duration.ofMillis(timeoutMs);
    }

    @Override
    public void setExpectedReplies(long replies) {
        expectedReplies = replies;
    }

    Duration timeout() {
        return timeout;
    }

    long expectedReplies() {
        return expectedReplies;
    }
}
