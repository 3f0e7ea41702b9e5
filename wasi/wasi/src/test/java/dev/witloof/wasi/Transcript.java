package dev.witloof.wasi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A command and what it printed under another host.
 *
 * @param guest the component
 * @param etc whether it was given a folder
 * @param arguments what it was started with
 * @param code its exit code
 * @param stdout what it wrote, in lines
 * @param stderr likewise
 */
record Transcript(
        String guest, boolean etc, List<String> arguments, int code, List<String> stdout, List<String> stderr) {

    /** Those in a file of {@code expected}, whose head says how they were started. */
    static List<Transcript> all(String file) {
        List<Transcript> all = new ArrayList<>();
        List<Transcript> these = List.of();
        for (String line : Guest.text("expected/" + file).split("\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ")) {
                these = begin(line);
                all.addAll(these);
            } else if (line.startsWith("  stderr: ")) {
                these.forEach(each -> each.stderr.add(line.substring("  stderr: ".length())));
            } else {
                these.forEach(each -> each.stdout.add(line.substring(2)));
            }
        }
        return all;
    }

    /** {@code c-wasi/hello-c.p2.wasm, hello-c.p1c.wasm · etc · prog one -> 0}. */
    private static List<Transcript> begin(String line) {
        String[] sides = line.split(" -> ");
        String[] parts = sides[0].split(" · ");
        String folder = parts[0].substring(0, parts[0].indexOf('/') + 1);
        List<String> arguments = List.of(parts[parts.length - 1].split(" "));
        return Arrays.stream(parts[0].split(", "))
                .map(guest -> new Transcript(
                        guest.startsWith(folder) ? guest : folder + guest,
                        parts.length == 3,
                        arguments,
                        Integer.parseInt(sides[1]),
                        new ArrayList<>(),
                        new ArrayList<>()))
                .toList();
    }

    @Override
    public String toString() {
        return guest + (etc ? " etc " : " ") + String.join(" ", arguments);
    }
}
