package dev.witloof.testkit.contract;

import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a component imports the store. */
enum Use {
    UNNAMED(null),
    NAMED("contract"),
    /** Named as one of the buckets is. */
    NAMED_MAIN("main");

    private final @Nullable String label;

    Use(@Nullable String label) {
        this.label = label;
    }

    /** An import of this interface. */
    ImportRef importOf(String interfaceName) {
        return label == null
                ? new ImportRef(
                        interfaceName,
                        "instance",
                        new NameAttributes(Optional.empty(), Optional.empty(), Optional.empty()))
                : new ImportRef(
                        label,
                        "instance",
                        new NameAttributes(Optional.of(interfaceName), Optional.empty(), Optional.empty()));
    }

    @Override
    public String toString() {
        return label == null ? "unnamed" : "named \"" + label + "\"";
    }
}
