package dev.witloof.config;

import java.util.Map;
import java.util.Optional;

/**
 * Where the embedder finds what a file only names: {@code ${secret:cache-url}}, {@code ${env:HOST}}, {@code ${file:/run/x}},
 * and the sources of settings of a {@code hostInterfaces} list. Nothing is looked up without it, the environment and files
 * neither.
 *
 * <p>It is asked once for each reference while a file is loaded. What it throws is reported by its class only, because its
 * message may hold a secret.
 */
@FunctionalInterface
public interface SecretResolver {

    /**
     * The value behind {@code ${scheme:name}}.
     *
     * @param scheme {@code secret}, {@code env} or {@code file}
     * @param name what follows the colon, as it is written
     * @return the value; empty if there is none of this name
     * @throws Exception if it cannot be had
     */
    Optional<String> resolve(String scheme, String name) throws Exception;

    /**
     * The settings behind an item of {@code configFrom} or {@code secretFrom}. By default there are none of any name.
     *
     * @param list {@code configFrom} or {@code secretFrom}; the values of the latter are secrets
     * @param name the item's name
     * @return keys and values; empty if there is nothing of this name
     * @throws Exception if they cannot be had
     */
    default Optional<Map<String, String>> resolveAll(String list, String name) throws Exception {
        return Optional.empty();
    }

    /** A resolver that knows nothing. */
    static SecretResolver none() {
        return (scheme, name) -> Optional.empty();
    }
}
