package dev.witloof.tests.wit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * WIT packages as the class path has them: {@code META-INF/wit/NAMESPACE/PACKAGE/VERSION/*.wit}.
 *
 * @param packages the files of each package, by a name such as {@code wasi:io@0.2.12}
 */
public record ShippedWit(SortedMap<String, SortedMap<String, byte[]>> packages) {

    private static final String ROOT = "META-INF/wit";
    private static final Pattern COMMENT = Pattern.compile("//.*");
    private static final Pattern REFERENCE = Pattern.compile("([a-z0-9-]+:[a-z0-9-]+)/[a-z0-9-]+(@[\\w.+-]*\\w)");

    /** All that the modules bring. */
    public static ShippedWit onClassPath() {
        try {
            SortedMap<String, SortedMap<String, byte[]>> packages = new TreeMap<>();
            for (URL root : Collections.list(ShippedWit.class.getClassLoader().getResources(ROOT))) {
                read(root.toURI(), packages);
            }
            return new ShippedWit(packages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A folder of classes or a jar, whichever the build has made so far. */
    private static void read(URI root, Map<String, SortedMap<String, byte[]>> packages) throws IOException {
        if (root.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
                read(jar.getPath(ROOT), packages);
            }
        } else {
            read(Path.of(root), packages);
        }
    }

    private static void read(Path root, Map<String, SortedMap<String, byte[]>> packages) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path path = root.relativize(file);
                if (path.getNameCount() != 4 || !path.toString().endsWith(".wit")) {
                    throw new IllegalStateException(
                            path + ": expected NAMESPACE/PACKAGE/VERSION/FILE.wit beneath " + ROOT);
                }
                String name = path.getName(0) + ":" + path.getName(1) + "@" + path.getName(2);
                packages.computeIfAbsent(name, none -> new TreeMap<>())
                        .put(path.getName(3).toString(), Files.readAllBytes(file));
            }
        }
    }

    /** The files of a package, and beneath {@code deps/} those of all packages that it needs, as the parser takes them. */
    public Map<String, byte[]> bundle(String name) {
        Map<String, byte[]> bundle = new LinkedHashMap<>(packages.get(name));
        for (String needed : needed(name)) {
            packages.get(needed)
                    .forEach((file, bytes) -> bundle.put("deps/" + needed.replace(':', '-') + "/" + file, bytes));
        }
        return bundle;
    }

    /** A package that is not shipped is left out; the parser says where it is missed. */
    private Set<String> needed(String name) {
        Set<String> needed = new TreeSet<>();
        List<String> open = List.of(name);
        while (!open.isEmpty()) {
            open = open.stream()
                    .flatMap(this::references)
                    .filter(packages::containsKey)
                    .filter(needed::add)
                    .toList();
        }
        needed.remove(name);
        return needed;
    }

    private Stream<String> references(String name) {
        return packages.get(name).values().stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .map(text -> COMMENT.matcher(text).replaceAll(""))
                .flatMap(text -> REFERENCE.matcher(text).results())
                .map(found -> found.group(1) + found.group(2));
    }
}
