package dev.witloof.wasi.io;

import static dev.witloof.wasi.io.Failing.error;
import static dev.witloof.wasi.io.Failing.trap;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceStreamTest {

    private static String text(byte[] bytes) {
        return new String(bytes, US_ASCII);
    }

    private static SourceStream abc() {
        return SourceStream.of("abcdef".getBytes(US_ASCII));
    }

    private static SourceStream throwing(IOException failure) {
        return SourceStream.of(new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw failure;
            }
        });
    }

    @Test
    void readsUpToSoManyBytesAndThenSaysThatItIsClosed() throws Exception {
        SourceStream stream = abc();
        assertThat(text(stream.read(4))).isEqualTo("abcd");
        assertThat(text(stream.blockingRead(4))).isEqualTo("ef");
        assertThat(error(() -> stream.read(4))).isEqualTo("closed");
        assertThat(error(() -> stream.blockingRead(0))).isEqualTo("closed");
        assertThat(error(() -> stream.skip(1))).isEqualTo("closed");
    }

    @Test
    void anArrayIsFilledAgainOnlyWhenItWasGivenBack() throws Exception {
        SourceStream stream = SourceStream.of(new ByteArrayInputStream("abcdef".getBytes(US_ASCII)));
        byte[] first = stream.read(2);
        byte[] second = stream.read(2);
        assertThat(text(first)).isEqualTo("ab");
        assertThat(text(second)).isEqualTo("cd");
        stream.giveBack(second);
        assertThat(stream.read(2)).isSameAs(second).isEqualTo("ef".getBytes(US_ASCII));
        assertThat(text(first)).isEqualTo("ab");
    }

    @Test
    void nothingIsReadWhereNothingIsAskedFor() throws Exception {
        SourceStream stream = SourceStream.of(new byte[0]);
        assertThat(stream.read(0)).isEmpty();
        assertThat(stream.blockingRead(0)).isEmpty();
        assertThat(stream.blockingSkip(0)).isZero();
        assertThat(error(() -> stream.blockingRead(1))).isEqualTo("closed");
        assertThat(error(() -> stream.read(0))).isEqualTo("closed");
    }

    @Test
    void lengthsAreUnsignedAndAReadGivesAtMostOneMebibyte() throws Exception {
        SourceStream stream = SourceStream.of(new byte[(1 << 20) + 5]);
        assertThat(stream.read(-1)).hasSize(1 << 20);
        assertThat(stream.read(Long.MIN_VALUE)).hasSize(5);
    }

    @Test
    void skipsAsItReads() throws Exception {
        SourceStream stream = abc();
        assertThat(stream.skip(2)).isEqualTo(2);
        assertThat(stream.blockingSkip(3)).isEqualTo(3);
        assertThat(text(stream.read(9))).isEqualTo("f");
    }

    @Test
    void aFailureIsToldOnceAndThenTheStreamIsClosed() {
        SourceStream stream = throwing(new IOException("the disk is gone"));
        assertThat(error(() -> stream.read(1))).isEqualTo("the disk is gone");
        assertThat(error(() -> stream.read(1))).isEqualTo("closed");
        assertThat(stream.subscribe().ready()).isTrue();
    }

    @Test
    void anErrorKeepsItsCauseAndSaysNothingOfTheHostsPaths() {
        IOException cause = new NoSuchFileException("/home/secret/file", null, "No such file");
        assertThat(error(() -> throwing(cause).read(1))).isEqualTo("No such file");
        assertThat(IoError.of(cause).cause()).containsSame(cause);
        assertThat(IoError.of(new NoSuchFileException("/home/secret/file"))).hasToString("NoSuchFileException");
        assertThat(IoError.of("gone").cause()).isEmpty();
        assertThat(IoError.of("gone").toDebugString()).isEqualTo("gone");
    }

    @Test
    void whatWasClosedIsClosed() {
        assertThat(error(() -> throwing(new ClosedChannelException()).read(1))).isEqualTo("closed");
    }

    @Test
    void anInterruptEndsTheCallButATimeOutDoesNot() {
        assertThat(trap(() -> throwing(new InterruptedIOException()).read(1))).isEqualTo("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(error(() -> throwing(new SocketTimeoutException("too slow")).read(1)))
                .isEqualTo("too slow");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void readsStreamsAndChannelsOfJava() throws Exception {
        SourceStream stream = SourceStream.of(new ByteArrayInputStream(new byte[20_000]));
        assertThat(stream.read(-1)).hasSize(20_000);
        SourceStream channel = SourceStream.of(Channels.newChannel(new ByteArrayInputStream("xyz".getBytes(US_ASCII))));
        assertThat(text(channel.read(2))).isEqualTo("xy");
        assertThat(text(channel.read(2))).isEqualTo("z");
        assertThat(error(() -> channel.read(2))).isEqualTo("closed");
    }

    @Test
    void aChannelThatDoesNotWaitIsRefused() throws Exception {
        Pipe pipe = Pipe.open();
        try (Pipe.SourceChannel source = pipe.source();
                Pipe.SinkChannel sink = pipe.sink()) {
            source.configureBlocking(false);
            assertThatThrownBy(() -> Source.of(source))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("channel: expected one that is configured to block, found one that is not");
            sink.configureBlocking(false);
            assertThatThrownBy(() -> Sink.of(sink))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("channel: expected one that is configured to block, found one that is not");
        }
    }

    /** What arrives step by step: nothing for an empty array, the end for none. */
    static final class Slow implements Source {
        private final Queue<byte[]> steps = new ArrayDeque<>();
        private boolean closed;

        Slow(String... steps) {
            Arrays.stream(steps).map(each -> each.getBytes(US_ASCII)).forEach(this.steps::add);
        }

        @Override
        public byte @Nullable [] read(int most) {
            return steps.poll();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void theBlockingFormsWaitForAByteTheOthersDoNot() throws Exception {
        SourceStream stream = SourceStream.of(new Slow("", "a", "", "", "b", ""));
        assertThat(stream.read(9)).isEmpty();
        assertThat(text(stream.read(9))).isEqualTo("a");
        assertThat(text(stream.blockingRead(9))).isEqualTo("b");
        assertThat(error(() -> stream.blockingSkip(9))).isEqualTo("closed");
    }

    @Test
    void droppingClosesTheSourceUnlessItIsShared() throws Exception {
        Slow source = new Slow("ab", "cd");
        SourceStream first = SourceStream.of(source.shared());
        assertThat(text(first.read(9))).isEqualTo("ab");
        first.close();
        assertThat(source.closed).isFalse();
        assertThat(error(() -> first.read(9))).isEqualTo("closed");
        SourceStream second = SourceStream.of(source);
        assertThat(text(second.read(9))).isEqualTo("cd");
        second.close();
        assertThat(source.closed).isTrue();
    }

    @Test
    void whatFailsWhileClosingIsNotTheGuestsConcern() {
        Source failing = new Source() {
            @Override
            public byte @Nullable [] read(int most) {
                return null;
            }

            @Override
            public void close() throws IOException {
                throw new IOException("cannot be closed");
            }
        };
        SourceStream stream = SourceStream.of(failing);
        stream.close();
        assertThat(List.of(error(() -> stream.read(1)))).containsExactly("closed");
    }
}
