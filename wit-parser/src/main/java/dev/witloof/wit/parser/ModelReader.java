package dev.witloof.wit.parser;

import dev.witloof.name.InterfaceVersion;
import dev.witloof.wit.SourceSpan;
import dev.witloof.wit.Stability;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitInterface;
import dev.witloof.wit.WitPackage;
import dev.witloof.wit.WitPackages;
import dev.witloof.wit.WitWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The model in JSON, as {@code SCHEMA.md} describes it, to the model of {@code wit}. */
final class ModelReader {

    static final int SCHEMA = 1;

    private final List<String> files;

    private ModelReader(List<String> files) {
        this.files = files;
    }

    static WitPackages read(byte[] json) {
        JsonObject model = JsonReader.read(json);
        if (model.number("schema") != SCHEMA) {
            throw new IllegalStateException(
                    "native WIT parser: expected schema " + SCHEMA + ", found " + model.number("schema"));
        }
        return new ModelReader(model.textList("files")).packages(model);
    }

    private WitPackages packages(JsonObject model) {
        List<JsonObject> jsonPackages = model.objects("packages");
        List<WitPackage> names =
                jsonPackages.stream().map(ModelReader::emptyPackage).toList();
        Owners owners = new Owners(model, names);
        TypeReader types = new TypeReader(model.objects("types"), owners, this);
        FunctionReader functions = new FunctionReader(types, this);
        InterfaceReader interfaces = new InterfaceReader(model.objects("interfaces"), owners, types, functions, this);
        List<WitWorld> worlds =
                new WorldReader(owners, interfaces, types, functions, this).worlds(model.objects("worlds"));
        List<WitPackage> packages = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            JsonObject json = jsonPackages.get(i);
            WitPackage name = names.get(i);
            List<WitInterface> own =
                    json.numbers("interfaces").stream().map(interfaces::read).toList();
            List<WitWorld> ownWorlds =
                    json.numbers("worlds").stream().map(worlds::get).toList();
            packages.add(new WitPackage(name.namespace(), name.name(), name.version(), own, ownWorlds, name.docs()));
        }
        Optional<WitWorld> component =
                model.has("world") ? Optional.of(worlds.get(model.number("world"))) : Optional.empty();
        return new WitPackages(packages, packages.get(model.number("main")), component);
    }

    private static WitPackage emptyPackage(JsonObject json) {
        Optional<InterfaceVersion> version = json.optionalText("version")
                .map(text -> InterfaceVersion.read(text)
                        .orElseThrow(() -> new IllegalStateException(
                                "native WIT parser: expected a version, found \"" + text + "\"")));
        return new WitPackage(
                json.text("namespace"), json.text("name"), version, List.of(), List.of(), json.optionalText("docs"));
    }

    Optional<SourceSpan> span(JsonObject json) {
        return json.optionalObject("span")
                .map(span -> new SourceSpan(
                        files.get(span.number("file")),
                        span.number("start"),
                        span.number("end"),
                        span.number("line"),
                        span.number("column")));
    }

    static Stability stability(JsonObject json) {
        return json.optionalObject("stability")
                .map(gates -> new Stability(
                        gates.optionalText("since"), gates.optionalText("unstable"), gates.optionalText("deprecated")))
                .orElse(Stability.UNSTATED);
    }

    /** Who owns the types of each interface and each world, by the numbers that the JSON gives them. */
    static final class Owners {

        private final TypeOwner[] ofInterfaces;
        private final TypeOwner.OfWorld[] ofWorlds;

        Owners(JsonObject model, List<WitPackage> packages) {
            List<JsonObject> interfaces = model.objects("interfaces");
            List<JsonObject> worlds = model.objects("worlds");
            ofInterfaces = new TypeOwner[interfaces.size()];
            ofWorlds = new TypeOwner.OfWorld[worlds.size()];
            for (int i = 0; i < ofInterfaces.length; i++) {
                JsonObject json = interfaces.get(i);
                if (json.has("name")) {
                    WitPackage pkg = packages.get(json.number("package"));
                    ofInterfaces[i] = new TypeOwner.OfInterface(pkg.fullName(json.text("name")));
                }
            }
            for (int i = 0; i < ofWorlds.length; i++) {
                JsonObject json = worlds.get(i);
                WitPackage pkg = packages.get(json.number("package"));
                ofWorlds[i] = new TypeOwner.OfWorld(pkg.fullName(json.text("name")));
                inline(ofWorlds[i], false, json.objects("imports"));
                inline(ofWorlds[i], true, json.objects("exports"));
            }
        }

        private void inline(TypeOwner.OfWorld world, boolean exported, List<JsonObject> items) {
            for (JsonObject item : items) {
                if (item.has("interface") && ofInterfaces[item.number("interface")] == null) {
                    ofInterfaces[item.number("interface")] =
                            new TypeOwner.OfInline(world.world(), exported, item.text("name"));
                }
            }
        }

        TypeOwner ofInterface(int number) {
            TypeOwner owner = ofInterfaces[number];
            if (owner == null) {
                throw new IllegalStateException("native WIT parser: interface " + number + " belongs to nothing");
            }
            return owner;
        }

        TypeOwner.OfWorld ofWorld(int number) {
            return ofWorlds[number];
        }
    }
}
