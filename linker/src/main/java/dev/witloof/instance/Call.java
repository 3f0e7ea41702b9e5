package dev.witloof.instance;

import dev.witloof.name.ImportRef;
import java.util.Optional;

/**
 * Which import the guest is calling, and which of its functions.
 *
 * @param importRef the import, with its name, what it implements and its external-id
 * @param function the function's name, such as {@code [method]bucket.get}; of a function import its own name
 * @param member the member of a composition whose import it is; empty where a component stands alone
 */
public record Call(ImportRef importRef, String function, Optional<String> member) {

    private static final String RESOURCE_DROP = "[resource-drop]";

    /** The drop of the last handle to an object of a resource, whose name {@code resource} has: seen as a call. */
    public static Call resourceDrop(Call resource) {
        return new Call(resource.importRef(), RESOURCE_DROP + resource.function(), resource.member());
    }

    /** Whether it is the drop of a resource. */
    public boolean isResourceDrop() {
        return function.startsWith(RESOURCE_DROP);
    }

    /** A call of a component that stands alone. */
    public Call(ImportRef importRef, String function) {
        this(importRef, function, Optional.empty());
    }

    /** {@code "cache" [method]bucket.get}, or {@code "log"} for a function import; of a member {@code "log" of shop}. */
    @Override
    public String toString() {
        String name = "\"" + importRef.name() + "\"";
        String called = function.equals(importRef.name()) ? name : name + " " + function;
        return called + member.map(each -> " of " + each).orElse("");
    }
}
