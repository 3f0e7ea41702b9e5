package dev.witloof.wasi.sockets;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name that can be looked up, and is no address.
 *
 * @param text in lower-case ASCII, without a dot at its end
 */
record HostName(String text) {

    private static final int LONGEST = 253;
    private static final Pattern LABELS = Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");

    /** What resolvers of systems take for an address, in one of several forms: a last label that is a number. */
    private static final Pattern NUMBER_LAST = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

    /** A name of whatever script and case; empty if it cannot be one. */
    static Optional<HostName> of(String name) {
        return ascii(name)
                .filter(text -> LABELS.matcher(text).matches())
                .filter(text -> !NUMBER_LAST.matcher(text).matches())
                .map(HostName::new);
    }

    /** The ASCII form of a text that may be a name or an address; empty if it has none. */
    static Optional<String> ascii(String name) {
        String ascii;
        try {
            ascii = IDN.toASCII(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException noName) {
            return Optional.empty();
        }
        String text = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        return text.length() > LONGEST ? Optional.empty() : Optional.of(text);
    }
}
