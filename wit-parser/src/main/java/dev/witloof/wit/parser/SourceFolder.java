package dev.witloof.wit.parser;

import dev.witloof.error.WitException;
import dev.witloof.error.WitException.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The WIT files of a folder, by the paths that the parser expects. */
final class SourceFolder {

    private final Map<String, byte[]> files = new TreeMap<>();
    private final int maxInput;
    private long size;

    private SourceFolder(int maxInput) {
        this.maxInput = maxInput;
    }

    static Map<String, byte[]> read(Path folder, int maxInput) throws IOException {
        SourceFolder sources = new SourceFolder(maxInput);
        sources.addAll(folder, "", false);
        Path deps = folder.resolve("deps");
        if (Files.isDirectory(deps)) {
            sources.addAll(deps, "deps/", true);
            for (Path entry : entries(deps)) {
                if (Files.isDirectory(entry)) {
                    sources.addAll(entry, "deps/" + entry.getFileName() + "/", false);
                }
            }
        }
        return sources.files;
    }

    private void addAll(Path folder, String prefix, boolean binaries) throws IOException {
        for (Path entry : entries(folder)) {
            String name = entry.getFileName().toString();
            boolean wanted = name.endsWith(".wit") || binaries && name.endsWith(".wasm");
            if (wanted && Files.isRegularFile(entry)) {
                size += Files.size(entry);
                checkSize(size, maxInput);
                files.put(prefix + name, Files.readAllBytes(entry));
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    /** Refuses before reading what the native library would refuse after it. */
    static void checkSize(long size, int maxInput) {
        if (size > maxInput) {
            throw tooLarge("the input has at least " + size + " bytes; at most " + maxInput + " are allowed");
        }
    }

    static WitException tooLarge(String message) {
        return new WitException(List.of(new Diagnostic("limit", message, "", 0, 0, 0, 0, "", List.of())));
    }
}
