package dev.witloof.wasi;

import dev.witloof.wasi.filesystem.Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the commands of {@code c-posix} and what is expected of it, which was written down before it ran. In the file beside its
 * source lines that begin with {@code #} say why, and lines that are indented belong to the last head:
 *
 * <pre>
 * arguments           one a line, after the command's name
 * environment         one a line
 * stdin               as it is, but \n
 * terminal            standard streams that are one
 * given               instead of the whole folder as "/": NAME FOLDER read|write
 * before, after       the folder: "d/", "f = its bytes", "l -> target", "f has 100 bytes"
 * stdout, stderr      in lines; a \ at the end takes the line's end away
 * exit, traps         the code, 0 unless it is said, or that it ends in a trap
 * system              why it runs in the file system of the system only
 * </pre>
 */
record PosixCommand(String name, Map<String, List<String>> said) {

    /** A directory that it is given. */
    record Given(String name, String folder, Access access) {}

    static PosixCommand of(String name) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        List<String> last = List.of();
        for (String line : Guest.text("c-posix/" + name + ".txt").split("\n")) {
            if (line.startsWith("  ")) {
                last.add(line.substring(2));
            } else if (!line.startsWith("#")) {
                String[] parts = line.split(" ", 2);
                last = said.computeIfAbsent(parts[0], head -> new ArrayList<>());
                if (parts.length > 1) {
                    last.add(parts[1]);
                }
            }
        }
        return new PosixCommand(name, said);
    }

    List<String> lines(String head) {
        return said.getOrDefault(head, List.of());
    }

    boolean says(String head) {
        return said.containsKey(head);
    }

    List<String> arguments() {
        List<String> all = new ArrayList<>(List.of("posix", name));
        all.addAll(lines("arguments"));
        return all;
    }

    List<Given> given() {
        if (!says("given")) {
            return List.of(new Given("/", ".", Access.READ_WRITE));
        }
        return lines("given").stream()
                .map(line -> line.split(" "))
                .map(parts -> new Given(parts[0], parts[1], parts[2].equals("read") ? Access.READ : Access.READ_WRITE))
                .toList();
    }

    /** What is written, with the ends of lines. */
    String text(String head) {
        StringBuilder text = new StringBuilder();
        for (String line : lines(head)) {
            text.append(line.endsWith("\\") ? line.substring(0, line.length() - 1) : line + "\n");
        }
        return text.toString();
    }

    int exit() {
        return says("exit") ? Integer.parseInt(lines("exit").get(0)) : 0;
    }
}
