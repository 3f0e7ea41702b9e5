package dev.witloof.maven;

import dev.witloof.bindings.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A source root with generated files in it, and perhaps others. A generated file is known by how it begins, so that
 * hand-written source beside it is never touched.
 *
 * @param root the source root; it need not exist
 */
record OutputFolder(Path root) {

    /** What {@link #write} did. */
    record Changes(int written, int removed) {

        boolean any() {
            return written + removed > 0;
        }
    }

    /** Writes the files that are not there or are different, and removes those that are generated no more. */
    Changes write(List<SourceFile> sources) throws IOException {
        int written = 0;
        for (SourceFile source : sources) {
            if (source.writeTo(root)) {
                written++;
            }
        }
        List<Path> stale = List.copyOf(stale(sources).values());
        for (Path file : stale) {
            remove(file);
        }
        return new Changes(written, stale.size());
    }

    /** One sentence for each file that {@link #write} would write or remove. */
    List<String> differences(List<SourceFile> sources) throws IOException {
        List<String> found = new ArrayList<>();
        for (SourceFile source : sources) {
            Path file = root.resolve(source.path());
            if (!Files.isRegularFile(file)) {
                found.add(source.path() + ": is missing");
            } else if (!Arrays.equals(Files.readAllBytes(file), source.text().getBytes(StandardCharsets.UTF_8))) {
                found.add(source.path() + ": differs");
            }
        }
        for (String path : stale(sources).keySet()) {
            found.add(path + ": is generated no more");
        }
        return found;
    }

    private SortedMap<String, Path> stale(List<SourceFile> sources) throws IOException {
        SortedMap<String, Path> stale = generated();
        sources.forEach(source -> stale.remove(source.path()));
        return stale;
    }

    private SortedMap<String, Path> generated() throws IOException {
        if (!Files.isDirectory(root)) {
            return new TreeMap<>();
        }
        List<Path> java;
        try (Stream<Path> all = Files.walk(root)) {
            java = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
        SortedMap<String, Path> generated = new TreeMap<>();
        for (Path file : java) {
            if (SourceFile.isGenerated(file)) {
                generated.put(root.relativize(file).toString().replace('\\', '/'), file);
            }
        }
        return generated;
    }

    /** Removes a file, and the folders that are empty without it. */
    private void remove(Path file) throws IOException {
        Files.delete(file);
        for (Path folder = file.getParent(); !folder.equals(root) && isEmpty(folder); folder = folder.getParent()) {
            Files.delete(folder);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
