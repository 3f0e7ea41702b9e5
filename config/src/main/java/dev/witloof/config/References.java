package dev.witloof.config;

import dev.witloof.name.Nearest;
import dev.witloof.name.Printable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves {@code ${scheme:name}} in values, each reference once for a file. {@code $${} stands for {@code ${}.
 */
final class References {

    private static final List<String> SCHEMES = List.of("secret", "env", "file");

    private final SecretResolver resolver;
    private final Problems problems;
    private final Map<List<String>, Answer> resolved = new HashMap<>();

    References(SecretResolver resolver, Problems problems) {
        this.resolver = resolver;
        this.problems = problems;
    }

    /**
     * A value with its references resolved.
     *
     * @param isOurs whether each {@code ${} must be a reference or escaped; in the foreign list what is neither stays
     */
    Setting.Value resolve(Node.Scalar scalar, boolean isOurs) {
        String text = scalar.text();
        StringBuilder out = new StringBuilder();
        boolean isResolved = false;
        boolean isSecret = false;
        int at = 0;
        int open;
        while ((open = text.indexOf("${", at)) >= 0) {
            boolean isReference = isOurs || namesScheme(text, open + 2);
            boolean isEscaped = open > at && text.charAt(open - 1) == '$';
            if (!isReference || isEscaped) {
                out.append(text, at, isReference ? open - 1 : open).append("${");
                at = open + 2;
                continue;
            }
            out.append(text, at, open);
            int close = text.indexOf('}', open);
            String written = close < 0 ? text.substring(open) : text.substring(open, close + 1);
            Optional<String> value = close < 0
                    ? problem(
                            scalar,
                            written,
                            "expected } after ${, or $${ for the two characters themselves, found none")
                    : reference(scalar, written);
            isResolved = true;
            isSecret |= written.startsWith("${secret:");
            out.append(value.orElse(""));
            at = close < 0 ? text.length() : close + 1;
        }
        out.append(text, at, text.length());
        return new Setting.Value(
                out.toString(), text, scalar.found(), isResolved, isSecret, scalar.from(), scalar.to());
    }

    private static boolean namesScheme(String text, int at) {
        return SCHEMES.stream().anyMatch(scheme -> text.startsWith(scheme + ":", at));
    }

    private Optional<String> reference(Node.Scalar scalar, String written) {
        int colon = written.indexOf(':');
        String scheme = written.substring(2, colon < 0 ? written.length() - 1 : colon);
        String name = colon < 0 ? "" : written.substring(colon + 1, written.length() - 1);
        if (!SCHEMES.contains(scheme) || name.isEmpty()) {
            return problem(
                    scalar,
                    written,
                    "expected ${secret:name}, ${env:name} or ${file:name}, found " + Printable.quoted(written)
                            + Nearest.to(scheme, SCHEMES)
                                    .filter(near -> !near.equals(scheme))
                                    .map(near -> "; did you mean " + near + "?")
                                    .orElse("")
                            + "; for the characters themselves write $$ before {");
        }
        Answer answer = resolved.computeIfAbsent(List.of(scheme, name), key -> ask(scheme, name));
        return answer.value().isPresent()
                ? answer.value()
                : problem(
                        scalar,
                        written,
                        "expected a value for " + Printable.quoted(written) + ", but " + answer.wrong());
    }

    private Answer ask(String scheme, String name) {
        try {
            Optional<String> value = resolver.resolve(scheme, name);
            return new Answer(
                    value == null ? Optional.empty() : value,
                    value == null ? "the resolver returned null" : "there is none");
        } catch (Exception failure) {
            return new Answer(Optional.empty(), threw(failure));
        }
    }

    /** What the resolver answered; without a value, what is wrong. */
    private record Answer(Optional<String> value, String wrong) {}

    /** The settings behind one item of {@code configFrom} or {@code secretFrom}. */
    Map<String, String> resolveAll(String list, Node.Scalar name) {
        String wrong;
        try {
            Optional<Map<String, String>> values = resolver.resolveAll(list, name.text());
            if (values != null && values.isPresent() && isComplete(values.get())) {
                return values.get();
            }
            wrong = values != null && values.isEmpty() ? "there are none" : "the resolver returned null";
        } catch (Exception failure) {
            wrong = threw(failure);
        }
        problems.at(name, "expected settings for " + name.found() + " of " + list + ", but " + wrong);
        return Map.of();
    }

    private static boolean isComplete(Map<String, String> values) {
        return values.entrySet().stream().noneMatch(each -> each.getKey() == null || each.getValue() == null);
    }

    private static String threw(Exception failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return "the resolver threw " + failure.getClass().getName();
    }

    private Optional<String> problem(Node.Scalar scalar, String written, String reason) {
        // Escapes may make the text differ from what the file has; then all of the value is underlined.
        int at = problems.source().text().substring(scalar.from(), scalar.to()).indexOf(written);
        int from = at < 0 ? scalar.from() : scalar.from() + at;
        problems.at(from, at < 0 ? scalar.to() : from + written.length(), reason);
        return Optional.empty();
    }
}
