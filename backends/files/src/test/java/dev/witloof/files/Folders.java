package dev.witloof.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What tests look for in folders. */
final class Folders {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private Folders() {}

    /** The files below a folder that this process has open; none where the system does not tell. */
    static List<Path> open(Path folder) {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(DESCRIPTORS)) {
            Path real = folder.toRealPath();
            return all.map(Folders::target)
                    .filter(Objects::nonNull)
                    .filter(target -> target.startsWith(real))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (IOException closedMeanwhile) {
            return null;
        }
    }

    /** Fails unless nothing is open below a folder. */
    static void areClosed(Path folder) {
        assertThat(open(folder)).as("open below the folder").isEmpty();
    }

    /** All files below a folder, relative to it, sorted; folders are not told. */
    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** What writers have not finished, or left. */
    static List<String> drafts(Path directory) throws IOException {
        return files(directory).stream()
                .filter(file -> file.startsWith("writers/") && !file.endsWith("/alive"))
                .toList();
    }
}
