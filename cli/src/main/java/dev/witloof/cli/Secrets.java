package dev.witloof.cli;

import dev.witloof.config.SecretResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds what a file of bindings only names: {@code ${env:…}} in the environment, {@code ${file:…}} in a file whose path is
 * relative to the file of bindings, {@code ${secret:…}} in a file of its own or in a folder of secrets. A folder may hold
 * folders, as Kubernetes mounts secrets and configuration: each is a source of settings, a file for each key.
 *
 * @param environment the environment variables
 * @param folder where the file of bindings stands
 * @param single files of secrets, by the secrets' names
 * @param folders where sources of settings stand, by the list that names them
 */
record Secrets(Map<String, String> environment, Path folder, Map<String, Path> single, Map<String, Path> folders)
        implements SecretResolver {

    /** The list whose sources are secrets. */
    static final String SECRET_FROM = "secretFrom";

    /** The list whose sources are not. */
    static final String CONFIG_FROM = "configFrom";

    @Override
    public Optional<String> resolve(String scheme, String name) throws IOException {
        return switch (scheme) {
            case "env" -> Optional.ofNullable(environment.get(name));
            case "file" -> text(folder.resolve(name));
            case "secret" -> single.containsKey(name) ? text(single.get(name)) : text(in(SECRET_FROM, name));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Map<String, String>> resolveAll(String list, String name) throws IOException {
        Optional<Path> source = in(list, name).filter(Files::isDirectory);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> settings = new TreeMap<>();
        for (Path file : files(source.get())) {
            text(file).ifPresent(value -> settings.put(file.getFileName().toString(), value));
        }
        return Optional.of(settings);
    }

    /** Kubernetes keeps the versions of a source in folders and links whose names begin with two dots. */
    private static List<Path> files(Path source) throws IOException {
        try (Stream<Path> entries = Files.list(source)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith(".."))
                    .toList();
        }
    }

    /** What stands under a name in the folder of a list; a name that leads out of it is none. */
    private Optional<Path> in(String list, String name) {
        Path parent = folders.get(list);
        boolean isOne = !name.isEmpty() && !name.contains("/") && !name.startsWith("..") && !name.equals(".");
        return parent == null || !isOne ? Optional.empty() : Optional.of(parent.resolve(name));
    }

    private static Optional<String> text(Optional<Path> file) throws IOException {
        return file.isPresent() ? text(file.get()) : Optional.empty();
    }

    /** A file's text, without the line break at its end that editors put there. */
    private static Optional<String> text(Path file) throws IOException {
        try {
            String text = Files.readString(file);
            return Optional.of(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    /** Where the values are looked for, and none of them. */
    @Override
    public String toString() {
        return "Secrets" + single.keySet() + folders;
    }
}
