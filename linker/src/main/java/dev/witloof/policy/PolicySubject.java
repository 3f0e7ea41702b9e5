package dev.witloof.policy;

import dev.witloof.name.ImportRef;
import dev.witloof.name.Printable;
import java.util.Optional;

/**
 * What a policy decides about: an import of a component and what serves it.
 *
 * @param component what messages call the component
 * @param sha256 the digest of the component's bytes, 64 hexadecimal digits
 * @param importRef the import
 * @param member the member of a composition whose import it is; empty where the component stands alone
 * @param backend what serves the import, as plans print it
 */
public record PolicySubject(
        String component, String sha256, ImportRef importRef, Optional<String> member, String backend) {

    /** {@code shop.wasm (sha256 ab12cd34…): import "cache"}, bound to its backend; safe to print. */
    @Override
    public String toString() {
        return where("") + ", bound to " + backend;
    }

    /** The same about one function; empty for the import as a whole. */
    String where(String function) {
        String name = importRef.name();
        return Printable.plain(component) + " (sha256 " + sha256.substring(0, Math.min(8, sha256.length()))
                + "…): import "
                + Printable.quoted(name)
                + (function.isEmpty() || function.equals(name) ? "" : " " + Printable.plain(function))
                + member.map(each -> " of " + each).orElse("");
    }
}
