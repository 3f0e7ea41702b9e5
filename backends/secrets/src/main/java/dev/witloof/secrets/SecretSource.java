package dev.witloof.secrets;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where secrets are found: whatever the embedder has. Any number of threads may ask. */
@FunctionalInterface
public interface SecretSource {

    /**
     * The secret under a key.
     *
     * @return empty if there is none
     * @throws Exception if it cannot be had: a {@link java.io.IOException} is the interface's error {@code io}, any other
     *     {@code upstream}. The guest is told the exception's class and not its message, which may hold a secret
     */
    Optional<SecretValue> get(String key) throws Exception;

    /** A copy of a map of texts. */
    static SecretSource of(Map<String, String> secrets) {
        Map<String, SecretValue> values = new LinkedHashMap<>();
        secrets.forEach((key, text) -> values.put(key, SecretValue.text(text)));
        return key -> Optional.ofNullable(values.get(key));
    }

    /**
     * The files of a folder, as Kubernetes and systemd have them: the key is the file's name, read at each call. What stands in
     * folders beneath it, or is led out of it by a link, is not there. A file that is UTF-8 is a text as it stands, with
     * its last line end; one of more than 1 MiB is the error {@code io}.
     */
    static SecretSource files(Path folder) {
        return new SecretFiles(folder);
    }
}
