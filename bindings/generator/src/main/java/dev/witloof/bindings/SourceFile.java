package dev.witloof.bindings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One file of Java source.
 *
 * @param path its path beneath a source root, with {@code /} between the parts
 * @param text its text; a file has it in UTF-8
 */
public record SourceFile(String path, String text) {

    /** With what every generated file begins, so that a build can tell it from one that a person wrote. */
    public static final String MARK = "// Made by witloof-bindings from ";

    /**
     * Whether a file begins as generated ones do.
     *
     * @throws IOException if it cannot be read
     */
    public static boolean isGenerated(Path file) throws IOException {
        byte[] mark = MARK.getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(mark.length), mark);
        }
    }

    /**
     * Writes the file beneath a source root, unless it stands there already with this very text.
     *
     * @return whether it was written
     * @throws IOException if it cannot be written
     */
    public boolean writeTo(Path root) throws IOException {
        Path file = root.resolve(path);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return false;
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return true;
    }
}
