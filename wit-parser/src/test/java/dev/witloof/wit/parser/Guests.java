package dev.witloof.wit.parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The guests on the class path. */
final class Guests {

    /** Folders of WIT, with the files of each. */
    static final Map<String, List<String>> WIT = Map.of(
            "as-sessions/wit", List.of("world.wit", "deps/wasi-keyvalue/store.wit"),
            "c-sessions/wit", List.of("world.wit", "deps/wasi-keyvalue/store.wit"),
            "rust-sessions/wit", List.of("world.wit", "deps/wasi-keyvalue/store.wit"),
            "js-sessions/wit2", List.of("world.wit", "deps/c/c.wit", "deps/s/s.wit"),
            "c-plain/wit", List.of("w.wit", "deps/kv/store.wit", "deps/plain/p.wit"),
            "c-utf16/wit", List.of("w.wit"),
            "bench-micro", List.of("micro.wit"));

    private Guests() {}

    static byte[] bytes(String path) {
        try (InputStream in = Guests.class.getClassLoader().getResourceAsStream("guests/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("guests/" + path + ": expected on the class path, found nothing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, byte[]> wit(String folder) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String file : WIT.get(folder)) {
            files.put(file, bytes(folder + "/" + file));
        }
        return files;
    }
}
