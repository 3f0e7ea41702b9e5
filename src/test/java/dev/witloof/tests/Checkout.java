package dev.witloof.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that is being tested, as files. */
public record Checkout(Path root) {

    /** Projects as users have them: builds of their own, whose code is not ours to lay out. */
    private static final List<String> SAMPLES = List.of("bindings/maven-plugin/src/it/", "examples/three-files/");

    /** Surefire runs in the module's folder, {@code src/test}. */
    public static Checkout here() {
        Path root = Path.of("").toAbsolutePath().getParent().getParent();
        if (!Files.exists(root.resolve("wit-model/pom.xml"))) {
            throw new IllegalStateException(root + ": expected the checkout's root, found no wit-model/pom.xml");
        }
        return new Checkout(root);
    }

    /** The text of a file, whose path is relative to the root. */
    public String text(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files whose name ends so, but not what a build made; with {@code /}, relative to the root, sorted. */
    public List<String> files(String ending) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(ending))
                    .filter(path -> !("/" + path).contains("/target/") && !path.startsWith(".git/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #files}, without the projects that are builds of their own. */
    public List<String> filesOfModules(String ending) {
        return files(ending).stream()
                .filter(path -> SAMPLES.stream().noneMatch(path::startsWith))
                .toList();
    }
}
