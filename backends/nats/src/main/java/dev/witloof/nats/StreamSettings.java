package dev.witloof.nats;

import dev.witloof.nats.StoreBuilder.Storage;
import io.nats.client.api.StorageType;
import java.time.Duration;

/**
 * How buckets are called, made and listed.
 *
 * @param prefix how their names begin
 * @param storage where they are kept
 * @param replicas on how many servers
 * @param timeToLive how long what is in them stays; nothing for ever
 * @param pageSize how many names are listed at a time
 */
record StreamSettings(String prefix, Storage storage, int replicas, Duration timeToLive, int pageSize) {

    StorageType storageType() {
        return storage == Storage.FILE ? StorageType.File : StorageType.Memory;
    }
}
