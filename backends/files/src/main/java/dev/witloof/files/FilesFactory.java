package dev.witloof.files;

import dev.witloof.config.BackendFactory;
import dev.witloof.config.Settings;
import dev.witloof.link.Backend;

/**
 * Makes stores in a directory of the settings {@code directory}, {@code prefix}, {@code sync}, {@code callTimeout},
 * {@code pageSize} and {@code buckets}. What it makes serves {@code wasi:keyvalue} and {@code wasi:blobstore}; to be registered
 * as {@code files}.
 */
public final class FilesFactory implements BackendFactory {

    /** For a registry. */
    public FilesFactory() {}

    @Override
    public Backend create(Settings settings) {
        FilesKeyValue.Builder keyValue = FileStores.keyValue(settings.path("directory"))
                .buckets(settings.strings("buckets").toArray(String[]::new));
        settings.optionalString("prefix").ifPresent(keyValue::prefix);
        settings.optionalBool("sync").ifPresent(keyValue::sync);
        settings.optionalDuration("callTimeout").ifPresent(keyValue::callTimeout);
        settings.optionalInteger("pageSize").map(Settings::toInt).ifPresent(keyValue::pageSize);
        FilesBlobs.Builder blobs = new FilesBlobs.Builder(keyValue);
        return keyValue.build().and(blobs.build());
    }
}
