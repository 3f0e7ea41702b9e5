package dev.witloof.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gibibyte from standard input through a guest to standard output, in a process whose heap has 64 MiB. */
@Tag("long")
class GibibyteTest {

    private static final int BLOCK = 1 << 20;
    private static final int BLOCKS = 1 << 10;

    /** The process: runs the guest on its own standard streams. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            Wasi wasi = Wasi.builder()
                    .arguments("streams", arguments[0])
                    .stdin(System.in)
                    .stdout(new FileOutputStream(FileDescriptor.out))
                    .stderr(System.err)
                    .systemClocks()
                    .random(new Random(1))
                    .build();
            System.exit(Command.run(Guest.component("c-streams/streams.wasm"), wasi));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy", "splice"})
    @Timeout(600)
    void aGibibyteFlowsThroughASmallHeap(String how) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(
                                        System.getProperty("java.home"),
                                        "bin",
                                        File.separatorChar == '\\' ? "java.exe" : "java")
                                .toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        how)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        FutureTask<Long> sent = new FutureTask<>(() -> send(process.getOutputStream()));
        new Thread(sent, "sender").start();

        CRC32 arrived = new CRC32();
        long bytes = receive(process.getInputStream(), arrived);

        assertThat(bytes).isEqualTo((long) BLOCK * BLOCKS);
        assertThat(arrived.getValue()).isEqualTo(sent.get(10, TimeUnit.SECONDS));
        assertThat(process.waitFor()).isZero();
    }

    private static long send(OutputStream out) throws IOException {
        byte[] block = new byte[BLOCK];
        new Random(3).nextBytes(block);
        CRC32 sum = new CRC32();
        try (out) {
            for (int i = 0; i < BLOCKS; i++) {
                block[i] = (byte) i;
                sum.update(block);
                out.write(block);
            }
        }
        return sum.getValue();
    }

    private static long receive(InputStream in, CRC32 sum) throws IOException {
        byte[] block = new byte[BLOCK];
        long bytes = 0;
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            sum.update(block, 0, read);
            bytes += read;
        }
        return bytes;
    }
}
