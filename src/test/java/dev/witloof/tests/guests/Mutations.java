package dev.witloof.tests.guests;

import java.util.Arrays;
import java.util.Random;

/** Damages bytes as bad disks, cut connections and attackers do; the same seed gives the same damage. */
final class Mutations {

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** A copy with one to four changes. */
    byte[] of(byte[] original) {
        byte[] bytes = original.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 1; changes--) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(16, bytes.length - at));
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> bytes[at] = interesting();
            case 3 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 4 -> {
                return without(bytes, at, length);
            }
            case 5 -> {
                return repeated(bytes, at, length);
            }
            default -> System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
        }
        return bytes;
    }

    /** Ends of ranges, and the first byte of a long number. */
    private byte interesting() {
        int[] values = {0x00, 0x01, 0x7f, 0x80, 0xff, 0x40, 0x70, 0x0a};
        return (byte) values[random.nextInt(values.length)];
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
        System.arraycopy(bytes, at + length, shorter, at, bytes.length - at - length);
        return shorter;
    }

    private static byte[] repeated(byte[] bytes, int at, int length) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        return longer;
    }
}
