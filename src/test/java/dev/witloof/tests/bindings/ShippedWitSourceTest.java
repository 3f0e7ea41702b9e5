package dev.witloof.tests.bindings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.bindings.Generator;
import dev.witloof.bindings.GeneratorException;
import dev.witloof.bindings.GeneratorSettings;
import dev.witloof.bindings.SourceFile;
import dev.witloof.tests.wit.ShippedWit;
import dev.witloof.wit.parser.WitParser;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All WIT that the modules of the project ship gives Java that compiles, with and without what is unstable. */
final class ShippedWitSourceTest {

    private static final ShippedWit SHIPPED = ShippedWit.onClassPath();

    /** Their functions are asynchronous. */
    private static final Set<String> NOT_YET = Set.of("wasmcloud:keyvalue@0.2.0", "wasmcloud:secrets@2.1.0");

    static Collection<String> packages() {
        return SHIPPED.packages().keySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void compiles(String name) {
        if (NOT_YET.contains(name)) {
            assertThat(catchThrowableOfType(GeneratorException.class, () -> stable(name))
                            .problems())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.message())
                            .isEqualTo(
                                    "expected a synchronous function, found an async one, which cannot be bound yet"));
            return;
        }
        List<SourceFile> all = Generator.of(
                        GeneratorSettings.builder().allFeatures().build())
                .generate(WitParser.builder().allFeatures().build().parse(SHIPPED.bundle(name)));

        assertThat(Compiled.of(stable(name))).isNotEmpty();
        assertThat(Compiled.of(all)).isNotEmpty();
    }

    private static List<SourceFile> stable(String name) {
        return Generator.of(GeneratorSettings.defaults())
                .generate(WitParser.create().parse(SHIPPED.bundle(name)));
    }
}
