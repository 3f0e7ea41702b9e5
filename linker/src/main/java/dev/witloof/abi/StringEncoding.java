package dev.witloof.abi;

/**
 * How a component keeps strings in its memory.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canonical-abi-options">CanonicalABI: canonical ABI options</a>
 */
public enum StringEncoding {
    /** UTF-8. */
    UTF8("utf8"),
    /** UTF-16, little-endian. */
    UTF16("utf16"),
    /** Latin-1, or UTF-16 where the highest bit of the length says so. */
    LATIN1_UTF16("latin1+utf16");

    private final String words;

    StringEncoding(String words) {
        this.words = words;
    }

    /** The encoding as the text format writes it. */
    @Override
    public String toString() {
        return words;
    }
}
