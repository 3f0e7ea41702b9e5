package dev.witloof.tests.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.bindings.SourceFile;
import dev.witloof.tests.Checkout;
import dev.witloof.tests.wit.ShippedWit;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The Java that the modules have of their own WIT is what the generator makes of it. It is checked in, so that using it needs no cargo. */
final class GeneratedSourceTest {

    private static final Checkout CHECKOUT = Checkout.here();
    private static final ShippedWit SHIPPED = ShippedWit.onClassPath();
    private static final OwnSource OWN = OwnSource.read(CHECKOUT);
    private static final String REMEDY = """
            the checked-in Java differs from what the generator makes of the WIT; to make it anew:
            mvn -B -ntp -pl src/test -am test -Dtest=GeneratedSourceTest -Dsurefire.failIfNoSpecifiedTests=false -Dgenerated.write=true
            """;

    @Test
    void everyPackageThatIsShippedIsListed() {
        assertThat(OWN.places().keySet()).isEqualTo(SHIPPED.packages().keySet());
    }

    @Test
    void whatIsCheckedInIsWhatIsGenerated() throws IOException {
        SortedMap<String, String> made = OWN.generate(SHIPPED);
        if (Boolean.getBoolean("generated.write")) {
            write(made);
        }
        Set<String> there = new TreeSet<>(CHECKOUT.files(".java"));
        there.removeIf(path -> !path.contains(OwnSource.ROOT));

        assertThat(there).as(REMEDY).isEqualTo(made.keySet());
        assertThat(made)
                .allSatisfy((path, text) -> assertThat(CHECKOUT.text(path))
                        .as("%s: %s", path, REMEDY)
                        .isEqualTo(text));
    }

    private static void write(SortedMap<String, String> made) throws IOException {
        for (String path : CHECKOUT.files(".java")) {
            if (path.contains(OwnSource.ROOT) && !made.containsKey(path)) {
                Files.delete(CHECKOUT.root().resolve(path));
            }
        }
        for (var file : made.entrySet()) {
            new SourceFile(file.getKey(), file.getValue()).writeTo(CHECKOUT.root());
        }
    }
}
