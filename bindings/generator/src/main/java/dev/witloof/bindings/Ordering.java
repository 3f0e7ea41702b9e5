package dev.witloof.bindings;

import dev.witloof.wit.SourceSpan;
import dev.witloof.wit.Stability;
import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitInterface;
import dev.witloof.wit.WitType;
import dev.witloof.wit.WitWorld;
import dev.witloof.wit.WorldItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands in which file, and in which order: functions in WIT's, types by their names, because encoders put them into an order
 * of their own. The second pass.
 */
final class Ordering {

    private final GeneratorSettings settings;
    private final Choosing.Chosen chosen;
    private final Set<WitType.Named> errors = new LinkedHashSet<>();

    private Ordering(Choosing.Chosen chosen, GeneratorSettings settings) {
        this.settings = settings;
        this.chosen = chosen;
    }

    /**
     * The layouts of all files.
     *
     * @param interfaces of those that are written
     * @param provided of those that are there already
     * @param worlds of the worlds
     */
    record Ordered(List<Layout> interfaces, List<Layout> provided, List<WorldLayout> worlds) {}

    static Ordered order(Choosing.Chosen chosen, GeneratorSettings settings) {
        return new Ordering(chosen, settings).ordered();
    }

    private Ordered ordered() {
        functions().flatMap(f -> References.namedError(f).stream()).forEach(errors::add);
        List<Layout> written = new ArrayList<>();
        List<Layout> provided = new ArrayList<>();
        for (WitInterface i : chosen.interfaces()) {
            (isProvided(i.owner()) ? provided : written).add(layout(i));
        }
        return new Ordered(
                written, provided, chosen.worlds().stream().map(this::layout).toList());
    }

    private Stream<WitFunction> functions() {
        Stream<WitFunction> ofWorlds = chosen.worlds().stream()
                .flatMap(References::itemsOf)
                .flatMap(item -> item instanceof WorldItem.OfFunction f
                        ? Stream.of(f.function())
                        : item instanceof WorldItem.OfInterface i ? i.type().functions().stream() : Stream.empty());
        return Stream.concat(chosen.interfaces().stream().flatMap(i -> i.functions().stream()), ofWorlds);
    }

    private boolean isProvided(TypeOwner owner) {
        return owner instanceof TypeOwner.OfInterface named && settings.isProvided(named.name());
    }

    private Layout layout(WitInterface i) {
        return layout(i.owner(), i.functions(), i.types(), i.functions(), i.docs(), i.stability(), i.span());
    }

    private Layout layout(
            TypeOwner owner,
            List<WitFunction> functions,
            List<TypeDef> types,
            List<WitFunction> users,
            Optional<String> docs,
            Stability stability,
            Optional<SourceSpan> span) {
        Map<WitType.Named, List<WitFunction>> methods = new LinkedHashMap<>();
        List<WitFunction> free = new ArrayList<>();
        for (WitFunction function : functions) {
            if (function.kind() == WitFunction.Kind.METHOD) {
                methods.computeIfAbsent(function.resource().orElseThrow(), r -> new ArrayList<>())
                        .add(function);
            } else {
                free.add(function);
            }
        }
        Set<WitType.Named> exceptions = new LinkedHashSet<>();
        types.stream()
                .map(TypeDef::reference)
                .filter(errors(owner)::contains)
                .sorted(Comparator.comparing(WitType.Named::name))
                .forEach(exceptions::add);
        if (!isProvided(owner)) {
            users.stream()
                    .flatMap(function -> References.namedError(function).stream())
                    .filter(error -> hasNoExceptionThere(owner, error))
                    .forEach(exceptions::add);
        }
        List<TypeDef> sorted =
                types.stream().sorted(Comparator.comparing(TypeDef::name)).toList();
        return new Layout(owner, free, sorted, methods, exceptions, docs, stability, span);
    }

    /** Of a provided interface only what its own functions fail with has an exception: the others' need was not known. */
    private Set<WitType.Named> errors(TypeOwner owner) {
        if (!isProvided(owner)) {
            return errors;
        }
        Set<WitType.Named> own = new LinkedHashSet<>();
        chosen.interfaces().stream()
                .filter(i -> i.owner().equals(owner))
                .flatMap(i -> i.functions().stream())
                .flatMap(f -> References.namedError(f).stream())
                .forEach(own::add);
        return own;
    }

    private boolean hasNoExceptionThere(TypeOwner user, WitType.Named error) {
        return !error.owner().equals(user)
                && isProvided(error.owner())
                && !errors(error.owner()).contains(error);
    }

    private WorldLayout layout(WitWorld world) {
        List<TypeDef> types = new ArrayList<>();
        List<WorldItem> imports = new ArrayList<>();
        List<WorldItem.OfInterface> exports = new ArrayList<>();
        List<WitFunction> functions = new ArrayList<>();
        List<WitFunction> users = new ArrayList<>();
        Map<WorldItem.OfInterface, Layout> inline = new LinkedHashMap<>();
        for (WorldItem item : world.imports()) {
            if (item instanceof WorldItem.OfType type) {
                types.add(type.type());
            } else if (item instanceof WorldItem.OfFunction function) {
                imports.add(item);
                users.add(function.function());
            } else if (item instanceof WorldItem.OfInterface i) {
                if (isToBeBound(i)) {
                    imports.add(i);
                }
                addInline(i, inline);
            }
        }
        for (WorldItem item : world.exports()) {
            if (item instanceof WorldItem.OfType type) {
                types.add(type.type());
            } else if (item instanceof WorldItem.OfFunction function) {
                functions.add(function.function());
                users.add(function.function());
            } else if (item instanceof WorldItem.OfInterface i) {
                exports.add(i);
                addInline(i, inline);
            }
        }
        TypeOwner owner = new TypeOwner.OfWorld(world.fullName());
        Layout own = layout(owner, List.of(), types, users, Optional.empty(), world.stability(), world.span());
        return new WorldLayout(world, own, imports, exports, functions, inline);
    }

    private void addInline(WorldItem.OfInterface item, Map<WorldItem.OfInterface, Layout> inline) {
        if (!(item.type().owner() instanceof TypeOwner.OfInterface)) {
            inline.put(item, layout(item.type()));
        }
    }

    /** An interface of nothing but value types is said by its types alone; nothing serves it. */
    private static boolean isToBeBound(WorldItem.OfInterface item) {
        return !item.type().functions().isEmpty()
                || item.type().types().stream().anyMatch(type -> type.kind() instanceof TypeKind.Resource);
    }
}
