package dev.witloof.tests.guests;

import java.util.Arrays;
import java.util.BitSet;
import java.util.NavigableSet;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Damages bytes as bad disks, cut connections and attackers do; the same seed gives the same damage. */
final class Mutations {

    private static final int KINDS = 7;

    /** The first so many kinds of changes leave the length as it is. */
    private static final int KEEPING_LENGTH = 4;

    private final Random random;

    Mutations(long seed) {
        // Seeds that follow each other would give the same numbers at first.
        this.random = new Random(new SplittableRandom(seed).nextLong());
    }

    /** A copy with one to four changes. */
    byte[] of(byte[] original) {
        byte[] bytes = original.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 1; changes--) {
            bytes = changed(bytes, random.nextInt(bytes.length), random.nextInt(KINDS));
        }
        return bytes;
    }

    /**
     * A copy with one to four changes, each of which begins at one of some places. Every second copy is as long as the
     * original: where sizes still fit, more of the damage gets past the decoder.
     *
     * @param places offsets in the original, at least one
     */
    byte[] of(byte[] original, BitSet places) {
        NavigableSet<Integer> chosen = new TreeSet<>();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = places.nextSetBit(random.nextInt(original.length));
            chosen.add(at >= 0 ? at : places.nextSetBit(0));
        }
        boolean sameLength = random.nextBoolean();
        byte[] bytes = original.clone();
        // From the back, so that the places before are still where they were.
        for (int at : chosen.descendingSet()) {
            if (at < bytes.length) {
                int kind = random.nextInt(sameLength ? KEEPING_LENGTH : KINDS);
                bytes = changed(bytes, at, kind);
            }
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes, int at, int kind) {
        int length = 1 + random.nextInt(Math.min(16, bytes.length - at));
        switch (kind) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> bytes[at] = interesting();
            case 3 -> System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
            case 4 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 5 -> {
                return without(bytes, at, length);
            }
            case 6 -> {
                return repeated(bytes, at, length);
            }
            default -> throw new IllegalArgumentException("no change " + kind);
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
