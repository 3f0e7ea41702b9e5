package dev.witloof.wasi.http;

/**
 * One field of a message: a header or a trailer.
 *
 * @param name its name as it was written; case does not matter when names are compared
 * @param value its value, of which each character is a byte, so none is above {@code U+00FF}
 */
public record HttpField(String name, String value) {

    /** {@code name: value}. */
    @Override
    public String toString() {
        return name + ": " + value;
    }
}
