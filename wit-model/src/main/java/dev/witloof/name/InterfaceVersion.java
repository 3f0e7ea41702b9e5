package dev.witloof.name;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The version of an interface: a semantic version, or a canonical one that stands for all releases of a track.
 *
 * @param text the version as written
 * @param core major, minor and patch as far as they are written, without leading zeros
 * @param preRelease what follows the hyphen; empty for a release
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#-canonical-interface-name">Explainer: canonical interface name</a>
 * @see <a href="https://semver.org/spec/v2.0.0.html">Semantic Versioning 2.0.0</a>
 */
public record InterfaceVersion(String text, List<String> core, String preRelease)
        implements Comparable<InterfaceVersion> {

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-zA-Z-]+");

    /** Copies the numbers. */
    public InterfaceVersion {
        core = List.copyOf(core);
    }

    /** Reads a version; empty if the text is none. {@code 0.0.x} is read as a semantic version, which means the same. */
    public static Optional<InterfaceVersion> read(String text) {
        int plus = text.indexOf('+');
        String precedence = plus < 0 ? text : text.substring(0, plus);
        int hyphen = precedence.indexOf('-');
        String release = hyphen < 0 ? precedence : precedence.substring(0, hyphen);
        String preRelease = hyphen < 0 ? "" : precedence.substring(hyphen + 1);
        List<String> core = List.of(release.split("\\.", -1));
        for (String number : core) {
            if (!isWithoutLeadingZero(number)) {
                return Optional.empty();
            }
        }
        if (core.size() < 3) {
            boolean zero = core.get(0).equals("0");
            boolean canonical = release.equals(text)
                    && (core.size() == 1 ? !zero : zero && !core.get(1).equals("0"));
            return canonical ? Optional.of(new InterfaceVersion(text, core, "")) : Optional.empty();
        }
        boolean valid = core.size() == 3
                && (hyphen < 0 || areIdentifiers(preRelease, true))
                && (plus < 0 || areIdentifiers(text.substring(plus + 1), false));
        return valid ? Optional.of(new InterfaceVersion(text, core, preRelease)) : Optional.empty();
    }

    /** Whether they are identifiers joined by dots; in a pre-release, numbers must not begin with a zero. */
    private static boolean areIdentifiers(String text, boolean preRelease) {
        for (String part : text.split("\\.", -1)) {
            if (!IDENTIFIER.matcher(part).matches() || preRelease && isNumber(part) && !isWithoutLeadingZero(part)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a canonical version, such as {@code 1} or {@code 0.2}, that names no patch. */
    public boolean isCanonical() {
        return core.size() < 3;
    }

    /**
     * Whether it is written as a canonical version can be: {@code 1}, {@code 0.2}, {@code 0.0.1} or {@code 0.0.0}. The
     * last two are semantic versions as well.
     */
    public boolean hasCanonicalForm() {
        return isCanonical()
                || text.equals(String.join(".", core))
                        && core.get(0).equals("0")
                        && core.get(1).equals("0");
    }

    /** The canonical version of its track: {@code 0.2.6-rc.1} gives {@code 0.2}, {@code 0.0.1} itself. */
    public String track() {
        if (!core.get(0).equals("0")) {
            return core.get(0);
        }
        if (!core.get(1).equals("0")) {
            return "0." + core.get(1);
        }
        return "0.0." + core.get(2);
    }

    /**
     * Whether what is provided in version {@code provided} may serve a need for this version: the very same text; or
     * both releases on one track; or one is canonical and the other a release on its track. Pre-releases and
     * {@code 0.0.x} match only themselves. The relation is symmetric.
     */
    public boolean matches(InterfaceVersion provided) {
        if (text.equals(provided.text)) {
            return true;
        }
        return preRelease.isEmpty()
                && provided.preRelease.isEmpty()
                && !track().startsWith("0.0.")
                && track().equals(provided.track());
    }

    /** By the precedence of Semantic Versioning; a canonical version precedes every version of its track. */
    @Override
    public int compareTo(InterfaceVersion other) {
        for (int i = 0; i < 3; i++) {
            boolean written = i < core.size();
            boolean otherWritten = i < other.core.size();
            if (!written || !otherWritten) {
                return written == otherWritten ? text.compareTo(other.text) : written ? 1 : -1;
            }
            int order = compareNumbers(core.get(i), other.core.get(i));
            if (order != 0) {
                return order;
            }
        }
        int order = comparePreReleases(preRelease, other.preRelease);
        return order != 0 ? order : text.compareTo(other.text);
    }

    private static int compareNumbers(String one, String two) {
        return Comparator.comparingInt(String::length)
                .thenComparing(Comparator.naturalOrder())
                .compare(one, two);
    }

    private static int comparePreReleases(String one, String two) {
        if (one.isEmpty() || two.isEmpty()) {
            return Boolean.compare(one.isEmpty(), two.isEmpty());
        }
        String[] ones = one.split("\\.");
        String[] twos = two.split("\\.");
        for (int i = 0; i < Math.min(ones.length, twos.length); i++) {
            boolean number = isNumber(ones[i]);
            int order = number && isNumber(twos[i])
                    ? compareNumbers(ones[i], twos[i])
                    : number != isNumber(twos[i]) ? (number ? -1 : 1) : ones[i].compareTo(twos[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(ones.length, twos.length);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isWithoutLeadingZero(String text) {
        return isNumber(text) && (text.length() == 1 || text.charAt(0) != '0');
    }

    /** The version as written. */
    @Override
    public String toString() {
        return text;
    }
}
