package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One binding as it was declared; a binding of several names is several declarations with one target. It has a name, an
 * external-id, both, an interface, or nothing (all interfaces that its backend offers).
 */
final class Declaration {

    private final Optional<String> name;
    private final Optional<String> externalId;
    private final Optional<InterfaceName> interfaceName;
    private final List<InterfaceName> implementing;
    private final boolean optional;
    private final boolean orExport;
    private final Place place;
    private final Target target;
    private final List<Wrapper> wrappers;
    private final String declaredWith;

    /**
     * A declaration.
     *
     * @param implementing where not empty, it is only for imports that implement one of these
     * @param orExport whether it chooses an export where no import takes it
     * @param wrappers what stands around its functions, outermost first
     */
    Declaration(
            Optional<String> name,
            Optional<String> externalId,
            Optional<InterfaceName> interfaceName,
            List<InterfaceName> implementing,
            boolean optional,
            boolean orExport,
            Place place,
            Target target,
            String declaredWith,
            List<Wrapper> wrappers) {
        this.name = name;
        this.externalId = externalId;
        this.interfaceName = interfaceName;
        this.implementing = List.copyOf(implementing);
        this.optional = optional;
        this.orExport = orExport;
        this.place = place;
        this.target = target;
        this.wrappers = List.copyOf(wrappers);
        this.declaredWith = declaredWith;
    }

    /** What of it goes into the digest of the configuration, but for its target. */
    List<String> declared() {
        List<String> parts = new ArrayList<>(List.of(
                step().words(),
                String.valueOf(name),
                String.valueOf(externalId),
                String.valueOf(interfaceName),
                String.valueOf(optional),
                declaredWith));
        implementing.forEach(each -> parts.add("implementing " + each));
        if (orExport) {
            parts.add("or export");
        }
        wrappers.forEach(each -> parts.add("wrapped in " + each.description()));
        return parts;
    }

    /** The step on which it answers. */
    Step step() {
        if (name.isPresent()) {
            return externalId.isPresent() ? Step.NAME_AND_EXTERNAL_ID : Step.NAME;
        }
        return externalId.isPresent() ? Step.EXTERNAL_ID : Step.INTERFACE;
    }

    Optional<String> name() {
        return name;
    }

    Optional<String> externalId() {
        return externalId;
    }

    /** The interface; empty where it is for a name or external-id, or for all that the backend offers. */
    Optional<InterfaceName> interfaceName() {
        return interfaceName;
    }

    /** The interfaces of which an import for this name or external-id must implement one; empty where any may. */
    List<InterfaceName> implementing() {
        return implementing;
    }

    /** Whether the import implements what this asks for. */
    boolean isImplementedBy(ImportRef ref) {
        return isImplementedBy(ref.interfaceName());
    }

    /** Whether what is asked for is this interface. */
    boolean isImplementedBy(Optional<InterfaceName> implemented) {
        return implementing.isEmpty()
                || implemented
                        .filter(wanted -> implementing.stream().anyMatch(wanted::matches))
                        .isPresent();
    }

    boolean isOptional() {
        return optional;
    }

    /** Whether it chooses an export where no import takes it. */
    boolean isOrExport() {
        return orExport;
    }

    /** Where it was declared: {@code ShopApp.java:31}. */
    Place place() {
        return place;
    }

    Target target() {
        return target;
    }

    /** What stands around its functions, outermost first. */
    List<Wrapper> wrappers() {
        return wrappers;
    }

    /** As it was written: {@code bind("cache").withExternalId("eu")}. */
    String written() {
        return place.form().written(name.map(List::of).orElse(List.of()), externalId, interfaceName);
    }

    /** {@code bind("cache") (ShopApp.java:31, in-memory key-value)}. */
    String candidate() {
        return written() + " " + source();
    }

    /** The same as data, with the reason why it lost. */
    Problem.Candidate candidate(String reason) {
        return new Problem.Candidate(written(), place.text(), target.description(), reason);
    }

    /** {@code (ShopApp.java:31, in-memory key-value)}. */
    String source() {
        return "(" + place + ", " + target.description() + ")";
    }
}
