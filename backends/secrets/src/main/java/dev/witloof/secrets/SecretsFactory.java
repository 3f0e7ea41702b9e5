package dev.witloof.secrets;

import dev.witloof.config.BackendFactory;
import dev.witloof.config.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes secrets of the settings {@code secret.KEY}, one for each key, usually a reference; or {@code folder}, with a file for
 * each. {@code keys} says which alone may be had, {@code reveal: true} lets components see them. To be registered as
 * {@code secrets}.
 */
public final class SecretsFactory implements BackendFactory {

    private static final String SECRET = "secret.";

    /** For a registry. */
    public SecretsFactory() {}

    @Override
    public Secrets create(Settings settings) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String key : settings.keys()) {
            if (key.startsWith(SECRET) && key.length() > SECRET.length()) {
                given.put(key.substring(SECRET.length()), settings.secret(key).reveal());
            }
        }
        SecretSource source =
                settings.optionalPath("folder").map(SecretSource::files).orElseGet(() -> SecretSource.of(given));
        if (settings.keys().contains("folder") == !given.isEmpty()) {
            settings.refuse(
                    "folder",
                    "expected either a folder or settings such as secret.db, found "
                            + (given.isEmpty() ? "neither" : "both"));
        }
        Secrets.Builder builder =
                Secrets.builder(source).keys(settings.strings("keys").toArray(String[]::new));
        if (settings.optionalBool("reveal").orElse(false)) {
            builder.revealing();
        }
        return builder.build();
    }
}
