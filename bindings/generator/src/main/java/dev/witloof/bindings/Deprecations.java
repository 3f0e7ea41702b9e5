package dev.witloof.bindings;

import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitType;
import dev.witloof.wit.WorldItem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is deprecated, so that files which use it compile without a warning. */
final class Deprecations {

    private final Set<TypeOwner> interfaces = new HashSet<>();
    private final Set<WitType.Named> types = new HashSet<>();
    private boolean ofFunctions;

    private Deprecations() {}

    static Deprecations of(Ordering.Ordered ordered) {
        Deprecations found = new Deprecations();
        Stream.concat(ordered.provided().stream(), ordered.interfaces().stream())
                .forEach(found::add);
        ordered.worlds().forEach(world -> {
            found.add(world.types());
            world.inline().values().forEach(found::add);
            found.ofFunctions |= References.itemsOf(world.world())
                    .anyMatch(item -> item.stability().deprecated().isPresent());
        });
        return found;
    }

    /** Whether nothing is deprecated at all. */
    boolean isEmpty() {
        return interfaces.isEmpty() && types.isEmpty() && !ofFunctions;
    }

    private void add(Layout layout) {
        ofFunctions |= Stream.concat(
                        layout.functions().stream(),
                        layout.methods().values().stream().flatMap(List::stream))
                .anyMatch(function -> function.stability().deprecated().isPresent());
        // A world is no type in Java, so that its types are not deprecated with it.
        if (layout.stability().deprecated().isPresent() && !(layout.owner() instanceof TypeOwner.OfWorld)) {
            interfaces.add(layout.owner());
        }
        layout.types().stream()
                .filter(type -> type.stability().deprecated().isPresent())
                .forEach(type -> types.add(type.reference()));
    }

    /** Whether it uses something deprecated that stands in another file. */
    boolean usedBy(Layout layout) {
        Stream<WitType.Named> ofTypes = layout.types().stream().flatMap(References::ofType);
        Stream<WitType.Named> ofFunctions = Stream.concat(
                        layout.functions().stream(),
                        layout.methods().values().stream().flatMap(List::stream))
                .flatMap(References::ofFunction);
        return Stream.concat(ofTypes, ofFunctions)
                .filter(used -> !used.owner().equals(layout.owner()))
                .anyMatch(used -> types.contains(used) || interfaces.contains(used.owner()));
    }

    boolean usedBy(WorldLayout world) {
        return usedBy(world.types())
                || world.inline().values().stream().anyMatch(this::usedBy)
                || References.ofWorld(world.world()).anyMatch(interfaces::contains)
                || References.itemsOf(world.world())
                        .filter(WorldItem.OfFunction.class::isInstance)
                        .flatMap(item -> References.ofFunction(((WorldItem.OfFunction) item).function()))
                        .anyMatch(types::contains);
    }
}
