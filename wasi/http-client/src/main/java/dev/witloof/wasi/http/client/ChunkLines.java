package dev.witloof.wasi.http.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.nio.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * What a decoder of chunks reads, looked at before it does: the client's takes signed sizes, and a last chunk or trailers that are
 * cut off for whole.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112, chunked transfer coding</a>
 */
final class ChunkLines implements SessionInputBuffer {

    private static final Pattern SIZE = Pattern.compile("[0-9a-fA-F]{1,15}[ \t]*(;.*)?", Pattern.DOTALL);
    private static final Pattern LAST = Pattern.compile("0+[ \t]*(;.*)?", Pattern.DOTALL);

    private final SessionInputBuffer buffer;
    private boolean behindLast;

    ChunkLines(SessionInputBuffer buffer) {
        this.buffer = buffer;
    }

    @Override
    public boolean readLine(CharArrayBuffer line, boolean endOfStream) throws IOException {
        int before = line.length();
        if (!buffer.readLine(line, false)) {
            if (endOfStream) {
                throw new ConnectionClosedException("The chunks are cut off");
            }
            return false;
        }
        // The line behind a chunk is empty.
        if (!behindLast && line.length() > before) {
            String size = line.substring(before, line.length());
            if (!SIZE.matcher(size).matches()) {
                throw new MalformedChunkCodingException("Expected the size of a chunk, found another line");
            }
            behindLast = LAST.matcher(size).matches();
        }
        return true;
    }

    @Override
    public boolean hasData() {
        return buffer.hasData();
    }

    @Override
    public int length() {
        return buffer.length();
    }

    @Override
    public int fill(ReadableByteChannel channel) throws IOException {
        return buffer.fill(channel);
    }

    @Override
    public int read() {
        return buffer.read();
    }

    @Override
    public int read(ByteBuffer to, int most) {
        return buffer.read(to, most);
    }

    @Override
    public int read(ByteBuffer to) {
        return buffer.read(to);
    }

    @Override
    public int read(WritableByteChannel to, int most) throws IOException {
        return buffer.read(to, most);
    }

    @Override
    public int read(WritableByteChannel to) throws IOException {
        return buffer.read(to);
    }
}
