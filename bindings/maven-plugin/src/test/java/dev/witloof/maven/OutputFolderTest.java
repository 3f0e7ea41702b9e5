package dev.witloof.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.bindings.Generator;
import dev.witloof.bindings.GeneratorSettings;
import dev.witloof.bindings.SourceFile;
import dev.witloof.maven.OutputFolder.Changes;
import dev.witloof.wit.parser.WitParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFolderTest {

    private static final List<SourceFile> TWO = generated("interface one { f: func(); } interface two { g: func(); }");
    private static final List<SourceFile> ONE = generated("interface one { f: func(x: u32); }");

    @TempDir
    private Path root;

    private static List<SourceFile> generated(String interfaces) {
        return Generator.of(GeneratorSettings.defaults())
                .generate(WitParser.create().parseText("package a:b;\n" + interfaces));
    }

    @Test
    void whatIsThereAlreadyIsNotTouched() throws IOException {
        OutputFolder folder = new OutputFolder(root);
        assertThat(folder.write(TWO)).isEqualTo(new Changes(2, 0));
        FileTime early = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(root.resolve("a/b/One.java"), early);

        Changes again = folder.write(TWO);

        assertThat(again).isEqualTo(new Changes(0, 0));
        assertThat(again.any()).isFalse();
        assertThat(Files.getLastModifiedTime(root.resolve("a/b/One.java"))).isEqualTo(early);
    }

    @Test
    void whatIsGeneratedNoMoreIsRemovedAndNothingElse() throws IOException {
        OutputFolder folder = new OutputFolder(root);
        folder.write(TWO);
        Path elsewhere = root.resolve("old/c");
        Files.createDirectories(elsewhere);
        Files.move(root.resolve("a/b/Two.java"), elsewhere.resolve("Two.java"));
        Files.writeString(root.resolve("a/b/Hand.java"), "package a.b;\n// Made by witloof-bindings from nothing\n");
        Files.writeString(root.resolve("a/b/Empty.java"), "");
        Files.writeString(root.resolve("a/b/notes.txt"), "// Made by witloof-bindings from nothing\n");

        assertThat(folder.write(ONE)).isEqualTo(new Changes(1, 1));

        assertThat(root.resolve("old")).doesNotExist();
        assertThat(root.resolve("a/b/Hand.java")).exists();
        assertThat(root.resolve("a/b/Empty.java")).exists();
        assertThat(root.resolve("a/b/notes.txt")).exists();
        assertThat(folder.differences(ONE)).isEmpty();
    }

    @Test
    void theRootStaysWhenItIsEmpty() throws IOException {
        OutputFolder folder = new OutputFolder(root);
        folder.write(ONE);

        assertThat(folder.write(List.of())).isEqualTo(new Changes(0, 1));

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void aFolderThatDoesNotExistIsMade() throws IOException {
        OutputFolder folder = new OutputFolder(root.resolve("generated"));
        assertThat(folder.differences(ONE)).containsExactly("a/b/One.java: is missing");

        assertThat(folder.write(ONE)).isEqualTo(new Changes(1, 0));

        assertThat(folder.differences(ONE)).isEmpty();
    }

    @Test
    void eachDifferenceIsNamed() throws IOException {
        OutputFolder folder = new OutputFolder(root);
        folder.write(TWO);
        Path one = root.resolve("a/b/One.java");
        Files.writeString(one, TWO.get(0).text() + "\n");

        assertThat(folder.differences(TWO)).containsExactly("a/b/One.java: differs");
        Files.delete(one);
        assertThat(folder.differences(ONE))
                .containsExactly("a/b/One.java: is missing", "a/b/Two.java: is generated no more");
    }
}
