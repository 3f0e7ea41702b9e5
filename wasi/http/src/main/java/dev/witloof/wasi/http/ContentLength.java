package dev.witloof.wasi.http;

import java.util.List;

/** What {@code Content-Length} says. */
final class ContentLength {

    /** It is not there. */
    static final long NONE = -1;

    /** It says no length, or several. */
    static final long INVALID = -2;

    private static final int MOST_DIGITS = 18;

    private ContentLength() {}

    /** How many bytes, or {@link #NONE}, or {@link #INVALID}. */
    static long of(List<HttpField> all) {
        long length = NONE;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equalsIgnoreCase("content-length")) {
                long here = parse(all.get(i).value());
                if (here == INVALID || length != NONE && length != here) {
                    return INVALID;
                }
                length = here;
            }
        }
        return length;
    }

    private static long parse(String value) {
        String digits = value.strip();
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            return INVALID;
        }
        long length = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return INVALID;
            }
            length = length * 10 + digit;
        }
        return length;
    }
}
