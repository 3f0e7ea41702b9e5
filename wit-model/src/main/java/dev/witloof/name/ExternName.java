package dev.witloof.name;

import dev.witloof.error.InvalidException;

/**
 * The name of an import or export: a plain name or an interface name.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#import-and-export-definitions">Explainer: externname</a>
 */
public sealed interface ExternName permits PlainName, InterfaceName {

    /**
     * Reads a name. Nested namespaces and canonical versions are read; whether they are allowed is for the caller to
     * decide ({@link InterfaceName#isNested()}, {@link InterfaceVersion#isCanonical()}).
     *
     * @throws InvalidException if the text is no name
     */
    static ExternName parse(String text) {
        if (text.startsWith("[implements=")) {
            throw new InvalidException(
                    "",
                    "\"" + text + "\" is a name in a form that was used before its release; rebuild the component with"
                            + " wasm-tools 1.249 or later, which writes `implements` as an attribute");
        }
        return text.indexOf(':') >= 0 ? InterfaceName.parse(text) : PlainName.parse(text);
    }

    /** The name as written. */
    @Override
    String toString();
}
