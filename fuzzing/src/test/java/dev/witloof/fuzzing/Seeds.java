package dev.witloof.fuzzing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the fuzzer begins with. */
final class Seeds {

    private static final int RANDOM = 200;
    private static final int LONGEST = 600;

    private static final String[] SMALL_GUESTS = {
        "bench-micro/micro.wasm",
        "c-outs/outs.wasm",
        "c-plain/plain.wasm",
        "c-sessions/sessions.wasm",
        "c-stores/stores.wasm",
        "c-utf16/text-utf16.wasm",
        "dummies/d2.wasm",
        "dummies/dummy.wasm",
        "wat-mirror/mirror.wasm",
        "wat-nested/nested.wasm"
    };

    private Seeds() {}

    /** Components of several toolchains. */
    static Stream<byte[]> smallGuests() {
        return Stream.of(SMALL_GUESTS).map(Seeds::guest);
    }

    private static byte[] guest(String path) {
        try (InputStream in = Seeds.class.getResourceAsStream("/guests/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no guest " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that mean a type and a value of it, or nearly one, to who reads them as a {@link Choices}. */
    static Stream<byte[]> random() {
        return IntStream.range(0, RANDOM).mapToObj(seed -> {
            Random random = new Random(seed);
            byte[] bytes = new byte[1 + random.nextInt(LONGEST)];
            for (int i = 0; i < bytes.length; i++) {
                // Small numbers and zeros: most of what is drawn is a kind, a length or an address.
                bytes[i] = (byte) (random.nextInt(3) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 32 : 256));
            }
            return bytes;
        });
    }
}
