package dev.witloof.wit.parser;

import dev.witloof.wit.WitWorld;
import dev.witloof.wit.WorldItem;
import java.util.ArrayList;
import java.util.List;

/** Worlds with their imports and exports. */
final class WorldReader {

    private final ModelReader.Owners owners;
    private final InterfaceReader interfaces;
    private final TypeReader types;
    private final FunctionReader functions;
    private final ModelReader model;

    WorldReader(
            ModelReader.Owners owners,
            InterfaceReader interfaces,
            TypeReader types,
            FunctionReader functions,
            ModelReader model) {
        this.owners = owners;
        this.interfaces = interfaces;
        this.types = types;
        this.functions = functions;
        this.model = model;
    }

    List<WitWorld> worlds(List<JsonObject> worlds) {
        List<WitWorld> read = new ArrayList<>();
        for (JsonObject json : worlds) {
            read.add(new WitWorld(
                    owners.ofWorld(read.size()).world(),
                    json.objects("imports").stream().map(this::item).toList(),
                    json.objects("exports").stream().map(this::item).toList(),
                    json.optionalText("docs"),
                    ModelReader.stability(json),
                    model.span(json)));
        }
        return read;
    }

    private WorldItem item(JsonObject json) {
        return switch (json.text("kind")) {
            case "interface" ->
                new WorldItem.OfInterface(
                        json.text("name"),
                        json.optionalText("implements"),
                        interfaces.read(json.number("interface")),
                        json.optionalText("externalId"),
                        json.optionalText("docs"),
                        ModelReader.stability(json),
                        model.span(json));
            case "function" -> new WorldItem.OfFunction(functions.read(json.object("function")));
            case "type" -> new WorldItem.OfType(types.definition(json.number("type")));
            default ->
                throw new IllegalStateException(
                        "native WIT parser: expected a kind of item, found \"" + json.text("kind") + "\"");
        };
    }
}
