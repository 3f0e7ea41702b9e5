package dev.witloof.wasi.io;

import static dev.witloof.wasi.io.Failing.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams over channels that do not wait. */
@Timeout(60)
class ChannelsTest {

    private final Selectors selectors = new Selectors();

    @AfterEach
    void close() {
        selectors.close();
    }

    /** A guest's end and the other one, with small buffers between them. */
    private record Connection(SocketChannel guest, SocketChannel other) implements AutoCloseable {

        static Connection open() throws Exception {
            try (ServerSocketChannel server = ServerSocketChannel.open()) {
                server.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
                server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketChannel guest = SocketChannel.open();
                guest.setOption(StandardSocketOptions.SO_SNDBUF, 4096);
                guest.connect(server.getLocalAddress());
                guest.configureBlocking(false);
                return new Connection(guest, server.accept());
            }
        }

        @Override
        public void close() throws Exception {
            guest.close();
            other.close();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(9).nextBytes(bytes);
        return bytes;
    }

    private static byte[] readAll(SocketChannel channel) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(3000);
        while (channel.read(buffer) >= 0) {
            all.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        return all.toByteArray();
    }

    @Test
    void aGuestReadsWhatIsThereAndWaitsForMore() throws Exception {
        try (Connection connection = Connection.open()) {
            SourceStream stream = SourceStream.of(Source.of(connection.guest(), selectors));
            assertThat(stream.read(10)).isEmpty();
            assertThat(stream.subscribe().ready()).isFalse();
            FutureTask<byte[]> waiting = new FutureTask<>(() -> stream.blockingRead(10));
            new Thread(waiting).start();
            connection.other().write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            assertThat(waiting.get(10, TimeUnit.SECONDS)).containsExactly(1, 2, 3);
            connection.other().close();
            stream.subscribe().block();
            assertThat(error(() -> stream.read(10))).isEqualTo("closed");
        }
    }

    @Test
    void aSlowReaderSlowsTheGuest() throws Exception {
        byte[] bytes = random(2_000_000);
        try (Connection connection = Connection.open()) {
            SinkStream stream = SinkStream.of(Sink.of(connection.guest(), selectors));
            int written = 0;
            for (long room = stream.checkWrite(); room > 0; room = stream.checkWrite()) {
                stream.write(Arrays.copyOfRange(bytes, written, written + (int) room));
                written += (int) room;
            }
            assertThat(written).isLessThan(bytes.length);
            assertThat(stream.subscribe().ready()).isFalse();
            FutureTask<byte[]> reading = new FutureTask<>(() -> readAll(connection.other()));
            new Thread(reading).start();
            while (written < bytes.length) {
                stream.subscribe().block();
                int some = (int) Math.min(stream.checkWrite(), bytes.length - written);
                assertThat(some).isPositive();
                stream.write(Arrays.copyOfRange(bytes, written, written + some));
                written += some;
            }
            stream.blockingFlush();
            stream.close();
            assertThat(reading.get(20, TimeUnit.SECONDS)).isEqualTo(bytes);
        }
    }

    @Test
    void aFlushLeavesNoRoomUntilItIsDone() throws Exception {
        try (Connection connection = Connection.open()) {
            SinkStream stream = SinkStream.of(Sink.of(connection.guest(), selectors));
            int written = 0;
            for (long room = stream.checkWrite(); room == Sink.USUAL_ROOM; room = stream.checkWrite()) {
                stream.write(new byte[(int) room]);
                written += (int) room;
            }
            stream.flush();
            assertThat(stream.checkWrite()).isZero();
            FutureTask<byte[]> reading = new FutureTask<>(() -> readAll(connection.other()));
            new Thread(reading).start();
            stream.subscribe().block();
            assertThat(stream.checkWrite()).isEqualTo(Sink.USUAL_ROOM);
            stream.close();
            assertThat(reading.get(20, TimeUnit.SECONDS)).hasSize(written);
        }
    }

    @Test
    void aPeerThatIsGoneIsAFailureOnce() throws Exception {
        Pipe pipe = Pipe.open();
        pipe.sink().configureBlocking(false);
        SinkStream stream = SinkStream.of(Sink.of(pipe.sink(), selectors));
        pipe.source().close();
        assertThat(error(() -> stream.blockingWriteAndFlush(new byte[10]))).isEqualTo("Broken pipe");
        assertThat(stream.subscribe().ready()).isTrue();
        assertThat(error(stream::checkWrite)).isEqualTo("closed");
        stream.close();
    }

    @Test
    void aChannelThatWaitsIsRefused() throws Exception {
        Pipe pipe = Pipe.open();
        try (Pipe.SourceChannel source = pipe.source();
                Pipe.SinkChannel sink = pipe.sink()) {
            String message = "channel: expected one that is configured not to block, found one that does";
            assertThatThrownBy(() -> Source.of(source, selectors))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> Sink.of(sink, selectors))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void whatAPrintStreamSwallowsIsTold() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
        SinkStream stream = SinkStream.of(new PrintStream(full));
        assertThat(List.of(error(() -> stream.blockingWriteAndFlush(new byte[1])), error(stream::checkWrite)))
                .containsExactly("an earlier write failed", "closed");
    }
}
