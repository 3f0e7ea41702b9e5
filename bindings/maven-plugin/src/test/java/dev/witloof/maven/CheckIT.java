package dev.witloof.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.maven.Sample.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Source that is checked in beside hand-written source. */
@Tag("long")
final class CheckIT {

    private static final String IN_SOURCES = "-Dwitloof.outputDirectory=src/main/java";

    @BeforeAll
    static void modules() throws IOException {
        Reactor.layOut();
    }

    @Test
    void sourceThatIsNotWhatTheWitGivesFailsTheBuild() throws IOException {
        Sample shop = Sample.of("shop", Maven.CURRENT);
        Path prices = shop.path("src/main/java/app/Prices.java");
        Run fresh = shop.run("witloof:generate", "witloof:check", IN_SOURCES);
        assertThat(fresh.exit()).as(fresh.output()).isZero();
        assertThat(fresh.lines("[INFO] "))
                .contains("4 files in " + shop.path("src/main/java") + " are what is generated from "
                        + shop.path("src/main/wit"));
        String wit = Files.readString(shop.path("src/main/wit/shop.wit"));
        shop.write(
                "src/main/wit/shop.wit",
                wit.replace("note: func(line: string)", "note: func(text: string)")
                        .replace("interface carts", "interface baskets")
                        .replace("import carts", "import baskets"));

        Run run = shop.run("witloof:check", IN_SOURCES);

        assertThat(run.exit()).isOne();
        assertThat(run.lines("[ERROR] "))
                .startsWith(
                        "Failed to execute goal dev.witloof:witloof-maven-plugin:" + Reactor.version()
                                + ":check (default-cli) on project shop: " + shop.path("src/main/java")
                                + ": expected what is generated from " + shop.path("src/main/wit")
                                + ", found differences; the goal witloof:generate writes it anew:",
                        "acme/shop/v1_2_0/Audit.java: differs",
                        "acme/shop/v1_2_0/Baskets.java: is missing",
                        "acme/shop/v1_2_0/ShopExports.java: differs",
                        "acme/shop/v1_2_0/ShopImports.java: differs",
                        "acme/shop/v1_2_0/Carts.java: is generated no more",
                        "-> [Help 1]");
        Run again = shop.run("witloof:generate", "witloof:check", IN_SOURCES);
        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(shop.path("src/main/java/acme/shop/v1_2_0/Carts.java")).doesNotExist();
        assertThat(prices).exists();
    }
}
