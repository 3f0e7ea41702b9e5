package dev.witloof.link;

import dev.witloof.instance.Component;
import dev.witloof.name.ExportRef;
import dev.witloof.name.ImportRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a component or a composition asks of the linker: all that planning looks at.
 *
 * @param name the component's name
 * @param sha256 the digest of its bytes, 64 hexadecimal digits
 * @param imports its imports in order
 * @param unsupported what it uses that cannot run here
 * @param exports its exports in order; of a composition those of all members
 * @param members the members of a composition, in the order in which they are instantiated; empty where a component stands alone
 */
record Needs(
        String name,
        String sha256,
        List<Need> imports,
        List<String> unsupported,
        List<ExportRef> exports,
        List<Member> members) {

    Needs {
        imports = List.copyOf(imports);
        unsupported = List.copyOf(unsupported);
        exports = List.copyOf(exports);
        members = List.copyOf(members);
    }

    /**
     * A member of a composition.
     *
     * @param name its name
     * @param component its component's name
     * @param sha256 the digest of the component's bytes
     */
    record Member(String name, String component, String sha256) {

        /** {@code shop: shop.wasm (sha256 ab12cd34…)}. */
        String line() {
            return name + ": " + Text.component(component, sha256);
        }

        void toJson(JsonWriter json) {
            json.open('{')
                    .member("name", name)
                    .member("component", component)
                    .member("sha256", sha256)
                    .close('}');
        }
    }

    /** Adds the members of a composition to an object. */
    void writeMembers(JsonWriter json) {
        if (!members.isEmpty()) {
            json.name("members").open('[');
            members.forEach(member -> member.toJson(json));
            json.close(']');
        }
    }

    /** A component that stands alone and exports nothing. */
    Needs(String name, String sha256, List<Need> imports, List<String> unsupported) {
        this(name, sha256, imports, unsupported, List.of(), List.of());
    }

    static Needs of(Component component) {
        List<ImportRef> refs = component.imports();
        List<Need> imports = new ArrayList<>(refs.size());
        for (int i = 0; i < refs.size(); i++) {
            imports.add(new Need(
                    refs.get(i),
                    component.type().imports().get(i).type(),
                    Optional.empty(),
                    component.importedInterfaces()));
        }
        return new Needs(
                component.name(), component.sha256(), imports, component.unsupported(), component.exports(), List.of());
    }

    /** {@code shop.wasm (sha256 ab12cd34…)}. */
    String title() {
        return Text.component(name, sha256);
    }

    /** The members of a composition, a line each with a line break before it. */
    String memberLines() {
        return members.stream().map(member -> "\n  " + member.line()).collect(Collectors.joining());
    }
}
