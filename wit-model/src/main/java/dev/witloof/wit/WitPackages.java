package dev.witloof.wit;

import dev.witloof.name.InterfaceName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was parsed or decoded: a package and all that it needs.
 *
 * @param packages every package, each after those that it needs
 * @param main the package that was asked for; of a component, one that holds its world
 * @param componentWorld the world of a component; empty if no component was decoded
 */
public record WitPackages(List<WitPackage> packages, WitPackage main, Optional<WitWorld> componentWorld) {

    /** Copies the packages. */
    public WitPackages {
        packages = List.copyOf(packages);
    }

    /**
     * A world.
     *
     * @param name its name in the main package, or its full name in any package
     * @throws IllegalArgumentException if there is none of this name
     */
    public WitWorld world(String name) {
        Stream<WitWorld> candidates = name.indexOf(':') < 0
                ? main.worlds().stream()
                : packages.stream().flatMap(pkg -> pkg.worlds().stream());
        return candidates
                .filter(world ->
                        world.name().equals(name) || world.fullName().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "world \"" + name + "\": expected one of " + names() + ", found none"));
    }

    private List<String> names() {
        return packages.stream()
                .flatMap(pkg -> pkg.worlds().stream())
                .map(world -> world.fullName().toString())
                .toList();
    }

    /** The interface of this full name, if a package here defines it. */
    public Optional<WitInterface> interfaceNamed(InterfaceName name) {
        TypeOwner owner = new TypeOwner.OfInterface(name);
        return packages.stream()
                .flatMap(pkg -> pkg.interfaces().stream())
                .filter(candidate -> candidate.owner().equals(owner))
                .findFirst();
    }

    /** The definition that a reference means, if it stands in a package here. */
    public Optional<TypeDef> definition(WitType.Named reference) {
        return packages.stream()
                .flatMap(WitPackages::types)
                .filter(type ->
                        type.name().equals(reference.name()) && type.owner().equals(reference.owner()))
                .findFirst();
    }

    private static Stream<TypeDef> types(WitPackage pkg) {
        Stream<TypeDef> ofWorlds = pkg.worlds().stream()
                .flatMap(world -> Stream.concat(world.imports().stream(), world.exports().stream()))
                .flatMap(item -> item.accept(TypesOfItem.INSTANCE));
        return Stream.concat(pkg.interfaces().stream().flatMap(i -> i.types().stream()), ofWorlds);
    }

    private enum TypesOfItem implements WorldItem.Visitor<Stream<TypeDef>> {
        INSTANCE;

        @Override
        public Stream<TypeDef> anInterface(WorldItem.OfInterface item) {
            return item.type().types().stream();
        }

        @Override
        public Stream<TypeDef> function(WorldItem.OfFunction item) {
            return Stream.empty();
        }

        @Override
        public Stream<TypeDef> type(WorldItem.OfType item) {
            return Stream.of(item.type());
        }
    }
}
