package dev.witloof.wit.parser;

import dev.witloof.wit.WitInterface;
import java.util.List;

/** Interfaces, each read once. */
final class InterfaceReader {

    private final List<JsonObject> interfaces;
    private final ModelReader.Owners owners;
    private final TypeReader types;
    private final FunctionReader functions;
    private final ModelReader model;
    private final WitInterface[] known;

    InterfaceReader(
            List<JsonObject> interfaces,
            ModelReader.Owners owners,
            TypeReader types,
            FunctionReader functions,
            ModelReader model) {
        this.interfaces = interfaces;
        this.owners = owners;
        this.types = types;
        this.functions = functions;
        this.model = model;
        this.known = new WitInterface[interfaces.size()];
    }

    WitInterface read(int number) {
        if (known[number] == null) {
            JsonObject json = interfaces.get(number);
            known[number] = new WitInterface(
                    owners.ofInterface(number),
                    json.numbers("types").stream().map(types::definition).toList(),
                    json.objects("functions").stream().map(functions::read).toList(),
                    json.optionalText("docs"),
                    ModelReader.stability(json),
                    model.span(json));
        }
        return known[number];
    }
}
