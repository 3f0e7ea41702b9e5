package dev.witloof.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.tests.Checkout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The root documents say what is so. */
final class DocumentsTest {

    private static final Checkout CHECKOUT = Checkout.here();
    private static final List<String> JAVA = CHECKOUT.files(".java");
    private static final String PIN = "6d281648bd89caf885a7adcc412962dbd2425ab7";
    private static final Pattern NAMED = Pattern.compile("`((?:[a-z]+\\.)*)([A-Z]\\w+)[\\w.]*`");

    @Test
    void whatTheSpecificationsMapNamesExists() {
        List<String> missing = rows().flatMap(row -> named(row.substring(row.indexOf('|', 1))))
                .filter(path -> JAVA.stream().noneMatch(file -> file.endsWith(path)))
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void everyRowOfTheMapNamesATest() {
        assertThat(rows().toList()).hasSizeGreaterThan(50).allMatch(row -> row.endsWith("Test` |"), "ends with a test");
    }

    @Test
    void theMapNamesEveryClassThatLinksAHeading() {
        List<String> named = rows().flatMap(DocumentsTest::named).toList();
        List<String> unnamed = JAVA.stream()
                .filter(file ->
                        file.matches("linker/src/main/java/dev/witloof/(binary|layout|validation|state|abi)/[A-Z].*"))
                .filter(file -> CHECKOUT.text(file).contains(PIN + "/design/mvp/"))
                .filter(file -> named.stream().noneMatch(file::endsWith))
                .toList();

        assertThat(unnamed).isEmpty();
    }

    @Test
    void theMapNamesEveryHeading() {
        List<String> missing = new ArrayList<>();
        String section = "";
        for (String line :
                CHECKOUT.text("src/test/resources/headings.txt").lines().toList()) {
            if (line.endsWith(".md")) {
                section = plain(
                        CHECKOUT.text("SPEC.md").split("\n## " + line + "\n")[1].split("\n## ")[0]);
            } else if (line.startsWith("  ") && !section.contains(plain(line))) {
                missing.add(line.strip());
            }
        }

        assertThat(section).isNotEmpty();
        assertThat(missing).isEmpty();
    }

    @Test
    void everyClassOfValidationAbiAndStateNamesItsHeading() {
        List<String> without = JAVA.stream()
                .filter(file -> file.matches("linker/src/main/java/dev/witloof/(validation|abi|state)/[A-Z].*"))
                .filter(file -> !CHECKOUT.text(file).contains("@see <a href=\"https://"))
                .toList();

        assertThat(without).isEmpty();
    }

    private static String plain(String text) {
        return text.replace("`", "").toLowerCase(Locale.ROOT).strip();
    }

    @Test
    void everyLinkIsToThePinnedCommit() {
        List<String> others = Stream.concat(JAVA.stream(), CHECKOUT.files(".md").stream())
                .filter(file -> Pattern.compile("WebAssembly/component-model/(blob|tree)/(?!" + PIN + ")")
                        .matcher(CHECKOUT.text(file))
                        .find())
                .filter(file -> !file.endsWith("DocumentsTest.java"))
                .toList();

        assertThat(others).isEmpty();
    }

    @Test
    void theReadmesSampleIsTheOneThatIsCompiled() {
        String sample = CHECKOUT.text("examples/shop/src/main/java/dev/witloof/examples/shop/Shop.java")
                .split("        // README\n")[1];

        assertThat(CHECKOUT.text("README.md"))
                .contains("```java\n" + sample.stripTrailing().stripIndent() + "\n```");
    }

    @Test
    void theReadmesTestIsOneThatRuns() {
        String test = CHECKOUT.text("testkit/src/test/java/dev/witloof/testkit/guide/LookupTest.java")
                .split("// README\n")[1];

        assertThat(CHECKOUT.text("README.md")).contains("```java\n" + test.stripTrailing() + "\n```");
    }

    @Test
    void theSamplesOfTheGuideToTestingAreCompiled() {
        areCompiled(
                "docs/testing.md",
                9,
                "testkit/src/test/java/dev/witloof/testkit/guide/SessionsGuide.java",
                "testkit/src/test/java/dev/witloof/testkit/guide/ProgramsGuideTest.java",
                "testkit/src/test/java/dev/witloof/testkit/guide/WasiAndMocksTest.java");
    }

    @Test
    void theSamplesOfTheGuideToTestingStoresAreCompiled() {
        areCompiled(
                "docs/testing-stores.md",
                4,
                "src/test/java/dev/witloof/tests/contract/InMemoryContractTest.java",
                "src/test/java/dev/witloof/tests/contract/ShelfProcessesTest.java",
                "src/test/java/dev/witloof/tests/contract/BoundedContractTest.java",
                "src/test/java/dev/witloof/tests/contract/BlobsInMemoryContractTest.java");
    }

    @Test
    void theSamplesOfTheGuideToStoresAreCompiled() {
        String bound = CHECKOUT.text("src/test/java/dev/witloof/tests/guests/BucketsTest.java")
                .split("        // README\n")[1];
        String store = CHECKOUT.text("src/test/java/dev/witloof/tests/contract/MapKeyValue.java")
                .split("(?=\nfinal class)")[1];

        assertThat(CHECKOUT.text("docs/stores.md"))
                .contains("```java\n" + bound.stripTrailing().stripIndent() + "\n```")
                .contains("```java\n" + store.strip() + "\n```");
    }

    @Test
    void theSamplesOfMessagingAreCompiled() {
        areCompiled(
                "docs/messaging.md",
                3,
                "src/test/java/dev/witloof/tests/messages/MessagingPageTest.java",
                "src/test/java/dev/witloof/tests/contract/InMemoryMessagingContractTest.java",
                "src/test/java/dev/witloof/tests/messages/SettingsTest.java");
    }

    private static void areCompiled(String document, int count, String... sources) {
        String compiled = withoutSpace(Stream.of(sources).map(CHECKOUT::text).collect(Collectors.joining()));
        List<String> samples = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(CHECKOUT.text(document))
                .results()
                .map(sample -> withoutSpace(sample.group(1)))
                .toList();

        assertThat(samples)
                .hasSize(count)
                .allSatisfy(sample -> assertThat(compiled).contains(sample));
    }

    /** Lines break where the formatter has them, elsewhere in documents. */
    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void theTestCommandIsTheSameEverywhere() {
        String command = "\nmvn -B -ntp verify\n";

        assertThat(CHECKOUT.text("README.md")).contains(command);
        assertThat(CHECKOUT.text("CONTRIBUTING.md")).contains(command);
        assertThat(CHECKOUT.text(".ci/run")).contains("mvn -B -ntp verify \"$@\"");
    }

    @Test
    void theTablesOfClassesNameWhatExists() {
        List<String> named = CHECKOUT.text("ARCHITECTURE.md")
                .lines()
                .dropWhile(line -> !line.startsWith("| class |"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .flatMap(DocumentsTest::named)
                .toList();

        assertThat(named)
                .hasSizeGreaterThan(150)
                .allMatch(path -> JAVA.stream().anyMatch(file -> file.endsWith(path)), "exists");
    }

    /** So that none is forgotten of the packages that an embedder configures. */
    @Test
    void theTablesNameEveryClassOfTheLinkerAndWhatStandsAroundIt() {
        String page = CHECKOUT.text("ARCHITECTURE.md");
        List<String> missing = JAVA.stream()
                .filter(file ->
                        file.matches(".*/src/main/java/dev/witloof/(link|policy|wrapper|limit|config|cli)/[A-Z].*"))
                .map(file -> file.replaceAll(".*/|\\.java", ""))
                .filter(name -> !Pattern.compile("`([a-z]+\\.)?" + name + "[`.]")
                        .matcher(page)
                        .find())
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void theReadmeLinksEveryPage() {
        assertThat(CHECKOUT.files(".md"))
                .filteredOn(page -> page.startsWith("docs/"))
                .isNotEmpty()
                .allMatch(page -> CHECKOUT.text("README.md").contains("(" + page + ")"), "is linked");
    }

    @Test
    void whatTheDocumentsLinkToExists() {
        List<String> dead = CHECKOUT.files(".md").stream()
                .filter(document -> document.matches("(docs/)?[^/]+"))
                .flatMap(document -> Pattern.compile("]\\((?!https?:)([^)#]+)")
                        .matcher(CHECKOUT.text(document))
                        .results()
                        .map(link -> CHECKOUT.root().resolve(document).resolveSibling(link.group(1))))
                .filter(path -> !path.toFile().exists())
                .map(Object::toString)
                .toList();

        assertThat(dead).isEmpty();
    }

    private static Stream<String> rows() {
        return CHECKOUT.text("SPEC.md").lines().filter(line -> line.startsWith("| ") && !line.startsWith("| heading "));
    }

    /** The ends of the files in which the classes of a row stand, such as {@code /state/HandleTable.java}. */
    private static Stream<String> named(String row) {
        return NAMED.matcher(row).results().map(DocumentsTest::path);
    }

    private static String path(MatchResult name) {
        return "/" + name.group(1).replace('.', '/') + name.group(2) + ".java";
    }
}
