package dev.witloof.blobstore.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ObjectReaderTest {

    private static ObjectReader of(long size, int there) {
        return ObjectReader.of("object \"a\"", size, new ByteArrayInputStream(new byte[there]));
    }

    @Test
    void noMoreIsReadThanThereIsSaidToBe() throws BlobException {
        try (ObjectReader reader = of(5, 100)) {
            byte[] bytes = new byte[100];
            assertThat(reader.size()).isEqualTo(5);
            assertThat(reader.read(bytes, 0, 3)).isEqualTo(3);
            assertThat(reader.read(bytes, 3, 90)).isEqualTo(2);
            assertThat(reader.read(bytes, 5, 90)).isEqualTo(-1);
            assertThat(reader.size()).isEqualTo(5);
        }
    }

    @Test
    void lessThanThereIsSaidToBeIsAFailure() throws BlobException {
        try (ObjectReader reader = of(5, 3)) {
            byte[] bytes = new byte[100];
            assertThat(reader.read(bytes, 0, 100)).isEqualTo(3);
            assertThatThrownBy(() -> reader.read(bytes, 3, 90))
                    .isInstanceOf(BlobException.class)
                    .hasMessage("object \"a\": expected 5 bytes, found 3");
        }
    }

    @Test
    void whatIsLeftOutIsCounted() throws BlobException {
        try (ObjectReader reader = of(200_000, 200_000)) {
            assertThat(reader.skip(0)).isZero();
            assertThat(reader.skip(150_000)).isEqualTo(150_000);
            assertThat(reader.skip(150_000)).isEqualTo(50_000);
            assertThat(reader.skip(1)).isZero();
        }
    }

    @Test
    void aFailureIsToldByItsClassAndTheStreamIsClosed() {
        AtomicInteger closed = new AtomicInteger();
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("password=hunter2");
            }

            @Override
            public void close() throws IOException {
                closed.incrementAndGet();
                throw new IOException("again");
            }
        };
        ObjectReader reader = ObjectReader.of("object \"a\"", 5, broken);
        assertThatThrownBy(() -> reader.read(new byte[1], 0, 1))
                .isInstanceOf(BlobException.class)
                .hasMessage("object \"a\": reading failed with IOException")
                .hasCauseInstanceOf(IOException.class);
        reader.close();
        assertThat(closed).hasValue(1);
    }
}
