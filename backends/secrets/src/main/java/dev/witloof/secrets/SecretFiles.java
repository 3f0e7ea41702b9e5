package dev.witloof.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file for each secret.
 *
 * @param folder where they are
 */
record SecretFiles(Path folder) implements SecretSource {

    private static final int MOST_BYTES = 1 << 20;

    @Override
    public Optional<SecretValue> get(String key) throws IOException {
        Path file = file(key);
        if (file == null) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("expected at most " + MOST_BYTES + " bytes, found more");
            }
            return Optional.of(SecretValue.of(bytes));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /** The file of a key; {@code null} if it can have none. */
    private @Nullable Path file(String key) throws IOException {
        if (key.isEmpty() || key.equals(".") || key.equals("..") || key.contains("/") || key.contains("\\")) {
            return null;
        }
        try {
            Path real = folder.resolve(key).toRealPath();
            return real.startsWith(folder.toRealPath()) && Files.isRegularFile(real) ? real : null;
        } catch (InvalidPathException | NoSuchFileException none) {
            return null;
        }
    }
}
