package dev.witloof.bindings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.WitException;
import dev.witloof.wit.parser.WitParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WitPlacesTest {

    @TempDir
    private Path wit;

    private void write(String file, String text) throws IOException {
        Files.createDirectories(wit.resolve(file).getParent());
        Files.writeString(wit.resolve(file), text);
    }

    private WitException wrong(Path input) {
        return catchThrowableOfType(WitException.class, () -> WitParser.create().parse(input));
    }

    @Test
    void theFileIsNamedInFull() throws IOException {
        write("shop.wit", "package a:b;\ninterface i { use c:d/e.{x}; }\n");
        write("deps/d/d.wit", "package c:d;\ninterface e { type x = nothing; }\n");

        assertThat(new WitPlaces(wit).text(wrong(wit))).isEqualTo("""
                %1$s: expected no errors, found 1:
                %1$s/deps/d/d.wit:2:24: type `nothing` does not exist
                interface e { type x = nothing; }
                                       ^^^^^^^""".formatted(wit));
    }

    @Test
    void otherPlacesToo() throws IOException {
        write("shop.wit", "package a:b;\n");
        write("deps/one/d.wit", "package c:d;\n");
        write("deps/two/d.wit", "package c:d;\n");

        assertThat(new WitPlaces(wit).text(wrong(wit))).isEqualTo("""
                %1$s: expected no errors, found 1:
                %1$s/deps/two/d.wit:1:9: package `c:d` is defined twice
                package c:d;
                        ^^^
                  %1$s/deps/one/d.wit:1:9: the other definition""".formatted(wit));
    }

    @Test
    void oneFileIsItself() throws IOException {
        write("shop.wit", "package a:b;\ninterface i { f: func(x u32); }\n");
        Path file = wit.resolve("shop.wit");

        assertThat(new WitPlaces(file).text(wrong(file))).isEqualTo("""
                %1$s: expected no errors, found 1:
                %1$s:2:25: expected ':', found keyword `u32`
                interface i { f: func(x u32); }
                                        ^^^""".formatted(file));
    }

    @Test
    void whatTheGeneratorRefusesHasItsPlace() throws IOException {
        write("shop.wit", "package a:b;\ninterface i {\n  new-cart: func();\n  resource cart { constructor(); }\n}\n");

        GeneratorException e = catchThrowableOfType(
                GeneratorException.class,
                () -> Generator.of(GeneratorSettings.defaults())
                        .generate(WitParser.create().parse(wit)));

        assertThat(new WitPlaces(wit).text(e)).isEqualTo("""
                %1$s: expected no errors, found 1:
                %1$s/shop.wit:4:19: a:b/i: expected names that differ in Java, found function "new-cart" (shop.wit:3:3)\
                 and function "[constructor]cart", both "newCart\"""".formatted(wit));
    }

    @Test
    void anErrorWithoutAFileHasNone() throws IOException {
        write("deps/d/d.wit", "package c:d;\n");

        assertThat(new WitPlaces(wit).text(wrong(wit)))
                .isEqualTo(wit + ": expected no errors, found 1:\nexpected at least one .wit file, found none");
    }
}
