package dev.witloof.wasi.http.client;

import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.Types.ErrorCode;
import java.io.IOException;
import java.util.Optional;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.nio.NHttpMessageParser;
import org.apache.hc.core5.http.nio.SessionInputBuffer;

/**
 * Parses heads of responses by another parser, which would take one that was cut off for whole and has no limit for all headers
 * together.
 */
final class HeadParser implements NHttpMessageParser<HttpResponse> {

    private final NHttpMessageParser<HttpResponse> parser;
    private final int most;
    private long consumed;

    HeadParser(NHttpMessageParser<HttpResponse> parser, int most) {
        this.parser = parser;
        this.most = most;
    }

    @Override
    public void reset() {
        parser.reset();
        consumed = 0;
    }

    @Override
    public HttpResponse parse(SessionInputBuffer buffer, boolean endOfStream) throws IOException, HttpException {
        int before = buffer.length();
        HttpResponse head = parsed(buffer);
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

    /** The parser counts lines as well, and where many come at once it is the first to see that they are too many. */
    private HttpResponse parsed(SessionInputBuffer buffer) throws IOException, HttpException {
        try {
            return parser.parse(buffer, false);
        } catch (MessageConstraintException tooMuch) {
            if (String.valueOf(tooMuch.getMessage()).contains("header count")) {
                throw new HttpFailureException(new ErrorCode.HttpResponseHeaderSectionSize(Optional.empty()));
            }
            throw tooMuch;
        }
    }
}
