package dev.witloof.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a command, made from lines and told in lines. */
final class PosixFolder {

    /** A longer file is told by its size. */
    private static final int SHORT = 80;

    private PosixFolder() {}

    static void make(Path folder, List<String> lines) throws IOException {
        for (String line : lines) {
            if (line.contains(" = ")) {
                String[] parts = line.split(" = ", 2);
                Files.writeString(folder.resolve(parts[0]), parts[1].replace("\\n", "\n"));
            } else if (line.contains(" -> ")) {
                String[] parts = line.split(" -> ", 2);
                Files.createSymbolicLink(
                        folder.resolve(parts[0]), folder.getFileSystem().getPath(parts[1]));
            } else if (line.contains(" has ")) {
                String[] parts = line.split(" has | bytes", 3);
                Files.write(folder.resolve(parts[0]), new byte[Integer.parseInt(parts[1])]);
            } else if (line.endsWith("/")) {
                Files.createDirectories(folder.resolve(line));
            } else {
                Files.createFile(folder.resolve(line));
            }
        }
    }

    static List<String> tell(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted().toList()) {
                if (!path.equals(folder)) {
                    lines.add(tell(folder, path));
                }
            }
        }
        return lines;
    }

    private static String tell(Path folder, Path path) throws IOException {
        String name = folder.relativize(path).toString();
        if (Files.isSymbolicLink(path)) {
            return name + " -> " + Files.readSymbolicLink(path);
        }
        if (Files.isDirectory(path)) {
            return name + "/";
        }
        long size = Files.size(path);
        if (size > SHORT) {
            return name + " has " + size + " bytes";
        }
        String text = new String(Files.readAllBytes(path), UTF_8);
        return size == 0 ? name : name + " = " + text.replace("\n", "\\n").replace("\0", "\\0");
    }
}
