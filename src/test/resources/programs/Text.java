package programs;

import demo.text.v0_1_0.BothExports;
import demo.text.v0_1_0.BothImports;
import dev.witloof.host.Tuple2;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import dev.witloof.tests.bindings.Program;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Strings to a guest that keeps them as UTF-16, and through it to two lambdas. */
public final class Text implements Program {

    public Text() {}

    @Override
    public String run(Linker.Builder linker, Component component) {
        new BothImports()
                .loud(s -> s.toUpperCase(Locale.ROOT) + "!")
                .quiet(s -> new StringBuilder(s).reverse().toString())
                .applyTo(linker);
        StringBuilder said = new StringBuilder();
        try (ComponentInstance app = linker.build().plan(component).instantiate()) {
            BothExports both = app.as(BothExports.class);
            String[][] pairs = {
                {"abc", "xyz"}, {"é", "日本"}, {"😀a", "b😀"}, {"", ""}, {"ß".repeat(3), "a".repeat(70_000)}
            };
            for (String[] pair : pairs) {
                said.append(quoted(shortened(both.join(pair[0], pair[1])))).append('\n');
            }
            Tuple2<Long, int[]> counted = both.count("a😀é");
            said.append('[').append(counted.v0()).append(",[");
            said.append(Arrays.stream(counted.v1())
                    .mapToObj(Character::toString)
                    .map(Text::quoted)
                    .collect(Collectors.joining(",")));
            said.append("]]\n");
        }
        return said.toString();
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 12) + "…" + text.length() : text;
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
