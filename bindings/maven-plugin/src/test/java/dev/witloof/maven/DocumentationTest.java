package dev.witloof.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The page about the plugin says what the plugin's descriptor says, and shows what is built. */
final class DocumentationTest {

    private static final Path PAGE = Path.of("../../docs/maven-plugin.md");

    private static Document xml(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> all(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String text(Element element, String child) {
        NodeList found = element.getElementsByTagName(child);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static List<Element> goals() throws Exception {
        return all(xml(Path.of("target/classes/META-INF/maven/plugin.xml")).getElementsByTagName("mojo"));
    }

    private static List<String> goalNames() throws Exception {
        return goals().stream().map(goal -> text(goal, "goal")).toList();
    }

    @Test
    void everyGoalHasItsRowAndPhase() throws Exception {
        String page = Files.readString(PAGE);
        for (Element goal : goals()) {
            String phase = text(goal, "phase");
            String row = row(page, text(goal, "goal"));
            assertThat(row)
                    .endsWith(phase.isEmpty() ? row.substring(row.lastIndexOf("| none")) : "| `" + phase + "` |");
        }
        assertThat(goalNames()).containsExactlyInAnyOrder("generate", "test-generate", "check", "inspect", "help");
    }

    @Test
    void everySettingHasItsRowPropertyAndDefault() throws Exception {
        String page = Files.readString(PAGE);
        List<String> seen = new ArrayList<>();
        for (Element goal : goals()) {
            if (text(goal, "goal").equals("help")) {
                continue;
            }
            for (Element parameter : all(goal.getElementsByTagName("parameter"))) {
                if (text(parameter, "editable").equals("true")) {
                    String name = text(parameter, "name");
                    assertThat(row(page, name)).contains(configured(goal, name));
                    seen.add(name);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(30).contains("wit", "component", "world", "skip");
    }

    /** The property in back quotes, and the default if there is one, as the page writes both. */
    private static List<String> configured(Element goal, String parameter) {
        Element configuration =
                (Element) ((Element) goal.getElementsByTagName("configuration").item(0))
                        .getElementsByTagName(parameter)
                        .item(0);
        String property = configuration.getTextContent();
        List<String> expected = new ArrayList<>(List.of("`" + property.substring(2, property.length() - 1) + "`"));
        String usual = configuration.getAttribute("default-value");
        if (!usual.isEmpty()) {
            expected.add("`"
                    + usual.replace("${project.basedir}/", "")
                            .replace("${basedir}/", "")
                            .replace("${project.build.directory}", "target")
                    + "`");
        }
        return expected;
    }

    @Test
    void everyGoalIsMappedForM2e() throws Exception {
        Document mapping = xml(Path.of("src/main/resources/META-INF/m2e/lifecycle-mapping-metadata.xml"));
        List<String> mapped = all(mapping.getElementsByTagName("goal")).stream()
                .map(Element::getTextContent)
                .toList();

        assertThat(goalNames()).containsAll(mapped);
        assertThat(mapped).containsExactlyInAnyOrder("generate", "test-generate", "check", "inspect");
    }

    @Test
    void whatThePageShowsIsBuilt() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(page).contains(block("src/it/settings/pom.xml", "        <executions>", "        </executions>"));
        assertThat(page).contains(block("src/it/modules/service/pom.xml", "      <plugin>", "      </plugin>"));
    }

    private static String block(String file, String first, String last) throws IOException {
        String text = Files.readString(Path.of(file));
        String part = text.substring(text.indexOf(first), text.indexOf(last) + last.length());
        return "```xml\n" + part.stripIndent() + "\n```";
    }

    private static String row(String page, String name) {
        return page.lines()
                .filter(line -> line.startsWith("| `" + name + "` |"))
                .reduce((one, two) -> {
                    throw new AssertionError(name + ": two rows");
                })
                .orElseThrow(() -> new AssertionError(name + ": no row"));
    }
}
