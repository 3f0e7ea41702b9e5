package dev.witloof.wit.parser;

import dev.witloof.type.PrimitiveType;
import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types, each of which the JSON refers to by name if it is primitive, else by number. */
final class TypeReader {

    private static final Map<String, WitType> PRIMITIVES = primitives();

    private final List<JsonObject> types;
    private final ModelReader.Owners owners;
    private final ModelReader model;
    private final WitType[] known;

    TypeReader(List<JsonObject> types, ModelReader.Owners owners, ModelReader model) {
        this.types = types;
        this.owners = owners;
        this.model = model;
        this.known = new WitType[types.size()];
    }

    private static Map<String, WitType> primitives() {
        Map<String, WitType> primitives = new HashMap<>();
        for (PrimitiveType type : PrimitiveType.values()) {
            primitives.put(type.toString(), new WitType.Primitive(type));
        }
        return primitives;
    }

    /** A primitive type by its name, any other by its number. */
    WitType reference(Object json) {
        if (json instanceof Long number) {
            int at = Math.toIntExact(number);
            if (known[at] == null) {
                known[at] = types.get(at).has("name") ? named(at) : composed(types.get(at));
            }
            return known[at];
        }
        WitType primitive = PRIMITIVES.get(json);
        if (primitive == null) {
            throw new IllegalStateException("native WIT parser: expected a type, found " + json);
        }
        return primitive;
    }

    Optional<WitType> optional(JsonObject json, String name) {
        return json.has(name) ? Optional.of(reference(json.any(name))) : Optional.empty();
    }

    WitType.Named named(int number) {
        JsonObject json = types.get(number);
        return new WitType.Named(owner(json), json.text("name"));
    }

    private TypeOwner owner(JsonObject json) {
        JsonObject owner = json.object("owner");
        return owner.has("world")
                ? owners.ofWorld(owner.number("world"))
                : owners.ofInterface(owner.number("interface"));
    }

    TypeDef definition(int number) {
        JsonObject json = types.get(number);
        return new TypeDef(
                json.text("name"),
                owner(json),
                kind(json),
                json.optionalText("externalId"),
                json.optionalText("docs"),
                ModelReader.stability(json),
                model.span(json));
    }

    private TypeKind kind(JsonObject json) {
        return switch (json.text("kind")) {
            case "record" -> new TypeKind.RecordOf(members(json, "fields"));
            case "variant" -> new TypeKind.VariantOf(members(json, "cases"));
            case "enum" -> new TypeKind.EnumOf(members(json, "cases"));
            case "flags" -> new TypeKind.FlagsOf(members(json, "flags"));
            case "resource" -> new TypeKind.Resource();
            case "alias" -> new TypeKind.Alias(reference(json.any("type")));
            default -> new TypeKind.Alias(composed(json));
        };
    }

    private List<TypeKind.Member> members(JsonObject json, String name) {
        return json.objects(name).stream()
                .map(member -> new TypeKind.Member(
                        member.text("name"), optional(member, "type"), member.optionalText("docs"), model.span(member)))
                .toList();
    }

    private WitType composed(JsonObject json) {
        return switch (json.text("kind")) {
            case "list" -> new WitType.ListOf(reference(json.any("type")));
            case "fixed-length-list" ->
                new WitType.FixedLengthListOf(reference(json.any("type")), json.longNumber("length"));
            case "tuple" ->
                new WitType.TupleOf(
                        json.list("types").stream().map(this::reference).toList());
            case "option" -> new WitType.OptionOf(reference(json.any("type")));
            case "result" -> new WitType.ResultOf(optional(json, "ok"), optional(json, "err"));
            case "map" -> new WitType.MapOf(reference(json.any("key")), reference(json.any("type")));
            case "own" -> new WitType.Own(named(json.number("type")));
            case "borrow" -> new WitType.Borrow(named(json.number("type")));
            case "stream" -> new WitType.StreamOf(optional(json, "type"));
            case "future" -> new WitType.FutureOf(optional(json, "type"));
            default ->
                throw new IllegalStateException(
                        "native WIT parser: expected a kind of type, found \"" + json.text("kind") + "\"");
        };
    }
}
