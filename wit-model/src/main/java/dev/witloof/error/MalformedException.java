package dev.witloof.error;

/**
 * Bytes that are no component: they break the binary format, so nothing is known about what they mean.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md">Binary.md</a>
 */
public final class MalformedException extends WitloofException {

    private final long offset;
    private final String path;
    private final String reason;

    /**
     * An error at one byte.
     *
     * @param path the definitions around the byte, outermost first, such as {@code component 1, type 3}; may be empty
     * @param offset the byte's offset from the start of the outermost input, in bytes
     * @param reason what was expected and what was found
     */
    public MalformedException(String path, long offset, String reason) {
        super((path.isEmpty() ? "" : path + ", ") + "offset 0x" + Long.toHexString(offset) + ": " + reason, null);
        this.path = path;
        this.offset = offset;
        this.reason = reason;
    }

    /** The offset of the offending byte from the start of the outermost input, in bytes. */
    public long offset() {
        return offset;
    }

    /** The definitions around the offending byte, outermost first; empty at the top. */
    public String path() {
        return path;
    }

    /** What was expected and what was found, without the place. */
    public String reason() {
        return reason;
    }
}
