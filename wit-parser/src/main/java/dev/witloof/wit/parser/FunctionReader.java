package dev.witloof.wit.parser;

import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitType;
import java.util.Locale;
import java.util.Optional;

/** Functions of interfaces and worlds. */
final class FunctionReader {

    private final TypeReader types;
    private final ModelReader model;

    FunctionReader(TypeReader types, ModelReader model) {
        this.types = types;
        this.model = model;
    }

    WitFunction read(JsonObject json) {
        Optional<WitType.Named> resource =
                json.has("resource") ? Optional.of(types.named(json.number("resource"))) : Optional.empty();
        return new WitFunction(
                json.text("name"),
                WitFunction.Kind.valueOf(json.text("kind").toUpperCase(Locale.ROOT)),
                json.flag("async"),
                json.optionalText("accessor").map(text -> WitFunction.Accessor.valueOf(text.toUpperCase(Locale.ROOT))),
                resource,
                json.objects("params").stream()
                        .map(p -> new WitFunction.Parameter(
                                p.text("name"), types.reference(p.any("type")), model.span(p)))
                        .toList(),
                types.optional(json, "result"),
                json.optionalText("externalId"),
                json.optionalText("docs"),
                ModelReader.stability(json),
                model.span(json));
    }
}
