package dev.witloof.tests.architecture;

import dev.witloof.tests.Checkout;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What every Java file, and every package, must keep to. */
final class FileRules {

    static final int MOST_LINES = 450;

    private static final String GENERATED = "/src/main/generated/";

    private FileRules() {}

    /** Files that are too long, each with its number of lines; what was generated is as long as its WIT. */
    static List<String> tooLong(Checkout checkout) {
        return checkout.files(".java").stream()
                .filter(path -> !path.contains(GENERATED))
                .map(path -> Map.entry(path, checkout.text(path).lines().count()))
                .filter(file -> file.getValue() > MOST_LINES)
                .map(file -> file.getKey() + ": at most " + MOST_LINES + " lines, found " + file.getValue())
                .toList();
    }

    /** Packages of production code whose {@code package-info.java} is missing or is not {@code @NullMarked}. */
    static List<String> undescribed(Checkout checkout) {
        Map<String, String> found = new TreeMap<>();
        for (String path : checkout.filesOfModules(".java")) {
            if (path.contains("src/main/java/") || path.contains(GENERATED)) {
                found.putIfAbsent(folder(path), "package-info.java is missing");
            }
        }
        for (String path : checkout.filesOfModules("/package-info.java")) {
            String folder = folder(path);
            if (checkout.text(path).contains("@NullMarked\npackage ")) {
                found.remove(folder);
            } else {
                found.replace(folder, "package-info.java is not @NullMarked");
            }
        }
        return found.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .toList();
    }

    /** A package's folder; that of generated source is described in the hand-written one. */
    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/')).replace(GENERATED, "/src/main/java/");
    }
}
