package dev.witloof.cli;

import dev.witloof.cli.Outline.Item;
import dev.witloof.cli.Outline.Line;
import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.TypeKind.Member;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitInterface;
import dev.witloof.wit.WitType;
import dev.witloof.wit.WitWorld;
import dev.witloof.wit.WorldItem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The outline of a world, or of an interface, in the words of {@link ComponentOutline}. */
final class WorldOutline implements WorldItem.Visitor<Item> {

    private static final WorldOutline ITEMS = new WorldOutline();

    private WorldOutline() {}

    static Outline of(WitWorld world) {
        return new Outline(
                world.imports().stream().map(item -> item.accept(ITEMS)).toList(),
                world.exports().stream().map(item -> item.accept(ITEMS)).toList());
    }

    static Item of(WitInterface type) {
        return instance(type.owner().toString(), Optional.empty(), Optional.empty(), type);
    }

    @Override
    public Item anInterface(WorldItem.OfInterface item) {
        return instance(item.key(), item.implementsName(), item.externalId(), item.type());
    }

    private static Item instance(
            String name, Optional<String> implementsName, Optional<String> externalId, WitInterface type) {
        return new Item(
                name,
                "instance",
                implementsName,
                externalId,
                Optional.empty(),
                type.types().stream()
                        .map(each -> new Line(each.name(), definition(each)))
                        .toList(),
                type.functions().stream()
                        .map(each -> new Line(each.name(), func(each)))
                        .toList());
    }

    @Override
    public Item function(WorldItem.OfFunction item) {
        return other(item, func(item.function()));
    }

    @Override
    public Item type(WorldItem.OfType item) {
        return other(item, definition(item.type()));
    }

    private static Item other(WorldItem item, String type) {
        return new Item(
                item.key(),
                item.externKind(),
                item.implementsName(),
                item.externalId(),
                Optional.of(type),
                List.of(),
                List.of());
    }

    private static String func(WitFunction function) {
        return function.toString().substring(function.name().length() + 2);
    }

    private static String definition(TypeDef type) {
        return type.kind().accept(new Definition(type));
    }

    private record Definition(TypeDef type) implements TypeKind.Visitor<String> {

        @Override
        public String record(TypeKind.RecordOf kind) {
            return braced("record", kind.fields(), ": ", "");
        }

        @Override
        public String variant(TypeKind.VariantOf kind) {
            return braced("variant", kind.cases(), "(", ")");
        }

        @Override
        public String enumeration(TypeKind.EnumOf kind) {
            return braced("enum", kind.cases(), "", "");
        }

        @Override
        public String flags(TypeKind.FlagsOf kind) {
            return braced("flags", kind.flags(), "", "");
        }

        private String braced(String keyword, List<Member> members, String before, String after) {
            return members.stream()
                    .map(member -> member.name()
                            + member.type().map(t -> before + t + after).orElse(""))
                    .collect(Collectors.joining(", ", keyword + " " + type.name() + " { ", " }"));
        }

        @Override
        public String resource(TypeKind.Resource kind) {
            return "resource " + type.name();
        }

        @Override
        public String alias(TypeKind.Alias kind) {
            if (kind.target() instanceof WitType.Named named && !named.owner().equals(type.owner())) {
                return "use " + named.owner() + ".{" + named.name()
                        + (named.name().equals(type.name()) ? "" : " as " + type.name()) + "}";
            }
            return "type " + type.name() + " = " + kind.target();
        }
    }
}
