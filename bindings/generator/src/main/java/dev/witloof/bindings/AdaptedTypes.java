package dev.witloof.bindings;

import com.palantir.javapoet.ClassName;
import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WorldItem;
import java.util.ArrayList;
import java.util.List;

/** For which Java interfaces adapters are written: those that have functions, and those of resources. */
final class AdaptedTypes {

    private final Names names;
    private final List<Source> sources = new ArrayList<>();

    private AdaptedTypes(Names names) {
        this.names = names;
    }

    /**
     * An interface with what its file says of its source.
     *
     * @param wit from which WIT it is
     * @param declarations what that declares
     */
    record Source(Adapted adapted, String wit, String declarations) {}

    static List<Source> of(Ordering.Ordered ordered, Names names) {
        AdaptedTypes types = new AdaptedTypes(names);
        ordered.interfaces().forEach(layout -> types.add(layout, layout.owner().toString(), Declarations.of(layout)));
        ordered.worlds().forEach(types::add);
        return types.sources;
    }

    private void add(Layout layout, String wit, String declarations) {
        List<TypeDef> resources = layout.types().stream()
                .filter(type -> type.kind() instanceof TypeKind.Resource)
                .toList();
        if (!layout.functions().isEmpty() || !resources.isEmpty()) {
            ClassName type = names.interfaces().get(layout.owner());
            sources.add(new Source(
                    new Adapted(type, layout.owner(), layout.functions(), List.of(), false), wit, declarations));
        }
        for (TypeDef resource : resources) {
            ClassName type = names.type(resource.reference());
            sources.add(new Source(
                    new Adapted(type, layout.owner(), layout.methodsOf(resource), List.of(), true), wit, declarations));
        }
    }

    private void add(WorldLayout world) {
        String wit = "world " + world.world().fullName();
        String declarations = Declarations.of(world);
        TypeOwner owner = new TypeOwner.OfWorld(world.world().fullName());
        world.inline().values().forEach(layout -> add(layout, wit, declarations));
        for (WorldItem item : world.imports()) {
            if (item instanceof WorldItem.OfFunction f) {
                ClassName type = names.functions().get(f.function());
                sources.add(new Source(
                        new Adapted(type, owner, List.of(f.function()), List.of(), false), wit, declarations));
            }
        }
        ClassName exports = names.exports().get(world.world().fullName());
        if (exports != null) {
            List<Adapted.Instance> instances = world.exports().stream()
                    .map(item -> new Adapted.Instance(
                            item.key(),
                            names.items().get(item),
                            names.interfaces().get(item.type().owner())))
                    .toList();
            sources.add(
                    new Source(new Adapted(exports, owner, world.functions(), instances, false), wit, declarations));
        }
    }
}
