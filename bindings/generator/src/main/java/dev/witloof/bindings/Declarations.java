package dev.witloof.bindings;

import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitType;
import dev.witloof.wit.WorldItem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a file was made from, in a form that does not depend on how it was written: without documentation, gates and aliases. Text
 * and binary give the same, and so the same digest.
 */
final class Declarations {

    private Declarations() {}

    static String of(Layout layout) {
        return layout.owner() + "\n"
                + lines(layout.types().stream().map(Declarations::of))
                + lines(layout.functions().stream().map(Declarations::of))
                + lines(layout.types().stream()
                        .flatMap(type -> layout.methodsOf(type).stream())
                        .map(Declarations::of));
    }

    static String of(WorldLayout world) {
        return world.world().fullName() + "\n"
                + lines(world.world().imports().stream().map(item -> "import " + of(item)))
                + lines(world.world().exports().stream().map(item -> "export " + of(item)))
                + lines(world.inline().values().stream().map(Declarations::of));
    }

    private static String of(WorldItem item) {
        return item.accept(new WorldItem.Visitor<>() {
            @Override
            public String anInterface(WorldItem.OfInterface i) {
                return i.key() + " " + i.implementsName().orElse("") + " "
                        + i.externalId().orElse("");
            }

            @Override
            public String function(WorldItem.OfFunction f) {
                return of(f.function());
            }

            @Override
            public String type(WorldItem.OfType t) {
                return of(t.type());
            }
        });
    }

    private static String of(TypeDef type) {
        List<TypeKind.Member> members = References.membersOf(type.kind());
        return type.kind().getClass().getSimpleName() + " " + type.name()
                + members.stream()
                        .map(m -> m.name() + m.type().map(t -> ": " + of(t)).orElse(""))
                        .collect(Collectors.joining(", ", " {", "}"));
    }

    private static String of(WitFunction function) {
        return function.parameters().stream()
                        .map(p -> p.name() + ": " + of(p.type()))
                        .collect(Collectors.joining(", ", function.name() + "(", ")"))
                + function.result().map(result -> " -> " + of(result)).orElse("");
    }

    /** The type in WIT, and where each name in it is defined: one name may stand for two types. */
    private static String of(WitType type) {
        return type
                + References.of(type)
                        .map(used -> " " + used.owner() + "#" + used.name())
                        .collect(Collectors.joining());
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }

    static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
