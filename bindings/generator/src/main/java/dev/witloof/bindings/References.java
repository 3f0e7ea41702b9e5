package dev.witloof.bindings;

import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitInterface;
import dev.witloof.wit.WitType;
import dev.witloof.wit.WitWorld;
import dev.witloof.wit.WorldItem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which named types something uses. */
final class References {

    private References() {}

    static Stream<WorldItem> itemsOf(WitWorld world) {
        return Stream.concat(world.imports().stream(), world.exports().stream());
    }

    /** The interfaces that a world has or uses types of. */
    static Stream<TypeOwner> ofWorld(WitWorld world) {
        return itemsOf(world)
                .flatMap(item -> item.accept(new WorldItem.Visitor<Stream<TypeOwner>>() {
                    @Override
                    public Stream<TypeOwner> anInterface(WorldItem.OfInterface i) {
                        return Stream.concat(
                                Stream.of(i.type().owner()),
                                ofInterface(i.type()).map(WitType.Named::owner));
                    }

                    @Override
                    public Stream<TypeOwner> function(WorldItem.OfFunction f) {
                        return ofFunction(f.function()).map(WitType.Named::owner);
                    }

                    @Override
                    public Stream<TypeOwner> type(WorldItem.OfType t) {
                        return ofType(t.type()).map(WitType.Named::owner);
                    }
                }));
    }

    static Stream<WitType.Named> ofInterface(WitInterface i) {
        return Stream.concat(
                i.types().stream().flatMap(References::ofType),
                i.functions().stream().flatMap(References::ofFunction));
    }

    static Stream<WitType.Named> ofFunction(WitFunction f) {
        return Stream.concat(f.parameters().stream().map(WitFunction.Parameter::type), f.result().stream())
                .flatMap(References::of);
    }

    static Stream<WitType.Named> ofType(TypeDef type) {
        return membersOf(type.kind()).stream().flatMap(m -> m.type().stream()).flatMap(References::of);
    }

    /** Every named type that a type is made of, or is. */
    static Stream<WitType.Named> of(WitType type) {
        return Parts.all(type).filter(WitType.Named.class::isInstance).map(WitType.Named.class::cast);
    }

    /** The fields, cases or flags. */
    static List<TypeKind.Member> membersOf(TypeKind kind) {
        return kind.accept(new TypeKind.Visitor<>() {
            @Override
            public List<TypeKind.Member> record(TypeKind.RecordOf record) {
                return record.fields();
            }

            @Override
            public List<TypeKind.Member> variant(TypeKind.VariantOf variant) {
                return variant.cases();
            }

            @Override
            public List<TypeKind.Member> enumeration(TypeKind.EnumOf enumeration) {
                return enumeration.cases();
            }

            @Override
            public List<TypeKind.Member> flags(TypeKind.FlagsOf flags) {
                return flags.flags();
            }

            @Override
            public List<TypeKind.Member> resource(TypeKind.Resource resource) {
                return List.of();
            }

            @Override
            public List<TypeKind.Member> alias(TypeKind.Alias alias) {
                throw new IllegalStateException("an alias of " + alias.target() + " is left in the model");
            }
        });
    }

    /** The error type, if the function can fail and its error has a name. */
    static Optional<WitType.Named> namedError(WitFunction function) {
        return function.result()
                .filter(WitType.ResultOf.class::isInstance)
                .flatMap(result -> ((WitType.ResultOf) result).err())
                .map(error -> error instanceof WitType.Own own ? own.resource() : error)
                .filter(WitType.Named.class::isInstance)
                .map(WitType.Named.class::cast);
    }
}
