package dev.witloof.wasi.http;

import dev.witloof.host.HostParent;
import dev.witloof.value.Result;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.io.Wait;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code future-trailers}. What the guest did not read of the body is thrown away where it asks for the trailers or waits for
 * them, in its own thread.
 */
final class ReceivedTrailers implements Types.FutureTrailers, HostParent {

    private final Children children = new Children("future-trailers");
    private final ReceivedBody body;
    private final HeldBytes bytes;
    private boolean taken;

    ReceivedTrailers(ReceivedBody body, HeldBytes bytes) {
        this.body = body;
        this.bytes = bytes;
    }

    @Override
    public Poll.Pollable subscribe() {
        return new Arrived();
    }

    @Override
    public Optional<Result<Result<Optional<Types.Fields>, ErrorCode>, Void>> get() {
        if (taken) {
            return Optional.of(Result.err(null));
        }
        if (!body.skip()) {
            return Optional.empty();
        }
        taken = true;
        return Optional.of(Result.ok(outcome()));
    }

    private Result<Optional<Types.Fields>, ErrorCode> outcome() {
        try {
            HttpFields fields = body.trailers();
            return Result.ok(
                    fields.isEmpty() ? Optional.empty() : Optional.of(FieldTable.received(bytes, fields, children)));
        } catch (IOException e) {
            return Result.err(HttpFailureException.of(e).code());
        }
    }

    @Override
    public void close() {
        children.requireNone(this);
        abandon();
    }

    @Override
    public void abandon() {
        body.abandon();
    }

    private final class Arrived extends Event {

        @Override
        public boolean ready() {
            return taken || body.skip();
        }

        @Override
        protected void arm(Wait wait) {
            Event readable = body.readable();
            wait.on(readable);
            if (readable.ready()) {
                // There is more to throw away, for which nothing wakes this thread.
                wait.atMost(0);
            }
        }
    }
}
