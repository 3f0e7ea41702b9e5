package dev.witloof.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes, parsing ends soon and in one of two errors, or in a module. */
final class BadModulesTest {

    private static final long SECONDS_2 = 2_000_000_000L;

    /** The core modules inside a real component: what follows each core preamble, as long as its section says. */
    static List<byte[]> coreModulesOf(String guest) throws IOException {
        byte[] component;
        try (InputStream in = BadModulesTest.class.getResourceAsStream("/guests/" + guest)) {
            component = in.readAllBytes();
        }
        List<byte[]> modules = new ArrayList<>();
        for (int at = 8; at < component.length; ) {
            int id = component[at++];
            int size = 0;
            for (int shift = 0; ; shift += 7) {
                int read = component[at++];
                size |= (read & 0x7F) << shift;
                if (read >= 0) {
                    break;
                }
            }
            if (id == 1) {
                modules.add(Arrays.copyOfRange(component, at, at + size));
            }
            at += size;
        }
        return modules;
    }

    private int modules;
    private int malformed;
    private int invalid;

    private void parse(byte[] bytes, int length) {
        long start = System.nanoTime();
        try {
            CoreModule.parse(bytes, 0, length, "");
            modules++;
        } catch (MalformedException expected) {
            malformed++;
        } catch (InvalidException expected) {
            invalid++;
        }
        assertThat(System.nanoTime() - start).isLessThan(SECONDS_2);
    }

    @Test
    void truncatedModules() throws IOException {
        List<byte[]> all = new ArrayList<>(coreModulesOf("c-sessions/sessions.wasm"));
        all.add(Modules.bytes("calls"));
        all.add(Modules.bytes("table-user"));
        for (byte[] bytes : all) {
            int step = Math.max(1, bytes.length / 300);
            for (int length = 0; length < bytes.length; length += step) {
                parse(bytes, length);
            }
        }
        assertThat(malformed).isGreaterThan(500);
    }

    @Test
    void mutatedModules() throws IOException {
        Random random = new Random(20_260_101);
        for (String name :
                List.of("calls", "table-user", "data-user", "atomics", "throws", "reexport", "shim", "start")) {
            mutate(Modules.bytes(name), 500, random);
        }
        for (byte[] bytes : coreModulesOf("wat-mirror/mirror.wasm")) {
            mutate(bytes, 300, random);
        }
        for (byte[] bytes : coreModulesOf("c-sessions/sessions.wasm")) {
            mutate(bytes, 60, random);
        }
        assertThat(malformed).isGreaterThan(500);
        assertThat(invalid).isGreaterThan(500);
        assertThat(modules).isGreaterThan(100);
    }

    private void mutate(byte[] original, int times, Random random) {
        for (int i = 0; i < times; i++) {
            byte[] bytes = original.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = 8 + random.nextInt(bytes.length - 8);
                bytes[at] =
                        (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextBoolean() ? -1 : bytes[at] + 1);
            }
            parse(bytes, bytes.length);
        }
    }

    /** The preamble and one section. */
    private static byte[] module(int section, int... content) {
        byte[] bytes = new byte[10 + content.length];
        System.arraycopy(
                new byte[] {0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, (byte) section, (byte) content.length}, 0, bytes, 0, 10);
        for (int i = 0; i < content.length; i++) {
            bytes[10 + i] = (byte) content[i];
        }
        return bytes;
    }

    private static void assertMalformed(byte[] bytes, String message) {
        assertThatThrownBy(() -> CoreModule.parse(bytes, 0, bytes.length, "m"))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }

    @Test
    void countsAreComparedWithTheBytesThatAreLeft() {
        assertMalformed(
                module(1, 0x85, 1, 0x60, 0, 0),
                "m, offset 0xa: expected at most 3 entries in the rest of section 1, found 133");
        assertMalformed(
                module(10, 1, 9, 0, 11),
                "m, offset 0xb: expected code 0 of 9 bytes, found 2 until the end of the section");
        assertMalformed(
                module(10, 1, 10, 2, 0xFF, 0xFF, 2, 0x7F, 0xD0, 0x86, 3, 0x7E, 11),
                "m, offset 0x11: expected at most 50000 locals in code 0, found 99151");
        assertMalformed(
                module(10, 0xFF, 0xFF, 0xFF, 0xFF, 0x1F),
                "m, offset 0xe: expected the count of section 10 in 32 bits, found more");
        assertMalformed(module(3), "m, offset 0xa: expected the count of section 3, found the end");
    }

    @Test
    void absurdCountsInEverySection() {
        byte[] huge = {-1, -1, -1, -1, 15};
        byte[] large = {-1, -1, -1, -1, 7};
        for (byte[] count : List.of(huge, large)) {
            for (int section = 0; section <= 13; section++) {
                byte[] bytes = new byte[8 + 2 + 12];
                System.arraycopy(new byte[] {0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, (byte) section, 12}, 0, bytes, 0, 10);
                System.arraycopy(count, 0, bytes, 10, count.length);
                parse(bytes, bytes.length);
            }
            // One function type with that many parameters.
            byte[] params = {0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 8, 1, 0x60, 0, 0, 0, 0, 0, 0};
            System.arraycopy(count, 0, params, 12, count.length);
            parse(params, params.length);
        }
        assertThat(modules).isZero();
    }
}
