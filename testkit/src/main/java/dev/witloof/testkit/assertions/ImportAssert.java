package dev.witloof.testkit.assertions;

import dev.witloof.name.ImportRef;

/** Assertions on one named import of a component. */
public final class ImportAssert {

    private final ComponentAssert component;
    private final ImportRef ref;

    ImportAssert(ComponentAssert component, ImportRef ref) {
        this.component = component;
        this.ref = ref;
    }

    /** It implements this interface, in just this version. */
    public ImportAssert implementing(String interfaceName) {
        component.check(
                ref.implementsName()
                        .filter(each -> each.toString().equals(interfaceName))
                        .isPresent(),
                ref,
                "to implement " + interfaceName,
                ref.implementsName());
        return this;
    }

    /** It has this external-id. */
    public ImportAssert withExternalId(String id) {
        component.check(
                ref.externalId().filter(id::equals).isPresent(), ref, "external-id \"" + id + "\"", ref.externalId());
        return this;
    }

    /** It has no external-id. */
    public ImportAssert withoutExternalId() {
        component.check(ref.externalId().isEmpty(), ref, "no external-id", ref.externalId());
        return this;
    }

    /** Goes on with the component. */
    public ComponentAssert and() {
        return component;
    }
}
