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

    private final OutputStream stream;
    private final OutputStream out;
    private boolean unwanted;

    Results(OutputStream out) {
        this.stream = out;
        this.out = new BufferedOutputStream(out);
    }

    /** For guests, who are told what comes of each write, a reader who has stopped included. */
    OutputStream stream() {
        return stream;
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
                // There is no other sign of it than the text, which the operating system gives.
                if (!String.valueOf(e.getMessage()).contains("Broken pipe")) {
                    throw new IOException("standard output: " + e.getMessage(), e);
                }
                unwanted = true;
            }
        }
    }
}
