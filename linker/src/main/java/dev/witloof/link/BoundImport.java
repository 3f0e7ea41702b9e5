package dev.witloof.link;

import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import java.util.List;
import java.util.Optional;

/**
 * One line of a plan: an import and what serves it.
 *
 * @param importRef the import
 * @param boundTo what serves it, as it describes itself
 * @param step the step by which it was found; empty where the import's type alone says what it is, so that nothing serves it
 * @param declaredAt where the binding, or the resolver, was declared, such as {@code ShopApp.java:31}
 * @param reason the resolver's reason, if it gave one
 * @param interfaceName the interface that serves it, where that is another version than the import's
 * @param member the member of a composition whose import it is; empty where a component stands alone
 * @param wrappers what stands around its functions, outermost first
 * @param denied the functions that a policy denies when they are called
 */
public record BoundImport(
        ImportRef importRef,
        String boundTo,
        Optional<Step> step,
        Optional<String> declaredAt,
        Optional<String> reason,
        Optional<InterfaceName> interfaceName,
        Optional<String> member,
        List<String> wrappers,
        List<DeniedFunction> denied) {

    /** Copies the lists. */
    public BoundImport {
        wrappers = List.copyOf(wrappers);
        denied = List.copyOf(denied);
    }

    /**
     * A function of an import that a policy denies.
     *
     * @param function the function, such as {@code [method]bucket.set}
     * @param declaredAt where the rule was declared, such as {@code bindings.yaml:12:5}
     */
    public record DeniedFunction(String function, String declaredAt) {

        /** {@code [method]bucket.set (bindings.yaml:12:5)}. */
        @Override
        public String toString() {
            return function + " (" + declaredAt + ")";
        }
    }

    /** What tells it from all others of its plan. */
    String key() {
        return member.map(name -> name + " ").orElse("") + importRef.name();
    }

    /** {@code import "cache"}, of a member {@code import "cache" of shop}. */
    String subject() {
        return "import " + Text.quoted(importRef.name())
                + member.map(name -> " of " + name).orElse("");
    }

    /** {@code in-memory key-value (ShopApp.java:31)}, of another version {@code redis as a:b/c@0.2.9 (ShopApp.java:31)}. */
    String servedBy() {
        return boundTo
                + interfaceName.map(name -> " as " + name).orElse("")
                + declaredAt.map(place -> " (" + place + ")").orElse("");
    }
}
