package dev.witloof.files;

import dev.witloof.blobstore.service.BlobBackend;
import dev.witloof.blobstore.service.BlobService;
import dev.witloof.link.Connections;
import java.nio.file.Path;

/**
 * {@code wasi:blobstore} in a directory. Each object is a file, which is put in its place as a whole when it is finished; what is
 * broken off leaves nothing. Objects are read and written in pieces, whatever their size, and one that is being read stays as it
 * is. Any text is the name of a container or an object.
 *
 * <p>To move an object is to copy it and to remove it where it was, while no other writer of either may come between; a process
 * that is killed just then leaves it in both places.
 */
public final class FilesBlobs extends BlobBackend {

    private final Place place;
    private final int pageSize;

    private FilesBlobs(Builder builder) {
        place = builder.place();
        pageSize = builder.pageSize();
    }

    /** {@code files blobs at /var/lib/shop}. */
    @Override
    public String description() {
        return "files blobs " + place.description();
    }

    @Override
    protected BlobService open(Connections connections) throws Exception {
        return new FilesBlobService(connections.open(place, () -> OpenDirectory.open(place)), pageSize);
    }

    /** Collects the settings of a store. */
    public static final class Builder extends FileStoreBuilder<Builder> {

        Builder(Path directory) {
            super(directory);
        }

        /** With the settings that a key-value store has too. */
        Builder(FilesKeyValue.Builder other) {
            super(other);
        }

        @Override
        Builder self() {
            return this;
        }

        /** The store. */
        public FilesBlobs build() {
            return new FilesBlobs(this);
        }
    }
}
