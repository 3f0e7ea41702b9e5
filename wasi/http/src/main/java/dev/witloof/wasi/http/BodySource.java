package dev.witloof.wasi.http;

import dev.witloof.wasi.io.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A body that is received, of a request by a server or of a response by a transport: its bytes, then its trailers.
 *
 * <p>Its maker keeps no more than it needs: what the guest does not read is not read from the wire, beyond a buffer of a fixed
 * size. A failure is an {@link HttpFailureException}, whose code the guest gets; of any other {@link IOException} the code is
 * {@linkplain HttpFailureException#of found} by its class. A body that ends before it is whole fails; it does not end.
 *
 * <p>{@link #close} is called once, by the guest's thread or who closes its instance: nobody reads any more. It must not wait;
 * whether the rest is thrown away or the connection is cut is the maker's choice.
 */
public interface BodySource extends Source {

    /**
     * What came behind the bytes. Asked once at most, after {@link #read} gave the end, and then there without waiting. By
     * default there are none.
     *
     * @throws IOException if they could not be received
     */
    default HttpFields trailers() throws IOException {
        return HttpFields.none();
    }

    /** No bytes and no trailers. */
    static BodySource empty() {
        return of(new byte[0]);
    }

    /** These bytes, which must not change. */
    static BodySource of(byte[] bytes) {
        return of(Source.of(bytes));
    }

    /** This text in UTF-8. */
    static BodySource of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a stream gives, read in the guest's thread as {@link Source#of(InputStream)} has it. */
    static BodySource of(InputStream stream) {
        return of(Source.of(stream));
    }

    /** What a source gives, without trailers. */
    static BodySource of(Source source) {
        return of(source, HttpFields::none);
    }

    /** What a source gives, and then these trailers. */
    static BodySource of(Source source, Trailers trailers) {
        return new SourceWithTrailers(source, trailers);
    }

    /** Says what came behind the bytes. */
    @FunctionalInterface
    interface Trailers {

        /**
         * Called once, after the end of the bytes.
         *
         * @throws IOException if they could not be received
         */
        HttpFields get() throws IOException;
    }

    /** {@inheritDoc} */
    @Override
    byte @Nullable [] read(int most) throws IOException;
}
