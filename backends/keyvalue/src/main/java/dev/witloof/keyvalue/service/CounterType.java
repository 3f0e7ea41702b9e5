package dev.witloof.keyvalue.service;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Which numbers a counter has, and how they are stored: as decimal digits in ASCII, after a minus sign if negative. */
public enum CounterType {
    /** From 0 to 2⁶⁴ − 1, in a {@code long} whose bits are unsigned. */
    UNSIGNED,
    /** From −2⁶³ to 2⁶³ − 1. */
    SIGNED;

    /**
     * The stored form of the sum, for stores that compute it here.
     *
     * @param stored the value; {@code null} for a key that is not there, which counts as 0
     * @throws KeyValueException if the value is no number of this type, or the sum none
     */
    public byte[] add(byte @Nullable [] stored, long delta) throws KeyValueException {
        return encode(sum(stored == null ? 0 : decode(stored), delta));
    }

    /** The stored form of a number. */
    public byte[] encode(long number) {
        return text(number).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The number of which this is the stored form.
     *
     * @throws KeyValueException if it is none of this type
     */
    public long decode(byte[] stored) throws KeyValueException {
        int first = this == SIGNED && stored.length > 0 && stored[0] == '-' ? 1 : 0;
        boolean isNumber = stored.length > first && stored.length <= 20;
        for (int i = first; isNumber && i < stored.length; i++) {
            isNumber = stored[i] >= '0' && stored[i] <= '9';
        }
        if (isNumber) {
            String digits = new String(stored, StandardCharsets.US_ASCII);
            try {
                return this == UNSIGNED ? Long.parseUnsignedLong(digits) : Long.parseLong(digits);
            } catch (NumberFormatException tooLarge) {
                // Told below.
            }
        }
        throw KeyValueException.other("increment: expected a value that is " + description()
                + " in decimal digits, found " + stored.length + " bytes that are none");
    }

    /**
     * The sum of two numbers.
     *
     * @throws KeyValueException if it is no number of this type
     */
    public long sum(long number, long delta) throws KeyValueException {
        long sum = number + delta;
        boolean tooLarge =
                this == UNSIGNED ? Long.compareUnsigned(sum, number) < 0 : ((number ^ sum) & (delta ^ sum)) < 0;
        if (tooLarge) {
            throw KeyValueException.other("increment: expected a sum that is " + description() + ", found "
                    + text(number) + " and " + text(delta));
        }
        return sum;
    }

    private String text(long number) {
        return this == UNSIGNED ? Long.toUnsignedString(number) : Long.toString(number);
    }

    private String description() {
        return this == UNSIGNED ? "a number from 0 to 2^64 - 1" : "a number from -2^63 to 2^63 - 1";
    }
}
