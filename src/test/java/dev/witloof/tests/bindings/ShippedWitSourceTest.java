package dev.witloof.tests.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.bindings.Generator;
import dev.witloof.bindings.GeneratorSettings;
import dev.witloof.bindings.SourceFile;
import dev.witloof.tests.wit.ShippedWit;
import dev.witloof.wit.parser.WitParser;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All WIT that the modules of the project ship gives Java that compiles, with and without what is unstable. */
final class ShippedWitSourceTest {

    private static final ShippedWit SHIPPED = ShippedWit.onClassPath();

    static Collection<String> packages() {
        return SHIPPED.packages().keySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void compiles(String name) {
        List<SourceFile> stable = Generator.of(GeneratorSettings.defaults())
                .generate(WitParser.create().parse(SHIPPED.bundle(name)));
        List<SourceFile> all = Generator.of(
                        GeneratorSettings.builder().allFeatures().build())
                .generate(WitParser.builder().allFeatures().build().parse(SHIPPED.bundle(name)));

        assertThat(Compiled.of(stable)).isNotEmpty();
        assertThat(Compiled.of(all)).isNotEmpty();
    }
}
