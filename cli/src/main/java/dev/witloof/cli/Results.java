package dev.witloof.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Where results go. Whoever reads them may stop, as {@code head} does: then the rest is not written, and that is no error.
 * That it could not be written for another reason, such as a full disk, is one.
 */
final class Results {

    private final OutputStream out;
    private boolean unwanted;

    Results(OutputStream out) {
        this.out = new BufferedOutputStream(out);
    }

    /** Text and a line break. */
    void println(String text) throws IOException {
        print(text + "\n");
    }

    void print(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) throws IOException {
        if (!unwanted) {
            try {
                out.write(bytes);
                out.flush();
            } catch (IOException e) {
                if (!GuestOutput.isUnread(e)) {
                    throw new IOException("standard output: " + e.getMessage(), e);
                }
                unwanted = true;
            }
        }
    }
}
