package dev.witloof.benchmarks;

import dev.witloof.files.FileStores;
import dev.witloof.link.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** In files of a directory; by hand each value is a file that replaces the one before, without locks. */
final class FilesStore implements MeasuredStore {

    private final Path directory;

    FilesStore() throws IOException {
        directory = Files.createTempDirectory("witloof-benchmarks-");
    }

    @Override
    public Backend backend() {
        return FileStores.keyValue(directory).build();
    }

    @Override
    public ByHand byHand() throws IOException {
        return new Folder(Files.createDirectory(directory.resolve("by-hand")));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private record Folder(Path path) implements ByHand {

        @Override
        public byte @Nullable [] get(String key) throws IOException {
            try {
                return Files.readAllBytes(path.resolve(key));
            } catch (NoSuchFileException none) {
                return null;
            }
        }

        @Override
        public void set(String key, byte[] value) throws IOException {
            Path draft = Files.write(path.resolve(key + ".new"), value);
            Files.move(draft, path.resolve(key), StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void delete(String key) throws IOException {
            Files.deleteIfExists(path.resolve(key));
        }

        @Override
        public boolean exists(String key) {
            return Files.exists(path.resolve(key));
        }

        @Override
        public void close() {}
    }
}
