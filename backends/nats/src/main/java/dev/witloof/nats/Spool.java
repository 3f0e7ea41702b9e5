package dev.witloof.nats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Bytes that are written and then read: few in memory, many in a file of the folder for temporary files, which goes with them. */
final class Spool implements AutoCloseable {

    /** How many bytes are held in memory. */
    static final int MOST_IN_MEMORY = 1 << 20;

    private final @Nullable ByteArrayOutputStream memory;
    private @Nullable FileChannel file;
    private long size;

    /** A spool for so many bytes. */
    Spool(long expected) {
        memory = expected <= MOST_IN_MEMORY ? new ByteArrayOutputStream((int) expected) : null;
    }

    long size() {
        return size;
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        if (memory != null) {
            memory.write(bytes, offset, length);
        } else {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            while (buffer.hasRemaining()) {
                file().write(buffer);
            }
        }
        size += length;
    }

    private FileChannel file() throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("witloof-nats-", ".bytes");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        return file;
    }

    /** What was written; closing it ends the spool. */
    InputStream read() throws IOException {
        return memory != null
                ? new ByteArrayInputStream(memory.toByteArray())
                : Channels.newInputStream(file().position(0));
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException ignored) {
            // It was for reading once.
        }
    }
}
