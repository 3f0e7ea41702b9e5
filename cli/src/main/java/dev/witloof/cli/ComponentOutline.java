package dev.witloof.cli;

import dev.witloof.cli.Outline.Item;
import dev.witloof.cli.Outline.Line;
import dev.witloof.host.WitText;
import dev.witloof.instance.Component;
import dev.witloof.name.ExportRef;
import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.type.DefinedType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import dev.witloof.type.ValType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outline of a component, from its own types. That an interface uses a type of another one shows in the type's parts: each
 * name makes an object of its own, and all of them share the list of fields, cases or labels.
 */
final class ComponentOutline {

    private final Map<ResourceType, Use> resources = new HashMap<>();
    private final Map<List<?>, Use> parts = new IdentityHashMap<>();

    private ComponentOutline() {}

    /** Where a type was first seen. */
    private record Use(String owner, String name) {

        String text(String here) {
            return "use " + owner + ".{" + name + (here.equals(name) ? "" : " as " + here) + "}";
        }
    }

    static Outline of(Component component) {
        ComponentOutline outline = new ComponentOutline();
        List<Item> imports = new ArrayList<>();
        List<Item> exports = new ArrayList<>();
        for (int i = 0; i < component.imports().size(); i++) {
            ImportRef ref = component.imports().get(i);
            imports.add(outline.item(
                    component.type().imports().get(i), ref.implementsName(), ref.externalId(), ref.interfaceName()));
        }
        for (int i = 0; i < component.exports().size(); i++) {
            ExportRef ref = component.exports().get(i);
            exports.add(outline.item(
                    component.type().exports().get(i), ref.implementsName(), ref.externalId(), ref.interfaceName()));
        }
        return new Outline(imports, exports);
    }

    private Item item(
            ExternDecl decl,
            Optional<InterfaceName> implementsName,
            Optional<String> externalId,
            Optional<InterfaceName> owner) {
        List<Line> types = new ArrayList<>();
        List<Line> functions = new ArrayList<>();
        Optional<String> type = Optional.empty();
        if (decl.type() instanceof InstanceType instance) {
            String name = owner.map(InterfaceName::toString).orElse(decl.name());
            WitText text = WitText.of(instance);
            for (ExternDecl export : instance.exports()) {
                if (export.type() instanceof TypeBound bound) {
                    types.add(new Line(export.name(), definition(name, export.name(), bound, text)));
                } else {
                    functions.add(new Line(export.name(), mention(export.type(), text)));
                }
            }
        } else if (decl.type() instanceof TypeBound bound) {
            type = Optional.of(definition("the component", decl.name(), bound, WitText.PLAIN));
        } else {
            type = Optional.of(mention(decl.type(), WitText.PLAIN));
        }
        return new Item(
                decl.name(),
                decl.type().kind(),
                implementsName.map(InterfaceName::toString),
                externalId,
                type,
                types,
                functions);
    }

    private static String mention(ExternType type, WitText text) {
        return type instanceof FuncType func ? text.func(func) : type.kind();
    }

    private String definition(String owner, String name, TypeBound bound, WitText text) {
        DefinedType type = bound.type();
        Use here = new Use(owner, name);
        Use first = here;
        if (type instanceof ResourceType resource) {
            first = resources.getOrDefault(resource, here);
            resources.put(resource, first);
        } else if (type instanceof ValType value && !value.parts().isEmpty()) {
            first = parts.getOrDefault(value.parts(), here);
            parts.put(value.parts(), first);
        }
        if (!first.owner().equals(owner)) {
            return first.text(name);
        }
        if (!first.name().equals(name)) {
            return "type " + name + " = " + first.name();
        }
        if (type instanceof ResourceType) {
            return "resource " + name;
        }
        if (!(type instanceof ValType value)) {
            return "type " + name;
        }
        String definition = text.definition(value);
        return value.parts().isEmpty()
                ? "type " + name + " = " + definition
                : definition.replaceFirst(" ", " " + name + " ");
    }
}
