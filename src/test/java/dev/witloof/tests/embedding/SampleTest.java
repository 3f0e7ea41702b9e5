package dev.witloof.tests.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.bindings.SourceFile;
import dev.witloof.error.Problem;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.keyvalue.InMemoryKeyValue;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.keyvalue.v0_2_0_draft.Store;
import dev.witloof.link.Backend;
import dev.witloof.tests.Checkout;
import dev.witloof.tests.bindings.Compiled;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sample of the documentation: a component, two programs, a file of bindings, and the report to the letter. */
final class SampleTest {

    private static final Checkout CHECKOUT = Checkout.here();
    private static final String FOLDER = "src/test/resources/sample/";

    private final List<String> audit = new ArrayList<>();
    private final Component shop;
    private final ClassLoader programs = Compiled.load(Stream.of("Desk", "MyCache", "Shop", "ShopApp")
            .map(name -> "com/acme/" + name + ".java")
            .map(path -> new SourceFile(path, CHECKOUT.text(FOLDER + path)))
            .toList());

    SampleTest() throws IOException {
        shop = Component.load(CHECKOUT.root().resolve("guests/wat-sample/shop.wasm"));
    }

    private UnlinkableException failure(String file) throws ReflectiveOperationException {
        try {
            programs.loadClass("com.acme.ShopApp")
                    .getMethod("plan", Component.class, String.class, Consumer.class)
                    .invoke(null, shop, file, (Consumer<String>) audit::add);
            throw new AssertionError("linked");
        } catch (InvocationTargetException thrown) {
            return (UnlinkableException) thrown.getCause();
        }
    }

    @Test
    void theReportIsTheDocumented() throws ReflectiveOperationException {
        String report = failure(CHECKOUT.text(FOLDER + "bindings.yaml")).getMessage();

        assertThat(report.replace(shop.sha256().substring(0, 8), "ab12cd34") + "\n")
                .isEqualTo(CHECKOUT.text(FOLDER + "report.txt"));
    }

    @Test
    void whatTheReportSaysMendsTheFile() throws ReflectiveOperationException {
        String file = CHECKOUT.text(FOLDER + "bindings.yaml").replace("name: sesions", "name: sessions");

        assertThat(failure(file).problems()).extracting(Problem::importName).containsExactly(Optional.of("cache"));
        assertThat(audit).isEmpty();
    }

    @Test
    void theOtherProgramRuns() throws Exception {
        InMemoryKeyValue sessions = KeyValue.inMemory();
        try (Store.Bucket main = sessions.open("main")) {
            main.set("cart-42", "Ada".getBytes(StandardCharsets.UTF_8));
        }
        Object said = programs.loadClass("com.acme.Shop")
                .getMethod("run", Component.class, Backend.class, Consumer.class)
                .invoke(null, shop, sessions, (Consumer<String>) audit::add);

        assertThat(said).isEqualTo("hello cart-42 by Ada, hello cart-42 by Ada, 2");
        assertThat(audit).containsExactly("checkout cart-42");
    }

    @Test
    void theDocumentationShowsIt() {
        String page = CHECKOUT.text("docs/linking.md");

        assertThat(page)
                .contains("```yaml\n" + CHECKOUT.text(FOLDER + "bindings.yaml") + "```")
                .contains("```\n" + CHECKOUT.text(FOLDER + "report.txt") + "```")
                .contains("```java\n" + CHECKOUT.text(FOLDER + "com/acme/ShopApp.java") + "```")
                .contains("```java\n" + CHECKOUT.text(FOLDER + "com/acme/Shop.java") + "```")
                .contains("```wit\n" + CHECKOUT.text("guests/wat-shop/wit/shop.wit") + "```");
    }
}
