package dev.witloof.tests.bindings;

import dev.witloof.bindings.Generator;
import dev.witloof.bindings.GeneratorSettings;
import dev.witloof.bindings.SourceFile;
import dev.witloof.tests.Checkout;
import dev.witloof.tests.wit.ShippedWit;
import dev.witloof.wit.WitPackages;
import dev.witloof.wit.parser.WitParser;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code generated-sources.txt} says: where the Java of each WIT package that a module ships stands.
 *
 * @param places by WIT package; empty where there is none
 */
record OwnSource(SortedMap<String, Optional<Place>> places) {

    static final String ROOT = "/src/main/generated/";

    /**
     * Where the Java of a package stands.
     *
     * @param module the module's folder
     * @param javaPackage the Java package
     */
    record Place(String module, String javaPackage) {}

    static OwnSource read(Checkout checkout) {
        SortedMap<String, Optional<Place>> places = new TreeMap<>();
        checkout.text("src/test/resources/generated-sources.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" +"))
                .forEach(row -> places.put(
                        row[0], row.length == 1 ? Optional.empty() : Optional.of(new Place(row[1], row[2]))));
        return new OwnSource(places);
    }

    /** The files, their paths relative to the checkout's root: every stable interface of every package, and no worlds. */
    SortedMap<String, String> generate(ShippedWit shipped) {
        SortedMap<String, String> files = new TreeMap<>();
        places.forEach((name, place) -> place.ifPresent(at ->
                generate(name, shipped).forEach(file -> files.put(at.module() + ROOT + file.path(), file.text()))));
        return files;
    }

    private List<SourceFile> generate(String name, ShippedWit shipped) {
        WitPackages wit = WitParser.create().parse(shipped.bundle(name));
        GeneratorSettings.Builder settings = GeneratorSettings.builder();
        places.forEach((other, place) -> place.ifPresent(at -> {
            settings.javaPackage(other, at.javaPackage());
            if (!other.equals(name)) {
                settings.provided(other);
            }
        }));
        wit.main().interfaces().forEach(i -> settings.interfaces(i.owner().toString()));
        return Generator.of(settings.build()).generate(wit);
    }
}
