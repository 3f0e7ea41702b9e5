package dev.witloof.tests.bindings;

import dev.witloof.bindings.Generator;
import dev.witloof.bindings.GeneratorSettings;
import dev.witloof.bindings.SourceFile;
import dev.witloof.instance.Component;
import dev.witloof.link.Linker;
import dev.witloof.tests.Checkout;
import dev.witloof.wit.parser.WitParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A program as a user writes it over generated interfaces: plain Java, which is compiled with them and knows nothing of how they
 * are served.
 */
@FunctionalInterface
public interface Program {

    /**
     * Binds what the component imports, and calls what it exports.
     *
     * @return what it has to say
     */
    String run(Linker.Builder linker, Component component) throws Exception;

    /**
     * Generates, compiles and loads.
     *
     * @param wit the folder of the WIT, from the root of the checkout
     * @param name the program's class, whose source stands in the folder {@code programs} of the resources
     */
    static Program of(String wit, String name) throws IOException, ReflectiveOperationException {
        Checkout checkout = Checkout.here();
        List<SourceFile> files = new ArrayList<>(
                Generator.of(GeneratorSettings.builder().adapters(true).build())
                        .generate(WitParser.create().parse(checkout.root().resolve(wit))));
        String path = "programs/" + name + ".java";
        files.add(new SourceFile(path, checkout.text("src/test/resources/" + path)));
        return (Program) Compiled.load(files)
                .loadClass("programs." + name)
                .getConstructor()
                .newInstance();
    }
}
