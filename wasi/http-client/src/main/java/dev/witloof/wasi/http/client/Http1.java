package dev.witloof.wasi.http.client;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.BasicHttpTransportMetrics;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.nio.ChunkDecoder;
import org.apache.hc.core5.http.impl.nio.ClientHttp1StreamDuplexer;
import org.apache.hc.core5.http.impl.nio.DefaultHttpRequestWriterFactory;
import org.apache.hc.core5.http.impl.nio.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.nio.ContentDecoder;
import org.apache.hc.core5.http.nio.NHttpMessageWriter;
import org.apache.hc.core5.http.nio.SessionInputBuffer;
import org.apache.hc.core5.http.nio.SessionOutputBuffer;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.reactor.ProtocolIOSession;

/** HTTP/1.1 on one connection: the client's, which adds nothing to what is sent and is stricter with what comes. */
final class Http1 extends ClientHttp1StreamDuplexer {

    private static final int BUFFER = 1 << 14;
    private static final int MOST_TRAILERS = 1000;

    /** Bytes are characters. */
    private static final CharCodingConfig BYTES =
            CharCodingConfig.custom().setCharset(StandardCharsets.ISO_8859_1).build();

    private final Http1Config config;

    private Http1(ProtocolIOSession connection, Http1Config config, HeadParser heads) {
        super(
                connection,
                HttpProcessorBuilder.create().build(),
                config,
                BYTES,
                // It is asked about the status 100 too, after which a connection goes on.
                (request, response, context) -> response.getCode() < HttpStatus.SC_SUCCESS
                        || DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context),
                heads,
                telling(heads, new DefaultHttpRequestWriterFactory(config).create()),
                DefaultContentLengthStrategy.INSTANCE,
                DefaultContentLengthStrategy.INSTANCE,
                null);
        this.config = config;
    }

    /** What is spoken on a connection, with heads of at most so many bytes. */
    static Http1 on(ProtocolIOSession connection, int headerBytes) {
        Http1Config config = Http1Config.custom()
                .setBufferSize(BUFFER)
                .setInitialWindowSize(ResponseBody.WINDOW)
                .setMaxLineLength(headerBytes)
                .setMaxHeaderCount(MOST_TRAILERS)
                .build();
        return new Http1(
                connection, config, new HeadParser(new DefaultHttpResponseParserFactory(config).create(), headerBytes));
    }

    /** Who reads responses hears of each request. */
    private static NHttpMessageWriter<HttpRequest> telling(HeadParser heads, NHttpMessageWriter<HttpRequest> writer) {
        return new NHttpMessageWriter<>() {
            @Override
            public void reset() {
                writer.reset();
            }

            @Override
            public void write(HttpRequest request, SessionOutputBuffer buffer) throws IOException, HttpException {
                heads.asked();
                writer.write(request, buffer);
            }
        };
    }

    @Override
    protected ContentDecoder createContentDecoder(
            long length, ReadableByteChannel channel, SessionInputBuffer buffer, BasicHttpTransportMetrics metrics)
            throws HttpException {
        return length == ContentLengthStrategy.CHUNKED
                ? new ChunkDecoder(channel, new ChunkLines(buffer), config, metrics)
                : super.createContentDecoder(length, channel, buffer, metrics);
    }
}
