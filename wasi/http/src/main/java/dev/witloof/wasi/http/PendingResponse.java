package dev.witloof.wasi.http;

import dev.witloof.value.Result;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.io.Wait;
import java.io.IOException;
import java.util.Optional;

/** {@code future-incoming-response}: a request under way. Dropping it before its response was taken cancels the request. */
final class PendingResponse implements Types.FutureIncomingResponse {

    private final OpenExchange open;
    private final HeldBytes bytes;
    private boolean taken;

    PendingResponse(OpenExchange open, HeldBytes bytes) {
        this.open = open;
        this.bytes = bytes;
    }

    @Override
    public Poll.Pollable subscribe() {
        return new Responded(open.responded());
    }

    @Override
    public Optional<Result<Result<Types.IncomingResponse, ErrorCode>, Void>> get() {
        if (taken) {
            return Optional.of(Result.err(null));
        }
        if (!open.responded().ready()) {
            return Optional.empty();
        }
        taken = true;
        return Optional.of(Result.ok(outcome()));
    }

    private Result<Types.IncomingResponse, ErrorCode> outcome() {
        try {
            return Result.ok(new ReceivedResponse(open.response(), open, bytes));
        } catch (IOException e) {
            open.close();
            return Result.err(HttpFailureException.of(e).code());
        }
    }

    @Override
    public void close() {
        if (!taken) {
            taken = true;
            open.close();
        }
    }

    private final class Responded extends Event {

        private final Event responded;

        Responded(Event responded) {
            this.responded = responded;
        }

        @Override
        public boolean ready() {
            return taken || responded.ready();
        }

        @Override
        protected void arm(Wait wait) {
            wait.on(responded);
        }
    }
}
