package dev.witloof.link;

import dev.witloof.name.InterfaceName;
import java.util.List;
import java.util.Optional;

/**
 * One binding as it was declared; a binding of several names is several declarations with one target. It has a name, an
 * external-id, both, an interface, or nothing (all interfaces that its backend offers).
 */
final class Declaration {

    private final Step step;
    private final Optional<String> name;
    private final Optional<String> externalId;
    private final Optional<InterfaceName> interfaceName;
    private final boolean optional;
    private final String place;
    private final Target target;
    private final String declaredWith;

    private Declaration(
            Step step,
            Optional<String> name,
            Optional<String> externalId,
            Optional<InterfaceName> interfaceName,
            boolean optional,
            String place,
            Target target,
            String declaredWith) {
        this.step = step;
        this.name = name;
        this.externalId = externalId;
        this.interfaceName = interfaceName;
        this.optional = optional;
        this.place = place;
        this.target = target;
        this.declaredWith = declaredWith;
    }

    static Declaration ofName(String name, Optional<String> externalId, boolean optional, String place, Target target) {
        Step step = externalId.isPresent() ? Step.NAME_AND_EXTERNAL_ID : Step.NAME;
        return new Declaration(step, Optional.of(name), externalId, Optional.empty(), optional, place, target, "");
    }

    static Declaration ofExternalId(String externalId, boolean optional, String place, Target target) {
        return new Declaration(
                Step.EXTERNAL_ID,
                Optional.empty(),
                Optional.of(externalId),
                Optional.empty(),
                optional,
                place,
                target,
                "");
    }

    static Declaration ofInterface(InterfaceName name, boolean optional, String place, Target target) {
        return new Declaration(
                Step.INTERFACE, Optional.empty(), Optional.empty(), Optional.of(name), optional, place, target, "");
    }

    static Declaration ofAll(String place, Target.OfBackend target) {
        return new Declaration(
                Step.INTERFACE, Optional.empty(), Optional.empty(), Optional.empty(), false, place, target, "");
    }

    /** The same with the text that it was declared with. */
    Declaration with(String text) {
        return new Declaration(step, name, externalId, interfaceName, optional, place, target, text);
    }

    /** What of it goes into the digest of the configuration, but for its target. */
    List<String> declared() {
        return List.of(
                step.words(),
                String.valueOf(name),
                String.valueOf(externalId),
                String.valueOf(interfaceName),
                String.valueOf(optional),
                declaredWith);
    }

    /** The step on which it answers. */
    Step step() {
        return step;
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

    boolean isOptional() {
        return optional;
    }

    /** Where it was declared: {@code ShopApp.java:31}. */
    String place() {
        return place;
    }

    Target target() {
        return target;
    }

    /** As it was written: {@code bind("cache").withExternalId("eu")}. */
    String written() {
        if (name.isPresent()) {
            return "bind(" + Text.quoted(name.get()) + ")"
                    + externalId
                            .map(id -> ".withExternalId(" + Text.quoted(id) + ")")
                            .orElse("");
        }
        if (externalId.isPresent()) {
            return "bindExternalId(" + Text.quoted(externalId.get()) + ")";
        }
        return interfaceName.map(i -> "bindInterface(\"" + i + "\")").orElse("bindAll(…)");
    }

    /** {@code bind("cache") (ShopApp.java:31, in-memory key-value)}. */
    String candidate() {
        return written() + " " + source();
    }

    /** {@code (ShopApp.java:31, in-memory key-value)}. */
    String source() {
        return "(" + place + ", " + target.description() + ")";
    }
}
