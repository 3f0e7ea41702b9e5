package dev.witloof.link;

import dev.witloof.host.WitText;
import dev.witloof.type.ComponentType;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.DefinedType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ModuleType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import dev.witloof.type.ValType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where something whose whole type is known (an instance's export, a component, a core module) differs from what is needed.
 * What is given may export more and import less.
 */
final class ExternDifference implements ExternType.Visitor<Void> {

    private final ExternType given;
    private final String at;
    private final Sides sides;
    private final List<TypeDifference> found;

    private ExternDifference(ExternType given, String at, Sides sides, List<TypeDifference> found) {
        this.given = given;
        this.at = at;
        this.sides = sides;
        this.found = found;
    }

    /** All differences, in the order of the need. */
    static List<TypeDifference> between(ExternType needed, ExternType given) {
        return between(needed, given, Sides.PLAIN);
    }

    /** All differences, in the order of the need, where more is known of both sides. */
    static List<TypeDifference> between(ExternType needed, ExternType given, Sides sides) {
        List<TypeDifference> found = new ArrayList<>();
        compare(needed, given, "", sides, found);
        return found;
    }

    private static void compare(
            ExternType needed, ExternType given, String at, Sides sides, List<TypeDifference> found) {
        if (needed.kind().equals(given.kind())) {
            needed.accept(new ExternDifference(given, at, sides, found));
        } else {
            found.add(new TypeDifference(at, Text.article(needed.kind()), Text.article(given.kind())));
        }
    }

    private void differ(String needed, String givenText) {
        found.add(new TypeDifference(at, needed, givenText));
    }

    private void add(Optional<TypeDifference> difference) {
        difference.map(d -> at.isEmpty() ? d : d.within(at)).ifPresent(found::add);
    }

    private String inside(String name) {
        return at.isEmpty() ? name : at + ", " + name;
    }

    @Override
    public Void func(FuncType needed) {
        add(TypeDifference.ofFunction(needed, (FuncType) given, sides));
        return null;
    }

    @Override
    public Void instance(InstanceType needed) {
        InstanceType other = (InstanceType) given;
        exports(needed.exports(), other.exports(), "", sides.within(WitText.of(needed), WitText.of(other)));
        return null;
    }

    @Override
    public Void component(ComponentType needed) {
        ComponentType other = (ComponentType) given;
        Map<String, ExternType> supplied = byName(needed.imports());
        for (ExternDecl wanted : other.imports()) {
            String name = inside("import " + Text.quoted(wanted.name()));
            ExternType supply = supplied.get(wanted.name());
            if (supply == null) {
                found.add(new TypeDifference(
                        name, "no such import", Text.article(wanted.type().kind()) + " that it imports"));
            } else {
                // The component that is given takes what the needed one is promised: the other way round.
                List<TypeDifference> reversed = new ArrayList<>();
                compare(wanted.type(), supply, name, sides.reversed(), reversed);
                reversed.forEach(d -> found.add(new TypeDifference(d.at(), d.given(), d.needed())));
            }
        }
        exports(needed.exports(), other.exports(), "export ", sides);
        return null;
    }

    private void exports(List<ExternDecl> needed, List<ExternDecl> provided, String what, Sides names) {
        Map<String, ExternType> types = byName(provided);
        for (ExternDecl decl : needed) {
            String name = inside(what.isEmpty() ? decl.name() : what + Text.quoted(decl.name()));
            ExternType type = types.get(decl.name());
            if (type != null) {
                compare(decl.type(), type, name, names, found);
            } else {
                String wanted = decl.type() instanceof FuncType func
                        ? names.needed().func(func)
                        : Text.article(decl.type().kind());
                found.add(new TypeDifference(name, wanted, TypeDifference.NOTHING));
            }
        }
    }

    private static Map<String, ExternType> byName(List<ExternDecl> decls) {
        Map<String, ExternType> types = new LinkedHashMap<>();
        decls.forEach(decl -> types.put(decl.name(), decl.type()));
        return types;
    }

    @Override
    public Void module(ModuleType needed) {
        ModuleType other = (ModuleType) given;
        Map<String, CoreExternType> exports = new LinkedHashMap<>();
        other.exports().forEach(e -> exports.put(e.name(), e.type()));
        for (ModuleType.Export export : needed.exports()) {
            String name = inside("export " + Text.quoted(export.name()));
            CoreExternType type = exports.get(export.name());
            if (type == null) {
                found.add(new TypeDifference(name, core(export.type()), TypeDifference.NOTHING));
            } else if (!CoreMatching.matches(export.type(), type)) {
                found.add(new TypeDifference(name, core(export.type()), core(type)));
            }
        }
        for (ModuleType.Import wanted : other.imports()) {
            String name = inside("import " + Text.quoted(wanted.module()) + " " + Text.quoted(wanted.name()));
            Optional<CoreExternType> supply = needed.imports().stream()
                    .filter(i -> i.module().equals(wanted.module()) && i.name().equals(wanted.name()))
                    .map(ModuleType.Import::type)
                    .findFirst();
            if (supply.isEmpty()) {
                found.add(new TypeDifference(name, "no such import", core(wanted.type())));
            } else if (!CoreMatching.matches(wanted.type(), supply.get())) {
                found.add(new TypeDifference(name, core(supply.get()), core(wanted.type())));
            }
        }
        return null;
    }

    private static String core(CoreExternType type) {
        return type instanceof CoreExternType.Func ? "func " + type : type.toString();
    }

    @Override
    public Void type(TypeBound needed) {
        DefinedType one = needed.type();
        DefinedType other = ((TypeBound) given).type();
        if (one instanceof ValType val && other instanceof ValType otherVal) {
            add(TypeDifference.ofValue(val, otherVal, sides));
        } else if (one instanceof ExternType definition && other instanceof ExternType otherDefinition) {
            compare(definition, otherDefinition, at, sides, found);
        } else if (one instanceof ResourceType resource && other instanceof ResourceType otherResource) {
            sides.otherOrigin(resource, otherResource).ifPresent(d -> found.add(at.isEmpty() ? d : d.within(at)));
        } else {
            differ(definition(one, sides.needed()), definition(other, sides.given()));
        }
        return null;
    }

    private static String definition(DefinedType type, WitText text) {
        if (type instanceof ExternType definition) {
            return Text.article(definition.kind()) + " type";
        }
        return type instanceof ValType val ? text.definition(val) : "a resource type";
    }

    @Override
    public Void value(ExternType.Value needed) {
        add(TypeDifference.ofValue(needed.type(), ((ExternType.Value) given).type(), sides));
        return null;
    }
}
