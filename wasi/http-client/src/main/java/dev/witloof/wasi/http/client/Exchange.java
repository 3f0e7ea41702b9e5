package dev.witloof.wasi.http.client;

import dev.witloof.wasi.http.BodySink;
import dev.witloof.wasi.http.BodySource;
import dev.witloof.wasi.http.HttpExchange;
import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.RequestHead;
import dev.witloof.wasi.http.ResponseHead;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Signal;
import dev.witloof.wasi.io.Wait;
import java.io.IOException;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response: where the guest's thread and those of the client meet. Time limits are looked at in the guest's
 * thread, when it asks or waits for something; so none is needed that watches them.
 */
final class Exchange implements HttpExchange {

    /** How far it has come. */
    enum Step {
        /** For a place in the pool. */
        WAITING,
        /** The host's addresses. */
        LOOKING_UP,
        /** With TLS, if it is spoken. */
        CONNECTING,
        /** The head of the request, and from then on everything. */
        SENDING
    }

    private final Destination destination;
    private final RequestHead request;
    private final TimeLimits limits;
    private final Signal changed = new Signal();
    private final Event responded = new Responded();
    private final RequestBody requestBody;
    private final ResponseBody responseBody = new ResponseBody(this);
    private final long begun = System.nanoTime();

    // From here on guarded by this.
    private Step step = Step.WAITING;
    private @Nullable Runnable cancel;
    private @Nullable Lease lease;
    private long progress;
    private long awaitedSince;
    private boolean awaited;
    private @Nullable ResponseHead response;
    private boolean closed;
    private @Nullable HttpFailureException failure;

    Exchange(Destination destination, RequestHead request, TimeLimits limits) {
        this.destination = destination;
        this.request = request;
        this.limits = limits;
        this.requestBody = new RequestBody(this, request.bodyLength());
    }

    private final class Responded extends Event {

        @Override
        public boolean ready() {
            checkTime();
            return isResponded();
        }

        @Override
        protected void arm(Wait wait) {
            Exchange.this.arm(wait);
        }
    }

    /** Whether the guest need not wait for the response; from when it first asked it does. */
    private synchronized boolean isResponded() {
        if (!awaited) {
            awaited = true;
            awaitedSince = System.nanoTime();
        }
        return response != null || failure != null;
    }

    Destination destination() {
        return destination;
    }

    RequestHead request() {
        return request;
    }

    @Override
    public BodySink requestBody() {
        return requestBody;
    }

    @Override
    public Event responded() {
        return responded;
    }

    @Override
    public synchronized ResponseHead response() throws IOException {
        if (response == null) {
            throwFailure();
            throw new IllegalStateException("response: expected to be asked for when it is there, found too early");
        }
        return response;
    }

    @Override
    public BodySource responseBody() {
        return responseBody;
    }

    /** Who has finished the request and got the response lets the rest of the request go out, if the server still takes it. */
    @Override
    public void close() {
        Lease sending;
        synchronized (this) {
            closed = true;
            sending = requestBody.isFinished() && responseBody.isEnded() ? lease : null;
        }
        if (sending == null) {
            fail(new HttpFailureException(new ErrorCode.ConnectionTerminated()));
        } else if (!isOver()) {
            sending.leaveAlone(Timeout.ofNanoseconds(limits.send()));
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Whether the connection has no more part in it. */
    synchronized boolean isOver() {
        return failure != null || isComplete();
    }

    synchronized void throwFailure() throws HttpFailureException {
        if (failure != null) {
            throw failure;
        }
    }

    void wake() {
        changed.send();
    }

    /** Ends it, unless it has ended: whatever is under way is cancelled, and the connection cut. */
    void fail(HttpFailureException why) {
        Runnable underWay;
        Lease held;
        synchronized (this) {
            if (isOver()) {
                return;
            }
            failure = why;
            underWay = cancel;
            held = lease;
        }
        if (underWay != null) {
            underWay.run();
        }
        if (held != null) {
            held.discard();
        }
        wake();
    }

    /** Goes on with the next step; false if it is over. */
    synchronized boolean step(Step next) {
        if (isOver()) {
            return false;
        }
        step = next;
        cancel = null;
        progress = System.nanoTime();
        return true;
    }

    /** What ends this step early; false if it is over, or further already. */
    synchronized boolean cancelBy(Step current, Runnable how) {
        if (isOver() || step != current) {
            return false;
        }
        cancel = how;
        return true;
    }

    /** Has a place in the pool from now on; false if it is over. */
    synchronized boolean take(Lease place) {
        if (isOver()) {
            return false;
        }
        lease = place;
        return true;
    }

    /** The connection took something. */
    synchronized void progress() {
        progress = System.nanoTime();
    }

    /** The head of the response came. */
    void respond(ResponseHead head) {
        synchronized (this) {
            response = head;
        }
        wake();
    }

    boolean hasResponse() {
        synchronized (this) {
            return response != null;
        }
    }

    RequestBody sentBody() {
        return requestBody;
    }

    ResponseBody receivedBody() {
        return responseBody;
    }

    /** Whether both messages went over the connection. */
    synchronized boolean isComplete() {
        return requestBody.isSent() && responseBody.isEnded();
    }

    /** How much of the time for connecting is left. */
    long nanosToConnect() {
        return Math.max(1, limits.connect() - (System.nanoTime() - begun));
    }

    /** How long whatever is waited for may still take; below 1 if it took too long. */
    private synchronized long left() {
        long now = System.nanoTime();
        if (isOver()) {
            return Long.MAX_VALUE;
        }
        if (step != Step.SENDING) {
            return limits.connect() - (now - begun);
        }
        long left = Long.MAX_VALUE;
        if (requestBody.isWaiting()) {
            left = limits.send() - (now - progress);
        }
        if (response == null) {
            return Math.min(left, leftToRespond(now));
        }
        Long since = responseBody.waitingSince();
        return since == null ? left : Math.min(left, limits.betweenBytes() - (now - since));
    }

    /** As long as the guest has more to send and does not ask for the response, the server may wait too. */
    private long leftToRespond(long now) {
        if (requestBody.isSent()) {
            return limits.firstByte() - (now - progress);
        }
        return awaited ? limits.firstByte() - Math.min(now - progress, now - awaitedSince) : Long.MAX_VALUE;
    }

    /** Fails if something took too long. */
    void checkTime() {
        HttpFailureException late;
        synchronized (this) {
            if (left() > 0) {
                return;
            }
            late = new HttpFailureException(late());
        }
        fail(late);
    }

    private ErrorCode late() {
        switch (step) {
            case WAITING:
                return new ErrorCode.ConnectionLimitReached();
            case LOOKING_UP:
                return new ErrorCode.DnsTimeout();
            case CONNECTING:
                return new ErrorCode.ConnectionTimeout();
            case SENDING:
                return requestBody.isWaiting()
                        ? new ErrorCode.ConnectionWriteTimeout()
                        : new ErrorCode.ConnectionReadTimeout();
        }
        throw new IllegalStateException(step.name());
    }

    void arm(Wait wait) {
        wait.on(changed);
        long left = left();
        if (left < Long.MAX_VALUE) {
            wait.atMost(Math.max(1, left));
        }
    }
}
