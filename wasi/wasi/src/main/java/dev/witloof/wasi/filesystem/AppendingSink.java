package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.filesystem.Types.ErrorCode;
import dev.witloof.wasi.io.Sink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/** Writes a file always at its end. */
final class AppendingSink implements Sink {

    private final OpenFile file;
    private final Optional<SeekableByteChannel> atEnd;

    AppendingSink(OpenFile file) throws IOException {
        file.openFiles().requireRoom();
        this.atEnd = file.appending();
        this.file = file.held();
        file.openFiles().streamOpened();
    }

    @Override
    public int room() throws IOException {
        return FileSink.room(file);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        try {
            int written = atEnd.isEmpty() ? file.write(ByteBuffer.wrap(bytes), file.size()) : write(atEnd.get(), bytes);
            if (written < bytes.length) {
                throw new FileFailure(ErrorCode.QUOTA);
            }
        } catch (IOException failure) {
            throw ErrorCodes.failure(failure);
        }
    }

    private int write(SeekableByteChannel channel, byte[] bytes) throws IOException {
        int some = file.allowed(bytes.length, 0);
        ByteBuffer left = ByteBuffer.wrap(bytes, 0, some);
        while (left.hasRemaining()) {
            channel.write(left);
        }
        return some;
    }

    @Override
    public void close() throws IOException {
        file.openFiles().streamClosed();
        try (OpenFile closing = file) {
            if (atEnd.isPresent()) {
                atEnd.get().close();
            }
        }
    }
}
