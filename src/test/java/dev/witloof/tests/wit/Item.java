package dev.witloof.tests.wit;

import dev.witloof.wit.Stability;
import dev.witloof.wit.TypeDef;
import dev.witloof.wit.WitInterface;
import dev.witloof.wit.WitPackage;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has documentation.
 *
 * @param name an interface's or world's full name; for what is within an interface, followed by its own name
 * @param docs its documentation
 * @param gates its gates; unstated where there can be none
 */
record Item(String name, Optional<String> docs, Stability gates) {

    /** The package and all that it defines; not what a {@code use} brings in, which is documented where it is defined. */
    static Stream<Item> ofPackage(WitPackage pkg) {
        return Stream.concat(
                Stream.of(new Item(pkg.toString(), pkg.docs(), Stability.UNSTATED)),
                Stream.concat(worlds(pkg), pkg.interfaces().stream().flatMap(Item::ofInterface)));
    }

    private static Stream<Item> ofInterface(WitInterface wit) {
        Stream<Item> types = wit.types().stream()
                .filter(type -> !Members.isUsed(type))
                .flatMap(type -> Stream.concat(Stream.of(ofType(wit, type)), ofMembers(wit, type)));
        return Stream.of(Stream.of(itself(wit)), types, functions(wit)).flatMap(items -> items);
    }

    private static Stream<Item> ofMembers(WitInterface wit, TypeDef type) {
        return Members.of(type).stream()
                .map(member -> new Item(
                        wit.owner() + " " + type.name() + "." + member.name(), member.docs(), Stability.UNSTATED));
    }

    /** What can have a gate: interfaces, worlds, types (those that a {@code use} brings in as well) and functions. */
    static Stream<Item> gatedOfPackage(WitPackage pkg) {
        return Stream.concat(
                worlds(pkg),
                pkg.interfaces().stream()
                        .flatMap(wit -> Stream.of(
                                        Stream.of(itself(wit)),
                                        wit.types().stream().map(type -> ofType(wit, type)),
                                        functions(wit))
                                .flatMap(items -> items)));
    }

    private static Stream<Item> worlds(WitPackage pkg) {
        return pkg.worlds().stream()
                .map(world -> new Item(world.fullName().toString(), world.docs(), world.stability()));
    }

    private static Item itself(WitInterface wit) {
        return new Item(wit.owner().toString(), wit.docs(), wit.stability());
    }

    private static Item ofType(WitInterface wit, TypeDef type) {
        return new Item(wit.owner() + " " + type.name(), type.docs(), type.stability());
    }

    private static Stream<Item> functions(WitInterface wit) {
        return wit.functions().stream()
                .map(function -> new Item(wit.owner() + " " + function.name(), function.docs(), function.stability()));
    }
}
