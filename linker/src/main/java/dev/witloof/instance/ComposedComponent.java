package dev.witloof.instance;

import dev.witloof.error.UninstantiableException;
import dev.witloof.state.InstanceState;
import dev.witloof.type.ComponentType;
import dev.witloof.type.ExternDecl;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several components that are instantiated as one, in one store: later ones import what earlier ones export, and calls
 * between them are those of any component to one that it contains beside it. Immutable.
 */
public final class ComposedComponent {

    private final Component component;
    private final List<Member> members;
    private final Map<String, String> exporters;

    /**
     * One of them.
     *
     * @param name what the composition calls it
     * @param component the component
     */
    public record Member(String name, Component component) {}

    private ComposedComponent(Component component, List<Member> members, Map<String, String> exporters) {
        this.component = component;
        this.members = List.copyOf(members);
        this.exporters = Collections.unmodifiableMap(new LinkedHashMap<>(exporters));
    }

    /**
     * A composition. The caller has checked that its members fit.
     *
     * @param name what messages call it
     * @param sha256 a digest of all that it is made of, 64 hexadecimal digits
     * @param members in the order in which they are instantiated
     * @param imports what is left to import, in order
     * @param exporters by export of the composition, the name of the member whose export it is
     */
    public static ComposedComponent of(
            String name, String sha256, List<Member> members, List<ExternDecl> imports, Map<String, String> exporters) {
        List<ExternDecl> exports = new ArrayList<>();
        for (Member member : members) {
            for (ExternDecl export : member.component().type().exports()) {
                if (member.name().equals(exporters.get(export.name()))) {
                    exports.add(export);
                }
            }
        }
        return new ComposedComponent(
                Component.ofMembers(name, sha256, new ComponentType(imports, exports)), members, exporters);
    }

    /** What its instances are instances of: what is left to import, and what it exports. */
    public Component component() {
        return component;
    }

    /** Compiles and prepares its members. */
    public void prepare() {
        members.forEach(member -> member.component().prepare());
    }

    /**
     * Makes an instance of each member and of all together.
     *
     * @param store where they live; it has no other instances
     * @param imports what each import is given, by member and import
     * @throws UninstantiableException if one cannot be made; what the others own of backends is given back
     */
    public ComponentInstance instantiate(Store store, Map<String, Map<String, ImportValue>> imports) {
        try {
            return store.instantiating(component.name(), () -> instantiateAll(store, imports));
        } catch (RuntimeException | Error failure) {
            RuntimeException second = store.close();
            if (second != null) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
    }

    private ComponentInstance instantiateAll(Store store, Map<String, Map<String, ImportValue>> imports) {
        // The members stand in it as nested components would: after a trap nothing of the composition may be entered.
        InstanceState around = store.newState(null);
        Members made = Members.begin();
        for (Member member : members) {
            Members seen = made.seenBy(member.name());
            Map<String, ImportValue> given = imports.getOrDefault(member.name(), Map.of());
            String title = seen.title(member.component());
            try {
                ComponentInstance instance =
                        store.instantiating(title, () -> store.instantiate(member.component(), given, seen, around));
                made.instances().put(member.name(), instance);
            } catch (UninstantiableException e) {
                throw e.getMessage().startsWith(title)
                        ? e
                        : new UninstantiableException(title + ": " + e.getMessage(), e.getCause());
            }
        }
        Map<String, ComponentInstance> exported = new LinkedHashMap<>();
        exporters.forEach(
                (export, member) -> exported.put(export, made.instances().get(member)));
        return new ComponentInstance(store, component, exported);
    }
}
