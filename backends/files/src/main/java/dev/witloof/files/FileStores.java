package dev.witloof.files;

import java.nio.file.Path;

/**
 * Stores in a directory, which any number of processes on one machine may use at once.
 *
 * <pre>{@code
 * Linker.builder()
 *     .bind("sessions").to(FileStores.keyValue(Path.of("/var/lib/shop")).sync(true).build())
 *     .bindInterface("wasi:blobstore/blobstore@0.2.0-draft").to(FileStores.blobs(Path.of("/var/lib/shop")).build())
 * }</pre>
 *
 * <p>Nothing is opened before a deployment starts. The directory and its parents are made if they are not there.
 */
public final class FileStores {

    private FileStores() {}

    /**
     * Keys and values in a directory.
     *
     * @throws IllegalArgumentException if the directory is not one of the default file system
     */
    public static FilesKeyValue.Builder keyValue(Path directory) {
        return new FilesKeyValue.Builder(directory);
    }

    /**
     * Containers of objects in a directory, which may be one with keys and values.
     *
     * @throws IllegalArgumentException if the directory is not one of the default file system
     */
    public static FilesBlobs.Builder blobs(Path directory) {
        return new FilesBlobs.Builder(directory);
    }
}
