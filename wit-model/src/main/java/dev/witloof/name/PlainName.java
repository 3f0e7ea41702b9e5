package dev.witloof.name;

import dev.witloof.error.InvalidException;
import java.util.Optional;

/**
 * A name that is a label, or that ties a function to a resource: {@code cache}, {@code [constructor]bucket},
 * {@code [method]bucket.get}, {@code [static]bucket.from}.
 *
 * @param kind which of the forms it is
 * @param label the label, or the resource's where there are two
 * @param member the second label of a method or static function
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#import-and-export-definitions">Explainer: plainname</a>
 */
public record PlainName(Kind kind, Label label, Optional<Label> member) implements ExternName {

    /** The forms of a plain name. */
    public enum Kind {
        /** {@code label}. */
        LABEL(""),
        /** {@code [constructor]resource}. */
        CONSTRUCTOR("[constructor]"),
        /** {@code [method]resource.member}. */
        METHOD("[method]"),
        /** {@code [static]resource.member}. */
        STATIC("[static]");

        private final String annotation;

        Kind(String annotation) {
            this.annotation = annotation;
        }
    }

    /**
     * Reads a plain name.
     *
     * @throws InvalidException if the text is none
     */
    public static PlainName parse(String text) {
        if (!text.startsWith("[")) {
            return new PlainName(Kind.LABEL, label(text, text), Optional.empty());
        }
        for (Kind kind : Kind.values()) {
            if (kind != Kind.LABEL && text.startsWith(kind.annotation)) {
                String rest = text.substring(kind.annotation.length());
                if (kind == Kind.CONSTRUCTOR) {
                    return new PlainName(kind, label(text, rest), Optional.empty());
                }
                int dot = rest.indexOf('.');
                if (dot < 0) {
                    throw new InvalidException(
                            "",
                            "\"" + text + "\" is not a valid extern name: expected resource.member after "
                                    + kind.annotation);
                }
                return new PlainName(
                        kind, label(text, rest.substring(0, dot)), Optional.of(label(text, rest.substring(dot + 1))));
            }
        }
        throw new InvalidException(
                "", "\"" + text + "\" is not a valid extern name: expected [constructor], [method] or [static]");
    }

    private static Label label(String whole, String text) {
        if (!Label.isLabel(text)) {
            throw new InvalidException(
                    "", "\"" + whole + "\" is not a valid extern name: label \"" + text + "\" is not in kebab case");
        }
        return new Label(text);
    }

    /** The name as written. */
    @Override
    public String toString() {
        return kind.annotation + label + member.map(m -> "." + m).orElse("");
    }
}
