package dev.witloof.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.witloof.tests.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The shape of the whole code. {@link RulesCanFailTest} shows that each of these rules sees what breaks it. */
final class ArchitectureTest {

    private static final Checkout CHECKOUT = Checkout.here();
    private static final PackageOrder ORDER = PackageOrder.read(CHECKOUT.text("src/test/resources/package-order.txt"));

    @TestFactory
    Stream<DynamicTest> eachPackageUsesOnlyWhatStandsBeforeIt() {
        return withSources()
                .map(folder -> dynamicTest(
                        folder,
                        () -> assertThat(new PackageRules(ORDER).violations(folder, classesOf(folder)))
                                .isEmpty()));
    }

    @Test
    void everyModuleWithSourcesIsListed() {
        assertThat(withSources())
                .contains("wit-model", "linker")
                .isSubsetOf(ORDER.modules().stream()
                        .map(PackageOrder.Module::folder)
                        .toList());
    }

    @Test
    void noPackagesFormACycle() {
        Path[] all = withSources()
                .map(ArchitectureTest::classes)
                .filter(Files::exists)
                .toArray(Path[]::new);

        SlicesRuleDefinition.slices()
                .matching("dev.witloof.(**)")
                .should()
                .beFreeOfCycles()
                .check(new ClassFileImporter().importPaths(all));
    }

    @Test
    void noFileIsTooLong() {
        assertThat(FileRules.tooLong(CHECKOUT)).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIs() {
        assertThat(FileRules.undescribed(CHECKOUT)).isEmpty();
    }

    private static Stream<String> withSources() {
        return CHECKOUT.filesOfModules(".java").stream()
                .filter(path -> path.contains("/src/main/java/"))
                .map(path -> path.substring(0, path.indexOf("/src/main/java/")))
                .distinct();
    }

    private static JavaClasses classesOf(String folder) {
        assumeTrue(Files.exists(classes(folder)), folder + " is not built; a build of all modules does it");
        return new ClassFileImporter().importPath(classes(folder));
    }

    private static Path classes(String folder) {
        return CHECKOUT.root().resolve(folder).resolve("target/classes");
    }
}
