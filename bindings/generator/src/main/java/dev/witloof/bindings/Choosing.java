package dev.witloof.bindings;

import dev.witloof.name.InterfaceName;
import dev.witloof.wit.SourceSpan;
import dev.witloof.wit.Stability;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitInterface;
import dev.witloof.wit.WitType;
import dev.witloof.wit.WitWorld;
import dev.witloof.wit.WorldItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is wanted, and all that this needs: the first pass. Unstable items whose feature is not wanted are left out. */
final class Choosing {

    private final Model model;
    private final GeneratorSettings settings;
    private final Problems problems;

    private Choosing(Model model, GeneratorSettings settings, Problems problems) {
        this.model = model;
        this.settings = settings;
        this.problems = problems;
    }

    /**
     * What was chosen.
     *
     * @param interfaces those that are written, and those that are provided, in the model's order
     * @param worlds the worlds that are written
     */
    record Chosen(List<WitInterface> interfaces, List<WitWorld> worlds) {}

    static Chosen choose(Model model, GeneratorSettings settings, Problems problems) {
        return new Choosing(model, settings, problems).chosen();
    }

    private Chosen chosen() {
        List<WitWorld> worlds = worlds().map(this::stable).toList();
        Deque<TypeOwner> wanted = new ArrayDeque<>();
        interfaces().forEach(i -> wanted.add(i.owner()));
        for (WitWorld world : worlds) {
            References.ofWorld(world).forEach(wanted::add);
        }
        Set<TypeOwner> found = new LinkedHashSet<>();
        while (!wanted.isEmpty()) {
            TypeOwner owner = wanted.remove();
            if (owner instanceof TypeOwner.OfInterface && found.add(owner)) {
                model.named(owner)
                        .map(this::stable)
                        .ifPresent(i -> References.ofInterface(i)
                                .map(WitType.Named::owner)
                                .forEach(wanted::add));
            }
        }
        List<WitInterface> chosen = model.interfaces().stream()
                .filter(i -> found.contains(i.owner()))
                .map(this::stable)
                .toList();
        requireDefinitions(chosen, worlds);
        return new Chosen(chosen, worlds);
    }

    private Stream<WitWorld> worlds() {
        Optional<String> wanted = settings.world().or(() -> model.root().map(InterfaceName::toString));
        if (wanted.isEmpty()) {
            return settings.interfaces().isEmpty()
                    ? model.worlds().stream()
                            .filter(world -> isMain(world.fullName()) && settings.wants(unstable(world.stability())))
                    : Stream.empty();
        }
        if (settings.world().isEmpty() && !settings.interfaces().isEmpty()) {
            return Stream.empty();
        }
        List<WitWorld> named = model.worlds().stream()
                .filter(world -> isCalled(world.fullName(), wanted.get()))
                .toList();
        if (named.isEmpty()) {
            problems.add(
                    Optional.empty(),
                    "world \"" + wanted.get() + "\"",
                    "expected one of "
                            + model.worlds().stream().map(WitWorld::fullName).toList() + ", found none");
        }
        return named.stream();
    }

    private boolean isMain(InterfaceName name) {
        return GeneratorSettings.packageOf(name).equals(model.mainPackage());
    }

    private boolean isCalled(InterfaceName name, String wanted) {
        return wanted.indexOf(':') < 0
                ? isMain(name) && name.projections().equals(List.of(wanted))
                : name.toString().equals(wanted) || name.unversioned().equals(wanted);
    }

    private Stream<WitInterface> interfaces() {
        if (settings.interfaces().isEmpty()) {
            return settings.world().isPresent() || model.root().isPresent()
                    ? Stream.empty()
                    : model.interfaces().stream()
                            .filter(i -> isMain(nameOf(i)) && settings.wants(unstable(i.stability())));
        }
        List<WitInterface> named = new ArrayList<>();
        for (String wanted : settings.interfaces()) {
            List<WitInterface> matching = model.interfaces().stream()
                    .filter(i -> isCalled(nameOf(i), wanted))
                    .toList();
            if (matching.isEmpty()) {
                problems.add(
                        Optional.empty(),
                        "interface \"" + wanted + "\"",
                        "expected one of "
                                + model.interfaces().stream()
                                        .map(WitInterface::owner)
                                        .toList() + ", found none");
            }
            named.addAll(matching);
        }
        return named.stream();
    }

    static InterfaceName nameOf(WitInterface i) {
        return ((TypeOwner.OfInterface) i.owner()).name();
    }

    private static Optional<String> unstable(Stability stability) {
        return stability.unstable();
    }

    private WitInterface stable(WitInterface i) {
        return new WitInterface(
                i.owner(),
                i.types().stream()
                        .filter(t -> settings.wants(t.stability().unstable()))
                        .toList(),
                i.functions().stream()
                        .filter(f -> settings.wants(f.stability().unstable()))
                        .toList(),
                i.docs(),
                i.stability(),
                i.span());
    }

    private WitWorld stable(WitWorld world) {
        return new WitWorld(
                world.fullName(),
                stable(world.imports()),
                stable(world.exports()),
                world.docs(),
                world.stability(),
                world.span());
    }

    private List<WorldItem> stable(List<WorldItem> items) {
        return items.stream()
                .filter(item -> settings.wants(item.stability().unstable()))
                .<WorldItem>map(item -> item instanceof WorldItem.OfInterface i
                        ? new WorldItem.OfInterface(
                                i.key(),
                                i.implementsName(),
                                stable(i.type()),
                                i.externalId(),
                                i.docs(),
                                i.stability(),
                                i.span())
                        : item)
                .toList();
    }

    /** What is used must be there: a type whose feature is not wanted, or that a function of such a resource needs. */
    private void requireDefinitions(List<WitInterface> interfaces, List<WitWorld> worlds) {
        Set<WitType.Named> defined = new LinkedHashSet<>();
        interfaces.forEach(i -> i.types().forEach(type -> defined.add(type.reference())));
        for (WitWorld world : worlds) {
            References.itemsOf(world).forEach(item -> {
                if (item instanceof WorldItem.OfType type) {
                    defined.add(type.type().reference());
                } else if (item instanceof WorldItem.OfInterface i) {
                    i.type().types().forEach(type -> defined.add(type.reference()));
                }
            });
        }
        for (WitInterface i : interfaces) {
            require(i, defined);
        }
        for (WitWorld world : worlds) {
            References.itemsOf(world).forEach(item -> {
                if (item instanceof WorldItem.OfInterface i && !(i.type().owner() instanceof TypeOwner.OfInterface)) {
                    require(i.type(), defined);
                } else if (item instanceof WorldItem.OfFunction f) {
                    require("world " + world.fullName(), f.function(), defined);
                }
            });
        }
    }

    private void require(WitInterface i, Set<WitType.Named> defined) {
        String where = i.owner().toString();
        i.types()
                .forEach(type -> References.ofType(type)
                        .forEach(
                                used -> require(where + ", type \"" + type.name() + "\"", type.span(), used, defined)));
        i.functions().forEach(function -> require(where, function, defined));
    }

    private void require(String where, WitFunction function, Set<WitType.Named> defined) {
        References.ofFunction(function)
                .forEach(used ->
                        require(where + ", function \"" + function.name() + "\"", function.span(), used, defined));
    }

    private void require(String where, Optional<SourceSpan> span, WitType.Named used, Set<WitType.Named> defined) {
        if (!defined.contains(used)) {
            problems.add(
                    span,
                    where,
                    "expected the type \"" + used.name() + "\" of " + used.owner()
                            + " to be there, found that it is not; it may be unstable and need its feature");
        }
    }
}
