package dev.witloof.testkit.assertions;

import dev.witloof.instance.Component;
import dev.witloof.name.ExportRef;
import dev.witloof.name.ImportRef;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a component. */
public final class ComponentAssert extends AbstractAssert<ComponentAssert, Component> {

    ComponentAssert(Component component) {
        super(component, ComponentAssert.class);
    }

    /** It has an import of this plain name; what follows is about that. */
    public ImportAssert importsNamed(String name) {
        return imported(name)
                .filter(ImportRef::isNamed)
                .map(ref -> new ImportAssert(this, ref))
                .orElseThrow(() -> missing("an import named", name));
    }

    /** It has an unnamed import of this interface. */
    public ComponentAssert importsInterface(String interfaceName) {
        if (imported(interfaceName).filter(ref -> !ref.isNamed()).isEmpty()) {
            throw missing("an unnamed import of", interfaceName);
        }
        return this;
    }

    /** It has no import of this name, plain or an interface's. */
    public ComponentAssert doesNotImport(String name) {
        if (imported(name).isPresent()) {
            throw failure("%s: expected no import \"%s\", found one", actual, name);
        }
        return this;
    }

    /** It has an export of this name. */
    public ComponentAssert exports(String name) {
        isNotNull();
        if (actual.exports().stream().map(ExportRef::name).noneMatch(name::equals)) {
            throw failure(
                    "%s: expected an export \"%s\", found %s",
                    actual, name, actual.exports().stream().map(ExportRef::name).toList());
        }
        return this;
    }

    private Optional<ImportRef> imported(String name) {
        isNotNull();
        return actual.imports().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private AssertionError missing(String what, String name) {
        return failure(
                "%s: expected %s \"%s\", found %s",
                actual,
                what,
                name,
                actual.imports().stream().map(ImportRef::name).toList());
    }

    void check(boolean fits, ImportRef ref, String expected, Optional<?> found) {
        if (!fits) {
            throw failure(
                    "%s: import \"%s\": expected %s, found %s",
                    actual, ref.name(), expected, found.isPresent() ? found.get() : "none");
        }
    }
}
