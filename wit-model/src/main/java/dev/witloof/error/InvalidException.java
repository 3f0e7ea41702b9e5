package dev.witloof.error;

/**
 * A well-formed component that breaks a rule of validation, or that uses a feature whose gate is closed.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md">Explainer.md</a>
 */
public final class InvalidException extends WitloofException {

    private final String path;
    private final String reason;

    /**
     * A rule broken by one definition.
     *
     * @param path the definitions around the error, outermost first, such as {@code component 1, import "cache"}; may be
     *     empty
     * @param reason what was expected and what was found
     */
    public InvalidException(String path, String reason) {
        super(path.isEmpty() ? reason : path + ": " + reason, null);
        this.path = path;
        this.reason = reason;
    }

    /** The definitions around the error, outermost first; empty at the top. */
    public String path() {
        return path;
    }

    /** What was expected and what was found, without the place. */
    public String reason() {
        return reason;
    }

    /** The same error seen from one definition further out. */
    public InvalidException within(String outer) {
        InvalidException wider = new InvalidException(path.isEmpty() ? outer : outer + ", " + path, reason);
        wider.setStackTrace(getStackTrace());
        return wider;
    }
}
