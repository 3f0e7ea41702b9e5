package dev.witloof.binary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The real components on the class path, as a folder or in a jar. */
final class Guests {

    private Guests() {}

    /** All of them, by their path beneath {@code guests/}. */
    static SortedMap<String, byte[]> all() {
        URL one = Guests.class.getResource("/guests/c-sessions/sessions.wasm");
        try {
            URI uri = one.toURI();
            if (!uri.getScheme().equals("jar")) {
                return under(Path.of(uri).getParent().getParent());
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return under(jar.getPath("/guests"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SortedMap<String, byte[]> under(Path folder) throws IOException {
        SortedMap<String, byte[]> guests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".wasm")) {
                    guests.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        }
        return guests;
    }

    static byte[] guest(String path) {
        return resource("/guests/" + path);
    }

    static byte[] resource(String path) {
        try (InputStream in = Guests.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException(path + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
