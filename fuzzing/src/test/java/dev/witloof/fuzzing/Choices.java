package dev.witloof.fuzzing;

/** The fuzzer's bytes as a row of choices; behind their end come zeros. */
final class Choices {

    private final byte[] bytes;
    private int next;

    Choices(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One of the numbers from 0 to {@code count - 1}, of at most 256. */
    int below(int count) {
        return oneByte() % count;
    }

    private int oneByte() {
        return next < bytes.length ? bytes[next++] & 0xFF : 0;
    }

    /** A core value: mostly a small number, for most are addresses, lengths and cases. */
    long coreValue() {
        int first = oneByte();
        if (first < 64) {
            return first;
        }
        return switch (first % 4) {
            case 0 -> 8L * oneByte();
            case 1 -> wide(2);
            case 2 -> wide(4);
            default -> wide(8);
        };
    }

    private long wide(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (long) oneByte() << 8 * i;
        }
        return value;
    }

    /** What no choice has taken. */
    byte[] rest(int most) {
        int length = Math.min(most, bytes.length - next);
        byte[] rest = new byte[length];
        System.arraycopy(bytes, next, rest, 0, length);
        next += length;
        return rest;
    }
}
