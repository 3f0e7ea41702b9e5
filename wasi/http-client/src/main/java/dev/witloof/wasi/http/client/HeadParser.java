package dev.witloof.wasi.http.client;

import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.Types.ErrorCode;
import java.io.IOException;
import java.util.Optional;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.nio.NHttpMessageParser;
import org.apache.hc.core5.http.nio.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Parses heads of responses by another parser, which would take one that was cut off for whole and has no limit for all headers
 * together.
 */
final class HeadParser implements NHttpMessageParser<HttpResponse> {

    private final NHttpMessageParser<HttpResponse> parser;
    private final int most;
    private long consumed;
    private int awaited;

    HeadParser(NHttpMessageParser<HttpResponse> parser, int most) {
        this.parser = parser;
        this.most = most;
    }

    /** The head of a request was sent. */
    void asked() {
        awaited++;
    }

    @Override
    public void reset() {
        parser.reset();
        consumed = 0;
    }

    @Override
    public HttpResponse parse(SessionInputBuffer buffer, boolean endOfStream) throws IOException, HttpException {
        int before = buffer.length();
        if (before > 0 && awaited == 0) {
            // Such as a body behind a status that has none: it must not become the beginning of another guest's
            // response.
            throw new ProtocolException("Expected nothing behind the response, found more");
        }
        HttpResponse head = parsed(buffer);
        if (head != null && head.getCode() >= HttpStatus.SC_SUCCESS) {
            awaited--;
        }
        consumed += before - buffer.length();
        // What is left over belongs to the head as long as that is not complete.
        long size = head == null ? consumed + buffer.length() : consumed;
        if (size > most) {
            throw new HttpFailureException(new ErrorCode.HttpResponseHeaderSectionSize(Optional.of(size)));
        }
        if (head == null && endOfStream && size > 0) {
            throw new ConnectionClosedException("The head of the response is cut off");
        }
        return head;
    }

    /**
     * The parser counts lines as well, and where many come at once it is the first to see that they are too many. Its own
     * exception for a status of 0 is for programmers.
     */
    private @Nullable HttpResponse parsed(SessionInputBuffer buffer) throws IOException, HttpException {
        try {
            return parser.parse(buffer, false);
        } catch (MessageConstraintException tooMuch) {
            if (String.valueOf(tooMuch.getMessage()).contains("header count")) {
                throw new HttpFailureException(new ErrorCode.HttpResponseHeaderSectionSize(Optional.empty()));
            }
            throw tooMuch;
        } catch (IllegalArgumentException noStatus) {
            throw new ProtocolException("Expected a status from 100 to 999, found another", noStatus);
        }
    }
}
