package dev.witloof.files;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What is written to the device at once, or not.
 *
 * @param sync whether it is
 */
record Device(boolean sync) {

    private static final boolean FOLDERS_CAN_BE_SYNCED = File.separatorChar == '/';

    private interface Work {
        void run(FileChannel channel) throws IOException;
    }

    /** What a file has is on the device afterwards, if that is asked for. */
    void file(Path file) throws IOException {
        if (sync) {
            open(file, channel -> channel.force(true), StandardOpenOption.WRITE);
        }
    }

    /** What is in a folder, and under which names, is on the device afterwards, if that is asked for. */
    void folder(Path folder) throws IOException {
        if (sync && FOLDERS_CAN_BE_SYNCED) {
            open(folder, channel -> channel.force(true), StandardOpenOption.READ);
        }
    }

    /** Writes 8 bytes into a file, and then as {@link #file}. */
    void file(Path file, long position, long number) throws IOException {
        open(
                file,
                channel -> {
                    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).putLong(0, number);
                    while (bytes.hasRemaining()) {
                        channel.write(bytes, position + bytes.position());
                    }
                    if (sync) {
                        channel.force(true);
                    }
                },
                StandardOpenOption.WRITE);
    }

    /** An interrupt closes a channel in the midst of its work; it is done again, and the interrupt kept for who waits. */
    private static void open(Path path, Work work, OpenOption option) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try (FileChannel channel = FileChannel.open(path, option)) {
                    work.run(channel);
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
