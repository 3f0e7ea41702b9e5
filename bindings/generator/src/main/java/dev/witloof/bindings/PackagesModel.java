package dev.witloof.bindings;

import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitInterface;
import dev.witloof.wit.WitPackage;
import dev.witloof.wit.WitPackages;
import dev.witloof.wit.WitType;
import dev.witloof.wit.WitWorld;
import dev.witloof.wit.WorldItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The model of packages that were parsed: aliases are replaced by what they stand for. */
final class PackagesModel {

    private final Map<WitType.Named, TypeDef> definitions = new HashMap<>();
    private final Dissolving dissolving;
    private final Merging named;

    private PackagesModel(Problems problems) {
        this.dissolving = new Dissolving(definitions, problems);
        this.named = new Merging(problems);
    }

    static Model read(WitPackages wit, Problems problems) {
        return new PackagesModel(problems).model(wit);
    }

    private Model model(WitPackages wit) {
        for (WitPackage pkg : wit.packages()) {
            pkg.interfaces().forEach(this::define);
            pkg.worlds().forEach(this::define);
        }
        List<WitWorld> worlds = new ArrayList<>();
        for (WitPackage pkg : wit.packages()) {
            pkg.interfaces().forEach(i -> named.add(dissolved(i)));
            pkg.worlds().forEach(world -> worlds.add(dissolved(world)));
        }
        return new Model(
                wit.main().toString(),
                named.interfaces(),
                worlds,
                wit.componentWorld().map(WitWorld::fullName));
    }

    private void define(WitWorld world) {
        for (List<WorldItem> items : List.of(world.imports(), world.exports())) {
            for (WorldItem item : items) {
                if (item instanceof WorldItem.OfInterface i) {
                    define(i.type());
                } else if (item instanceof WorldItem.OfType type) {
                    definitions.put(type.type().reference(), type.type());
                }
            }
        }
    }

    private void define(WitInterface i) {
        i.types().forEach(type -> definitions.put(type.reference(), type));
    }

    private WitWorld dissolved(WitWorld world) {
        return new WitWorld(
                world.fullName(),
                dissolved(world.imports()),
                dissolved(world.exports()),
                world.docs(),
                world.stability(),
                world.span());
    }

    private List<WorldItem> dissolved(List<WorldItem> items) {
        return items.stream().flatMap(item -> dissolved(item).stream()).toList();
    }

    private Optional<WorldItem> dissolved(WorldItem item) {
        return item.accept(new WorldItem.Visitor<>() {
            @Override
            public Optional<WorldItem> anInterface(WorldItem.OfInterface i) {
                WitInterface type = dissolved(i.type());
                if (type.owner() instanceof TypeOwner.OfInterface) {
                    named.add(type);
                }
                return Optional.of(new WorldItem.OfInterface(
                        i.key(), i.implementsName(), type, i.externalId(), i.docs(), i.stability(), i.span()));
            }

            @Override
            public Optional<WorldItem> function(WorldItem.OfFunction f) {
                return Optional.of(new WorldItem.OfFunction(dissolved(f.function())));
            }

            @Override
            public Optional<WorldItem> type(WorldItem.OfType t) {
                return dissolved(t.type()).map(WorldItem.OfType::new);
            }
        });
    }

    private WitInterface dissolved(WitInterface i) {
        return new WitInterface(
                i.owner(),
                i.types().stream().flatMap(type -> dissolved(type).stream()).toList(),
                i.functions().stream().map(this::dissolved).toList(),
                i.docs(),
                i.stability(),
                i.span());
    }

    private WitFunction dissolved(WitFunction f) {
        return new WitFunction(
                f.name(),
                f.kind(),
                f.isAsync(),
                f.accessor(),
                f.resource().map(dissolving::resource),
                f.parameters().stream()
                        .map(p -> new WitFunction.Parameter(p.name(), dissolving.of(p.type()), p.span()))
                        .toList(),
                f.result().map(dissolving::of),
                f.externalId(),
                f.docs(),
                f.stability(),
                f.span());
    }

    /** Empty for an alias. */
    private Optional<TypeDef> dissolved(TypeDef type) {
        return type.kind()
                .accept(new TypeKind.Visitor<Optional<TypeKind>>() {
                    @Override
                    public Optional<TypeKind> record(TypeKind.RecordOf kind) {
                        return Optional.of(new TypeKind.RecordOf(members(kind.fields())));
                    }

                    @Override
                    public Optional<TypeKind> variant(TypeKind.VariantOf kind) {
                        return Optional.of(new TypeKind.VariantOf(members(kind.cases())));
                    }

                    @Override
                    public Optional<TypeKind> enumeration(TypeKind.EnumOf kind) {
                        return Optional.of(kind);
                    }

                    @Override
                    public Optional<TypeKind> flags(TypeKind.FlagsOf kind) {
                        return Optional.of(kind);
                    }

                    @Override
                    public Optional<TypeKind> resource(TypeKind.Resource kind) {
                        return Optional.of(kind);
                    }

                    @Override
                    public Optional<TypeKind> alias(TypeKind.Alias kind) {
                        return Optional.empty();
                    }
                })
                .map(kind -> new TypeDef(
                        type.name(),
                        type.owner(),
                        kind,
                        type.externalId(),
                        type.docs(),
                        type.stability(),
                        type.span()));
    }

    private List<TypeKind.Member> members(List<TypeKind.Member> members) {
        return members.stream()
                .map(m -> new TypeKind.Member(m.name(), m.type().map(dissolving::of), m.docs(), m.span()))
                .toList();
    }
}
