package dev.witloof.bindings;

import com.palantir.javapoet.ClassName;
import dev.witloof.host.JavaNames;
import dev.witloof.name.InterfaceName;
import dev.witloof.wit.SourceSpan;
import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitType;
import dev.witloof.wit.WorldItem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every Java name, by the rule of {@link JavaNames}; two WIT names that meet are a problem. The third pass. */
final class Naming {

    private final GeneratorSettings settings;
    private final Problems problems;
    private final Map<TypeOwner, ClassName> interfaces = new HashMap<>();
    private final Map<WitType.Named, ClassName> types = new HashMap<>();
    private final Set<WitType.Named> flags = new HashSet<>();
    private final Map<Names.Thrown, ClassName> exceptions = new HashMap<>();
    private final Map<InterfaceName, ClassName> imports = new HashMap<>();
    private final Map<InterfaceName, ClassName> exports = new HashMap<>();
    private final Map<WitFunction, ClassName> functions = new IdentityHashMap<>();
    private final Map<WorldItem, String> items = new IdentityHashMap<>();
    private final Map<String, Claims> packages = new TreeMap<>();
    private final MemberNames members;

    private Naming(GeneratorSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
        this.members = new MemberNames(problems);
    }

    static Names name(Ordering.Ordered ordered, GeneratorSettings settings, Problems problems) {
        return new Naming(settings, problems).names(ordered);
    }

    private Names names(Ordering.Ordered ordered) {
        for (List<Layout> layouts : List.of(ordered.provided(), ordered.interfaces())) {
            for (Layout layout : layouts) {
                InterfaceName name = ((TypeOwner.OfInterface) layout.owner()).name();
                String simple = JavaNames.type(last(name));
                nameInterface(layout, topLevel(name, simple, "interface \"" + name + "\"", layout));
            }
        }
        ordered.worlds().forEach(this::nameWorld);
        return new Names(interfaces, types, flags, exceptions, imports, exports, functions, items);
    }

    private static String last(InterfaceName name) {
        return name.projections().get(name.projections().size() - 1);
    }

    private ClassName topLevel(InterfaceName name, String simple, String item, Layout layout) {
        String javaPackage =
                settings.javaPackage(name).orElseGet(() -> JavaNames.packageName(name.packageName(), name.version()));
        if (javaPackage.equals("java") || javaPackage.startsWith("java.")) {
            problems.add(
                    layout.span(),
                    item,
                    "expected a Java package that a program may have, found \"" + javaPackage
                            + "\"; set another one for the WIT package");
        }
        claims(javaPackage).claim(simple, item, layout.span());
        return ClassName.get(javaPackage, simple);
    }

    /** Adapters stand beside the interfaces, where something else may have their names. */
    private void claimAdapters(ClassName type, String item, Optional<SourceSpan> span) {
        if (settings.adapters()) {
            claims(type.packageName()).claim(AdapterWriter.nameOf(type).simpleName(), "the adapters of " + item, span);
        }
    }

    private Claims claims(String javaPackage) {
        return packages.computeIfAbsent(javaPackage, p -> new Claims("Java package \"" + p + "\"", problems));
    }

    private void nameInterface(Layout layout, ClassName name) {
        interfaces.put(layout.owner(), name);
        claimAdapters(name, "\"" + layout.owner() + "\"", layout.span());
        Claims nested = new Claims(layout.owner().toString(), problems);
        for (TypeDef type : layout.types()) {
            String simple = JavaNames.nestedType(type.name(), name.simpleNames());
            nested.claim(simple, MemberNames.typeItem(type), type.span());
            types.put(type.reference(), name.nestedClass(simple));
            if (type.kind() instanceof TypeKind.FlagsOf) {
                flags.add(type.reference());
            }
            if (type.kind() instanceof TypeKind.Resource) {
                claimAdapters(
                        name.nestedClass(simple),
                        "\"" + layout.owner() + "\", " + MemberNames.typeItem(type),
                        type.span());
            }
            members.checkType(layout, type, name.nestedClass(simple));
        }
        for (WitType.Named error : layout.errors()) {
            String simple = JavaNames.exception(error.name());
            nested.claim(simple, "the exception of type \"" + error.name() + "\"", layout.span());
            exceptions.put(new Names.Thrown(layout.owner(), error), name.nestedClass(simple));
        }
        members.checkFunctions(layout.owner().toString(), layout.functions());
    }

    private void nameWorld(WorldLayout world) {
        InterfaceName name = world.world().fullName();
        String simple = JavaNames.type(last(name));
        String item = "world \"" + name + "\"";
        if (!world.types().types().isEmpty() || !world.types().errors().isEmpty()) {
            nameInterface(world.types(), topLevel(name, simple, item, world.types()));
        }
        boolean inlineImports = world.inline().keySet().stream()
                .anyMatch(i -> !isExported(i.type().owner()));
        if (!world.imports().isEmpty() || inlineImports) {
            ClassName builder = topLevel(name, simple + "Imports", "the imports of " + item, world.types());
            imports.put(name, builder);
            nameInline(world, builder, false);
        }
        if (!world.exports().isEmpty() || !world.functions().isEmpty()) {
            ClassName exported = topLevel(name, simple + "Exports", "the exports of " + item, world.types());
            exports.put(name, exported);
            claimAdapters(exported, item + ", exports", world.types().span());
            nameInline(world, exported, true);
        }
        nameItems(world, item);
    }

    private static boolean isExported(TypeOwner owner) {
        return owner instanceof TypeOwner.OfInline inline && inline.exported();
    }

    private void nameInline(WorldLayout world, ClassName outer, boolean exported) {
        Claims nested = new Claims("world \"" + world.world().fullName() + "\"", problems);
        world.inline().forEach((item, layout) -> {
            if (isExported(layout.owner()) == exported) {
                String simple = JavaNames.nestedType(item.key(), outer.simpleNames());
                nested.claim(simple, "interface \"" + item.key() + "\"", item.span());
                nameInterface(layout, outer.nestedClass(simple));
            }
        });
        if (!exported) {
            for (WorldItem item : world.imports()) {
                if (item instanceof WorldItem.OfFunction f
                        && f.function().kind() == WitFunction.Kind.FREESTANDING
                        && f.function().accessor().isEmpty()) {
                    String simple = JavaNames.nestedType(item.key(), outer.simpleNames());
                    nested.claim(simple, "function \"" + item.key() + "\"", item.span());
                    functions.put(f.function(), outer.nestedClass(simple));
                    claimAdapters(outer.nestedClass(simple), "function \"" + item.key() + "\"", item.span());
                    members.checkFunctions(item.key(), List.of(f.function()));
                }
            }
        }
    }

    private void nameItems(WorldLayout world, String item) {
        Claims builder = new Claims(item + ", imports", problems);
        Map<WorldItem, String> ofImports =
                ItemNames.of(world.imports(), world.world().fullName());
        ofImports.forEach((i, name) -> items.put(i, builder.claim(name, "\"" + i.key() + "\"", i.span())));
        Claims accessors = new Claims(item + ", exports", problems);
        ItemNames.of(world.exports(), world.world().fullName())
                .forEach((i, name) -> items.put(i, accessors.claim(name, "interface \"" + i.key() + "\"", i.span())));
        for (WitFunction function : world.functions()) {
            members.method(function)
                    .ifPresent(name -> accessors.claim(name, MemberNames.functionItem(function), function.span()));
            members.checkParameters(item, function);
        }
    }
}
