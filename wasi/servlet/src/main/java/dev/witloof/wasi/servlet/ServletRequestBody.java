package dev.witloof.wasi.servlet;

import dev.witloof.wasi.http.BodySource;
import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.HttpFields;
import dev.witloof.wasi.http.Types.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The body of a request. Closing it leaves the rest to the container. */
final class ServletRequestBody implements BodySource {

    /** What is asked for where the container does not say how much it has. */
    private static final int USUAL = 8192;

    private final HttpServletRequest request;
    private final InputStream stream;

    ServletRequestBody(HttpServletRequest request) throws IOException {
        this.request = request;
        this.stream = request.getInputStream();
    }

    @Override
    public byte @Nullable [] read(int most) throws IOException {
        try {
            byte[] bytes = new byte[Math.min(most, Math.max(USUAL, stream.available()))];
            int read = stream.read(bytes);
            if (read < 0) {
                return null;
            }
            return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
        } catch (IOException e) {
            throw new HttpFailureException(new ErrorCode.ConnectionTerminated(), e);
        }
    }

    @Override
    public HttpFields trailers() {
        return request.isTrailerFieldsReady() ? Latin.fields(request.getTrailerFields()) : HttpFields.none();
    }

    @Override
    public void close() {}
}
