package dev.witloof.wasi.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.error.TrapException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random calls of both kinds of streams, over a source and a sink that are slow, short and may fail: no byte is lost, added or
 * out of order, no write is larger than the room that there was, and what is closed stays closed.
 */
class StreamSequencesTest {

    private static final int LENGTH = 5000;

    private final ByteArrayOutputStream expected = new ByteArrayOutputStream();
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();

    private static final class Fits implements Source {
        private final Random random;
        private final byte[] bytes = new byte[LENGTH];
        private final int failsAt;
        private int position;
        private int failures;

        Fits(Random random) {
            this.random = random;
            random.nextBytes(bytes);
            failsAt = random.nextInt(4) == 0 ? random.nextInt(LENGTH) : LENGTH;
        }

        @Override
        public byte @Nullable [] read(int most) throws IOException {
            assertThat(most).isPositive();
            assertThat(failures).isZero();
            if (position >= failsAt) {
                failures++;
                if (failsAt < LENGTH) {
                    throw new IOException("the source failed");
                }
                return null;
            }
            int end = Math.min(failsAt, position + random.nextInt(Math.min(most, 200) + 1));
            byte[] part = Arrays.copyOfRange(bytes, position, end);
            position = end;
            return part;
        }
    }

    private final class Starts implements Sink {
        private final Random random;
        private int room;
        private boolean failed;

        Starts(Random random) {
            this.random = random;
        }

        private void mayFail() throws IOException {
            assertThat(failed).isFalse();
            if (random.nextInt(2000) == 0) {
                failed = true;
                throw new IOException("the sink failed");
            }
        }

        @Override
        public int room() throws IOException {
            mayFail();
            // Room never gets less but by writing.
            room = Math.max(room, random.nextInt(300));
            return room;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            assertThat(bytes.length).isBetween(1, room);
            mayFail();
            room -= bytes.length;
            arrived.writeBytes(bytes);
        }

        @Override
        public void flush() throws IOException {
            mayFail();
            room = 0;
        }
    }

    private void call(SourceStream source, SinkStream sink, Random random) throws Streams.StreamErrorException {
        long len = random.nextInt(8) == 0 ? random.nextLong() : random.nextInt(500);
        byte[] contents = new byte[random.nextInt(300)];
        random.nextBytes(contents);
        switch (random.nextInt(12)) {
            case 0 -> sink.checkWrite();
            case 1 -> {
                long allowed = sink.checkWrite();
                byte[] fits = Arrays.copyOf(contents, (int) Math.min(allowed, contents.length));
                sink.write(fits);
                expected.writeBytes(fits);
            }
            case 2 -> {
                long allowed = sink.checkWrite();
                sink.writeZeroes(allowed);
                expected.writeBytes(new byte[(int) allowed]);
            }
            case 3 -> {
                sink.blockingWriteAndFlush(contents);
                expected.writeBytes(contents);
            }
            case 4 -> {
                sink.blockingWriteZeroesAndFlush(contents.length);
                expected.writeBytes(new byte[contents.length]);
            }
            case 5 -> sink.flush();
            case 6 -> sink.blockingFlush();
            case 7 -> assertThat(sink.subscribe().ready()).isTrue();
            case 8 -> source.skip(len);
            case 9 -> spliced(source, () -> sink.splice(source, len));
            case 10 -> spliced(source, () -> sink.blockingSplice(source, len));
            default -> {
                byte[] read = source.blockingRead(len);
                assertThat(read.length).isGreaterThanOrEqualTo(len == 0 ? 0 : 1);
            }
        }
    }

    private Fits fits = new Fits(new Random(0));

    /** A splice. */
    private interface Splice {
        long move() throws Streams.StreamErrorException;
    }

    private void spliced(SourceStream source, Splice splice) throws Streams.StreamErrorException {
        int before = fits.position;
        long moved = splice.move();
        assertThat(moved).isEqualTo(fits.position - before);
        expected.write(fits.bytes, before, (int) moved);
    }

    private static boolean isClosed(Streams.StreamErrorException error) {
        return error.error() instanceof Streams.StreamError.Closed;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noByteIsLostWhateverIsCalled(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            fits = new Fits(random);
            Starts starts = new Starts(random);
            SourceStream source = SourceStream.of(fits);
            SinkStream sink = SinkStream.of(starts);
            expected.reset();
            arrived.reset();
            for (int i = 0; i < 300; i++) {
                try {
                    call(source, sink, random);
                } catch (Streams.StreamErrorException error) {
                    assertThat(starts.failed || fits.failures > 0).isTrue();
                    if (starts.failed) {
                        break;
                    }
                    assertThat(isClosed(error) || fits.failsAt < LENGTH).isTrue();
                }
            }
            assertThat(Arrays.copyOf(arrived.toByteArray(), expected.size())).isEqualTo(expected.toByteArray());
            if (starts.failed) {
                assertThat(Failing.error(sink::checkWrite)).isEqualTo("closed");
            } else {
                assertThat(arrived.size()).isEqualTo(expected.size());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aWriteIsATrapExactlyWhereItIsMoreThanWasAllowed(int seed) throws Exception {
        Random random = new Random(seed);
        SinkStream sink = SinkStream.of(new SinkStreamTest.Narrow(Integer.MAX_VALUE) {
            @Override
            public int room() {
                return random.nextInt(100);
            }

            @Override
            public void write(byte[] bytes) {}
        });
        long allowed = 0;
        int traps = 0;
        for (int i = 0; i < 3000; i++) {
            switch (random.nextInt(4)) {
                case 0 -> allowed = sink.checkWrite();
                case 1 -> {
                    sink.flush();
                    allowed = 0;
                }
                default -> {
                    int length = random.nextInt(60);
                    boolean trapped = false;
                    try {
                        sink.write(new byte[length]);
                    } catch (TrapException trap) {
                        trapped = true;
                        traps++;
                    }
                    assertThat(trapped).isEqualTo(length > allowed);
                    allowed -= trapped ? 0 : length;
                }
            }
        }
        assertThat(traps).isGreaterThan(100);
    }
}
