package dev.witloof.tests.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.bindings.Generator;
import dev.witloof.bindings.GeneratorSettings;
import dev.witloof.bindings.SourceFile;
import dev.witloof.error.WitException;
import dev.witloof.instance.Component;
import dev.witloof.name.InterfaceName;
import dev.witloof.tests.wast.ComponentText;
import dev.witloof.type.Feature;
import dev.witloof.type.Features;
import dev.witloof.wit.WitPackages;
import dev.witloof.wit.parser.WitParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 300 random packages: their text, and components that have their worlds, give the same source, which compiles. */
@Tag("long")
final class RandomPackagesTest {

    private static final int PACKAGES = 300;
    private static final Features FEATURES = Features.DEFAULT.with(Feature.FIXED_LENGTH_LISTS);
    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);

    private final WitParser parser = WitParser.create();

    @Test
    void textAndBinaryGiveTheSame() {
        List<SourceFile> all = new ArrayList<>();
        int accepted = 0;
        for (int number = 0; accepted < PACKAGES; number++) {
            String text = new RandomWit(number).write();
            try {
                all.addAll(sources(text));
                accepted++;
            } catch (WitException e) {
                // Whether a world's exports can go together is more than the random text looks at.
                assertThat(e).as(text).hasMessageContaining("in incompatible ways");
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("package " + number + "\n" + text, e);
            }
        }

        assertThat(Compiled.of(all)).hasSizeGreaterThan(10 * PACKAGES);
    }

    private List<SourceFile> sources(String text) {
        Map<String, byte[]> files = Map.of("p.wit", text.getBytes(StandardCharsets.UTF_8));
        WitPackages wit = parser.parse(files);
        InterfaceName world = wit.world("w").fullName();
        Generator generator =
                Generator.of(GeneratorSettings.builder().world(world.toString()).build());
        byte[] component = ComponentText.ofWorld("w", parser.encode(files));

        List<SourceFile> fromText = generator.generate(wit);
        List<SourceFile> fromBinary = generator.generate(Component.load(component, FEATURES));

        assertThat(undocumented(fromBinary)).isEqualTo(undocumented(fromText));
        return fromText;
    }

    private static String undocumented(List<SourceFile> files) {
        StringBuilder text = new StringBuilder();
        for (SourceFile file : files) {
            text.append("==== ").append(file.path()).append('\n');
            JAVADOC.matcher(file.text())
                    .replaceAll("")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }
}
