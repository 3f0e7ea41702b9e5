package dev.witloof.wasi.io;

import static dev.witloof.wasi.io.Failing.error;
import static dev.witloof.wasi.io.Failing.trap;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SinkStreamTest {

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    /** Has room for so many bytes, and after that only once somebody has waited for it; writes down what is done. */
    static class Narrow implements Sink {
        private final int size;
        private int room;
        private final List<String> done = new ArrayList<>();
        private @Nullable IOException failure;

        Narrow(int size) {
            this.size = size;
            this.room = size;
        }

        void failure(IOException next) {
            failure = next;
        }

        @Override
        public int room() throws IOException {
            if (failure != null) {
                throw failure;
            }
            return room;
        }

        @Override
        public void write(byte[] bytes) {
            room -= bytes.length;
            done.add(new String(bytes, US_ASCII).replace('\0', '0'));
        }

        @Override
        public void flush() {
            room = 0;
            done.add("flush");
        }

        @Override
        public Event writable() {
            return new Event() {
                @Override
                public boolean ready() {
                    done.add("wait");
                    room = size;
                    return true;
                }

                @Override
                protected void arm(Wait wait) {}
            };
        }

        @Override
        public void close() {
            done.add("close");
        }
    }

    @Test
    void aWriteTakesWhatCheckWriteAllowed() throws Exception {
        Narrow sink = new Narrow(5);
        SinkStream stream = SinkStream.of(sink);
        assertThat(stream.checkWrite()).isEqualTo(5);
        stream.write(bytes("abc"));
        stream.writeZeroes(2);
        assertThat(stream.checkWrite()).isZero();
        stream.write(new byte[0]);
        assertThat(sink.done).containsExactly("abc", "00");
    }

    @Test
    void aWriteOfMoreThanCheckWriteAllowedIsATrap() throws Exception {
        Narrow sink = new Narrow(5);
        SinkStream stream = SinkStream.of(sink);
        assertThat(trap(() -> stream.write(bytes("a"))))
                .isEqualTo("write: expected at most 0 bytes, as check-write allowed, found 1");
        stream.checkWrite();
        assertThat(trap(() -> stream.write(bytes("abcdef"))))
                .isEqualTo("write: expected at most 5 bytes, as check-write allowed, found 6");
        stream.write(bytes("abc"));
        assertThat(trap(() -> stream.write(bytes("abc"))))
                .isEqualTo("write: expected at most 2 bytes, as check-write allowed, found 3");
        assertThat(trap(() -> stream.writeZeroes(-1)))
                .isEqualTo(
                        "write-zeroes: expected at most 2 bytes, as check-write allowed, found 18446744073709551615");
        stream.flush();
        assertThat(trap(() -> stream.write(bytes("a"))))
                .isEqualTo("write: expected at most 0 bytes, as check-write allowed, found 1");
        assertThat(sink.done).containsExactly("abc", "flush");
    }

    @Test
    void theBlockingFormsWaitForRoomAndForTheFlush() throws Exception {
        Narrow sink = new Narrow(4);
        SinkStream stream = SinkStream.of(sink);
        stream.blockingWriteAndFlush(bytes("abcdefghij"));
        assertThat(sink.done).containsExactly("abcd", "wait", "efgh", "wait", "ij", "flush", "wait");
        sink.done.clear();
        stream.blockingWriteZeroesAndFlush(5);
        assertThat(sink.done).containsExactly("0000", "wait", "0", "flush", "wait");
        sink.done.clear();
        stream.blockingFlush();
        assertThat(sink.done).containsExactly("flush", "wait");
        sink.done.clear();
        stream.blockingWriteAndFlush(new byte[0]);
        assertThat(sink.done).containsExactly("flush", "wait");
    }

    @Test
    void theBlockingFormsTake4096BytesAndTrapForMore() throws Exception {
        ByteArrayOutputStream collected = new ByteArrayOutputStream();
        SinkStream stream = SinkStream.of(collected);
        stream.blockingWriteAndFlush(new byte[4096]);
        stream.blockingWriteZeroesAndFlush(4096);
        assertThat(collected.size()).isEqualTo(8192);
        assertThat(trap(() -> stream.blockingWriteAndFlush(new byte[4097])))
                .isEqualTo("blocking-write-and-flush: expected at most 4096 bytes, found 4097");
        assertThat(trap(() -> stream.blockingWriteZeroesAndFlush(Long.MIN_VALUE)))
                .isEqualTo("blocking-write-zeroes-and-flush: expected at most 4096 bytes, found 9223372036854775808");
        assertThat(collected.size()).isEqualTo(8192);
    }

    private static OutputStream throwing(IOException failure) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw failure;
            }

            @Override
            public void flush() throws IOException {
                throw failure;
            }
        };
    }

    @Test
    void aFailureIsToldOnceAndThenTheStreamIsClosed() throws Exception {
        SinkStream stream = SinkStream.of(throwing(new IOException("the disk is full")));
        assertThat(stream.checkWrite()).isEqualTo(65_536);
        assertThat(error(() -> stream.write(bytes("a")))).isEqualTo("the disk is full");
        assertThat(error(() -> stream.write(bytes("a")))).isEqualTo("closed");
        assertThat(error(stream::checkWrite)).isEqualTo("closed");
        assertThat(error(stream::flush)).isEqualTo("closed");
        assertThat(error(() -> stream.blockingWriteAndFlush(bytes("a")))).isEqualTo("closed");
        assertThat(error(() -> stream.splice(SourceStream.of(bytes("a")), 1))).isEqualTo("closed");
        assertThat(stream.subscribe().ready()).isTrue();
        assertThat(error(() -> SinkStream.of(throwing(new IOException("no"))).blockingFlush()))
                .isEqualTo("no");
        assertThat(error(() ->
                        SinkStream.of(throwing(new ClosedChannelException())).blockingFlush()))
                .isEqualTo("closed");
    }

    @Test
    void aFailureOfTheFlushIsToldByTheBlockingForms() {
        Narrow sink = new Narrow(9) {
            @Override
            public void flush() {
                super.flush();
                failure(new IOException("lost"));
            }
        };
        assertThat(error(() -> SinkStream.of(sink).blockingWriteAndFlush(bytes("a"))))
                .isEqualTo("lost");
    }

    @Test
    void aSinkThatTheLastBytesCloseHasTakenThem() throws Exception {
        Narrow sink = new Narrow(9) {
            @Override
            public void flush() {
                super.flush();
                failure(new ClosedChannelException());
            }
        };
        SinkStream stream = SinkStream.of(sink);
        stream.blockingWriteAndFlush(bytes("the end"));
        assertThat(error(stream::checkWrite)).isEqualTo("closed");
    }

    @Test
    void splicesWhatBothAllow() throws Exception {
        Narrow sink = new Narrow(4);
        SinkStream stream = SinkStream.of(sink);
        SourceStream source = SourceStream.of(bytes("abcdefg"));
        assertThat(stream.splice(source, 3)).isEqualTo(3);
        assertThat(stream.splice(source, 3)).isEqualTo(1);
        assertThat(stream.splice(source, 3)).isZero();
        assertThat(stream.blockingSplice(source, -1)).isEqualTo(3);
        assertThat(error(() -> stream.splice(source, 1))).isEqualTo("closed");
        assertThat(stream.checkWrite()).isEqualTo(1);
        assertThat(sink.done).containsExactly("abc", "d", "wait", "efg");
    }

    @Test
    void aFailureOfTheOtherStreamLeavesThisOneOpen() throws Exception {
        SinkStream stream = SinkStream.of(new Narrow(4));
        SourceStream source = SourceStream.of(new java.io.InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("torn");
            }
        });
        assertThat(error(() -> stream.blockingSplice(source, 1))).isEqualTo("torn");
        assertThat(stream.checkWrite()).isEqualTo(4);
    }

    @Test
    void droppingClosesTheSinkAndASharedOneIsOnlyFlushed() {
        Narrow sink = new Narrow(4);
        SinkStream.of(sink.shared()).close();
        assertThat(sink.done).containsExactly("flush");
        SinkStream stream = SinkStream.of(sink);
        stream.close();
        assertThat(sink.done).containsExactly("flush", "close");
        assertThat(error(stream::checkWrite)).isEqualTo("closed");
    }

    @Test
    void writesToChannels() throws Exception {
        ByteArrayOutputStream collected = new ByteArrayOutputStream();
        SinkStream stream = SinkStream.of(Channels.newChannel(collected));
        stream.blockingWriteAndFlush(bytes("to a channel"));
        stream.close();
        assertThat(collected).hasToString("to a channel");
    }
}
