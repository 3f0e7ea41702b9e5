package dev.witloof.blobstore;

import dev.witloof.config.BackendFactory;
import dev.witloof.config.Settings;

/**
 * Makes stores of objects in memory of the settings {@code containers}, {@code maximumContainers}, {@code maximumObjects},
 * {@code maximumObjectBytes} and {@code maximumBytes}; each entry's are its own. To be registered as {@code memory}, alone or with
 * other backends in memory.
 */
public final class InMemoryBlobsFactory implements BackendFactory {

    /** For a registry. */
    public InMemoryBlobsFactory() {}

    @Override
    public InMemoryBlobs create(Settings settings) {
        InMemoryBlobs.Builder builder = InMemoryBlobs.builder()
                .containers(settings.strings("containers").toArray(String[]::new));
        settings.optionalInteger("maximumContainers").ifPresent(builder::maximumContainers);
        settings.optionalInteger("maximumObjects").ifPresent(builder::maximumObjects);
        settings.optionalSize("maximumObjectBytes").ifPresent(builder::maximumObjectBytes);
        settings.optionalSize("maximumBytes").ifPresent(builder::maximumBytes);
        return builder.build();
    }
}
