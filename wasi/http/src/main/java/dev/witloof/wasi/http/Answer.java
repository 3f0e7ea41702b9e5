package dev.witloof.wasi.http;

import dev.witloof.instance.ComponentInstance;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request that is answered: how far it is, and what went wrong. */
final class Answer {

    private static final int BROKEN = 500;

    private final ReceivedRequest request;
    private final ResponseOut response;
    private boolean over;
    private @Nullable Exception failure;

    Answer(RequestHead request, BodySource body, HttpResponder responder) {
        this.request = new ReceivedRequest(request, body);
        this.response = new ResponseOut(request, responder);
    }

    /**
     * Has an instance answer.
     *
     * @return whether the instance can answer others
     */
    boolean by(ComponentInstance instance, Function<ComponentInstance, IncomingHandler> export) {
        Exception why = null;
        try {
            export.apply(instance).handle(request, response);
        } catch (RuntimeException e) {
            why = e;
        } finally {
            end(why, BROKEN);
        }
        return failure == null || failure instanceof HttpFailureException;
    }

    /** No instance answers. */
    void none(Exception why, int status) {
        if (!over) {
            end(why, status);
        } else if (failure == null) {
            failure = why;
        }
    }

    private void end(@Nullable Exception why, int status) {
        over = true;
        failure = response.end(why, status);
        request.end();
    }

    @Nullable
    Exception failure() {
        return failure;
    }
}
