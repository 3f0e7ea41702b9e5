package dev.witloof.bindings;

import dev.witloof.error.InvalidException;
import dev.witloof.instance.Component;
import dev.witloof.name.ExportRef;
import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.PlainName;
import dev.witloof.type.ComponentType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.TypeBound;
import dev.witloof.wit.Stability;
import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitInterface;
import dev.witloof.wit.WitType;
import dev.witloof.wit.WitWorld;
import dev.witloof.wit.WorldItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The model of a component, from its own types: no documentation, no gates, no places. */
final class ComponentModel {

    /** What the world is called where nobody says it, as other tools do. */
    private static final String WORLD = "root:component/root";

    private final InterfaceName world;
    private final Problems problems;
    private final ComponentTypes types;
    private final Merging named;
    private final Map<String, WitType.Named> ofWorld = new HashMap<>();

    private ComponentModel(InterfaceName world, Problems problems) {
        this.world = world;
        this.problems = problems;
        this.types = new ComponentTypes(problems);
        this.named = new Merging(problems);
    }

    /**
     * Reads it.
     *
     * @param worldName what its world is to be called, if that is known
     */
    static Model read(Component component, Optional<String> worldName, Problems problems) {
        InterfaceName world;
        try {
            world = InterfaceName.parse(worldName.orElse(WORLD));
        } catch (InvalidException e) {
            problems.add(
                    Optional.empty(),
                    "world \"" + worldName.orElse(WORLD) + "\"",
                    "expected a full name such as acme:shop/shop@1.2.0, because a component does not know its world's,"
                            + " found none");
            world = InterfaceName.parse(WORLD);
        }
        return new ComponentModel(world, problems).model(component);
    }

    private Model model(Component component) {
        ComponentType type = component.type();
        List<WorldItem> imports = new ArrayList<>();
        List<WorldItem> exports = new ArrayList<>();
        for (int i = 0; i < type.imports().size(); i++) {
            ImportRef ref = component.imports().get(i);
            item(type.imports().get(i), ref.interfaceName(), false).ifPresent(imports::add);
        }
        for (int i = 0; i < type.exports().size(); i++) {
            ExportRef ref = component.exports().get(i);
            item(type.exports().get(i), ref.interfaceName(), true).ifPresent(exports::add);
        }
        WitWorld whole = new WitWorld(world, imports, exports, Optional.empty(), Stability.UNSTATED, Optional.empty());
        return new Model(GeneratorSettings.packageOf(world), named.interfaces(), List.of(whole), Optional.of(world));
    }

    private Optional<WorldItem> item(ExternDecl decl, Optional<InterfaceName> interfaceName, boolean exported) {
        String where = (exported ? "export \"" : "import \"") + decl.name() + "\"";
        if (decl.type() instanceof InstanceType instance) {
            return Optional.of(instance(decl, instance, interfaceName, exported, where));
        }
        if (decl.type() instanceof FuncType func) {
            return Optional.of(new WorldItem.OfFunction(function(decl, func, ofWorld, where)));
        }
        if (decl.type() instanceof TypeBound bound) {
            return type(decl.name(), new TypeOwner.OfWorld(world), bound, ofWorld, where)
                    .map(WorldItem.OfType::new);
        }
        refuse(where, decl);
        return Optional.empty();
    }

    private void refuse(String where, ExternDecl decl) {
        problems.add(
                Optional.empty(),
                where,
                "expected a function, an interface or a type, which Java can have, found a "
                        + decl.type().kind());
    }

    private WorldItem instance(
            ExternDecl decl,
            InstanceType instance,
            Optional<InterfaceName> interfaceName,
            boolean exported,
            String where) {
        TypeOwner owner = interfaceName
                .<TypeOwner>map(TypeOwner.OfInterface::new)
                .orElseGet(() -> new TypeOwner.OfInline(world, exported, decl.name()));
        Map<String, WitType.Named> local = new HashMap<>();
        List<TypeDef> definitions = new ArrayList<>();
        List<WitFunction> functions = new ArrayList<>();
        for (ExternDecl export : instance.exports()) {
            String inside = where + ", \"" + export.name() + "\"";
            if (export.type() instanceof TypeBound bound) {
                type(export.name(), owner, bound, local, inside).ifPresent(definitions::add);
            } else if (export.type() instanceof FuncType func) {
                functions.add(function(export, func, local, inside));
            } else {
                refuse(inside, export);
            }
        }
        WitInterface read =
                new WitInterface(owner, definitions, functions, Optional.empty(), Stability.UNSTATED, Optional.empty());
        if (interfaceName.isPresent()) {
            named.add(read);
        }
        return new WorldItem.OfInterface(
                decl.name(),
                decl.attributes().implementsName(),
                read,
                decl.attributes().externalId(),
                Optional.empty(),
                Stability.UNSTATED,
                Optional.empty());
    }

    /** The definition, unless the name stands for a type that is defined elsewhere or has no name of its own in Java. */
    private Optional<TypeDef> type(
            String name, TypeOwner owner, TypeBound bound, Map<String, WitType.Named> local, String where) {
        WitType.Named here = new WitType.Named(owner, name);
        Optional<WitType.Named> known = types.known(bound.type());
        local.put(name, known.orElse(here));
        if (known.isPresent() && !known.get().equals(here)) {
            return Optional.empty();
        }
        return types.define(here, bound.type(), where);
    }

    private WitFunction function(ExternDecl decl, FuncType func, Map<String, WitType.Named> local, String where) {
        PlainName name = PlainName.parse(decl.name());
        Optional<WitType.Named> resource = name.kind() == PlainName.Kind.LABEL
                ? Optional.empty()
                : Optional.ofNullable(local.get(name.label().value()));
        return new WitFunction(
                decl.name(),
                kind(name.kind()),
                func.async(),
                Optional.empty(),
                resource,
                func.params().stream()
                        .map(p -> new WitFunction.Parameter(
                                p.label(),
                                types.of(p.type(), where + ", parameter \"" + p.label() + "\""),
                                Optional.empty()))
                        .toList(),
                func.result().map(type -> types.of(type, where + ", result")),
                decl.attributes().externalId(),
                Optional.empty(),
                Stability.UNSTATED,
                Optional.empty());
    }

    private static WitFunction.Kind kind(PlainName.Kind kind) {
        return switch (kind) {
            case LABEL -> WitFunction.Kind.FREESTANDING;
            case CONSTRUCTOR -> WitFunction.Kind.CONSTRUCTOR;
            case METHOD -> WitFunction.Kind.METHOD;
            case STATIC -> WitFunction.Kind.STATIC;
        };
    }
}
