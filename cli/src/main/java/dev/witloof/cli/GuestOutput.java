package dev.witloof.cli;

import dev.witloof.error.ExitException;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A standard stream that a guest writes. Where nobody reads it any more, writing ends the guest at once, as the signal for it
 * ends a native program: many look at no error, and would go on for ever.
 */
final class GuestOutput extends OutputStream {

    private final OutputStream stream;

    GuestOutput(OutputStream stream) {
        this.stream = stream;
    }

    /** Whether a write failed because nobody reads. There is no other sign of it than the text, which the operating system gives. */
    static boolean isUnread(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("Broken pipe");
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            stream.write(bytes, from, count);
        } catch (IOException e) {
            if (isUnread(e)) {
                throw new ExitException(ExitStatus.UNREAD);
            }
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        stream.flush();
    }
}
