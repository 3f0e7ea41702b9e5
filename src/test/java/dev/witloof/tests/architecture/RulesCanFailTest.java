package dev.witloof.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.witloof.tests.Checkout;
import dev.witloof.tests.architecture.fixture.high.High;
import dev.witloof.tests.architecture.fixture.low.Low;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each architecture rule, on classes and files that break it. */
final class RulesCanFailTest {

    private static final JavaClasses LOW = new ClassFileImporter().importClasses(Low.class);
    private static final JavaClasses BOTH = new ClassFileImporter().importPackagesOf(Low.class, High.class);
    private static final String FIXTURE = "dev.witloof.tests.architecture.fixture.";

    @Test
    void aLowPackageThatUsesAHighOne() {
        List<String> violations = rules("""
                module fixture
                  packages tests.architecture.fixture.low tests.architecture.fixture.high
                  library org.assertj
                """).violations("fixture", BOTH);

        assertThat(violations)
                .containsExactly(
                        FIXTURE + "low.Low uses " + FIXTURE + "high.High$Inner: tests.architecture.fixture.high comes"
                                + " after tests.architecture.fixture.low",
                        FIXTURE + "low.Low uses " + FIXTURE + "high.High: tests.architecture.fixture.high comes after"
                                + " tests.architecture.fixture.low");
    }

    @Test
    void aModuleThatUsesAnother() {
        String other = """
                module below
                  packages tests.architecture.fixture.high
                module fixture
                  packages tests.architecture.fixture.low
                  library org.assertj
                """;

        assertThat(rules(other).violations("fixture", LOW))
                .containsExactly(
                        FIXTURE + "low.Low uses " + FIXTURE + "high.High$Inner: fixture may not use below",
                        FIXTURE + "low.Low uses " + FIXTURE + "high.High: fixture may not use below");
        assertThat(rules(other + "  uses below\n").violations("fixture", LOW)).isEmpty();
    }

    @Test
    void aPackageThatIsNotListed() {
        PackageRules rules = rules("""
                module fixture
                  packages tests.architecture.fixture.low
                  library org.assertj
                """);

        assertThat(rules.violations("fixture", BOTH))
                .contains(FIXTURE + "high.High: its package is not listed in fixture")
                .contains(FIXTURE + "low.Low uses " + FIXTURE
                        + "high.High: tests.architecture.fixture.high is not listed");
    }

    @Test
    void aLibraryThatIsNotAllowed() {
        PackageRules rules = rules("""
                module fixture
                  packages tests.architecture.fixture.high tests.architecture.fixture.low
                """);

        assertThat(rules.violations("fixture", LOW))
                .containsExactly(FIXTURE + "low.Low uses org.assertj.core.util.Lists: no library of fixture");
    }

    @Test
    void aLibraryThatAnotherPackageKeepsToItself() {
        PackageRules rules = rules("""
                module fixture
                  packages tests.architecture.fixture.high tests.architecture.fixture.low
                  library org.assertj only tests.architecture.fixture.high
                """);

        assertThat(rules.violations("fixture", LOW))
                .containsExactly(
                        FIXTURE + "low.Low uses org.assertj.core.util.Lists: only tests.architecture.fixture.high may");
    }

    @Test
    void aCycle() {
        assertThatThrownBy(() -> SlicesRuleDefinition.slices()
                        .matching("dev.witloof.(**)")
                        .should()
                        .beFreeOfCycles()
                        .check(BOTH))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cycle detected: Slice tests.architecture.fixture.high");
    }

    @Test
    void aLongFile(@TempDir Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve("some/src/test/java"));
        Files.writeString(folder.resolve("Long.java"), "\n".repeat(451));
        Files.writeString(folder.resolve("Short.java"), "\n".repeat(450));
        Files.writeString(Files.createDirectories(root.resolve("some/target")).resolve("Made.java"), "\n".repeat(451));

        assertThat(FileRules.tooLong(new Checkout(root)))
                .containsExactly("some/src/test/java/Long.java: at most 450 lines, found 451");
    }

    @Test
    void aPackageWithoutDescription(@TempDir Path root) throws IOException {
        for (String name : List.of("bare", "unmarked", "good")) {
            Path folder =
                    Files.createDirectories(root.resolve("some/src/main/java").resolve(name));
            Files.writeString(folder.resolve("A.java"), "package " + name + ";\n");
        }
        Path sources = root.resolve("some/src/main/java");
        Files.writeString(sources.resolve("unmarked/package-info.java"), "package unmarked;\n");
        Files.writeString(sources.resolve("good/package-info.java"), "@NullMarked\npackage good;\n");

        assertThat(FileRules.undescribed(new Checkout(root)))
                .containsExactly(
                        "some/src/main/java/bare: package-info.java is missing",
                        "some/src/main/java/unmarked: package-info.java is not @NullMarked");
    }

    @Test
    void aLineOfTheOrderThatIsMisspelt() {
        assertThatThrownBy(() -> PackageOrder.read("modul wit-model"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("package-order.txt: expected module, packages, uses or library, found \"modul wit-model\"");
    }

    private static PackageRules rules(String order) {
        return new PackageRules(PackageOrder.read(order));
    }
}
