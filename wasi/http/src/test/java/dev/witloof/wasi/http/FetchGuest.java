package dev.witloof.wasi.http;

import dev.witloof.host.Tuple2;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.http.Types.ErrorCodeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the guest {@code c-fetch} exports. */
interface FetchGuest {

    /** By which handler. */
    enum Way {
        PUBLIC,
        INTERNAL
    }

    /** What came back. */
    record Reply(int status, List<Tuple2<String, byte[]>> headers, byte[] body, List<Tuple2<String, byte[]>> trailers) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Reply fetch(
            Way way, String method, String authority, String path, List<Tuple2<String, byte[]>> headers, byte[] body)
            throws ErrorCodeException;

    List<String> race(List<String> paths, long nanoseconds);

    long relay(String path) throws ErrorCodeException;

    Optional<ErrorCode> ending(String path);

    void giveUp(long at);

    void breakRule(long rule);

    Tuple2<Long, ErrorCode> leak();
}
