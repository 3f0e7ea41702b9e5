package dev.witloof.files;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.BlobService;
import dev.witloof.blobstore.service.ByteRange;
import dev.witloof.blobstore.service.ObjectPath;
import dev.witloof.blobstore.service.StoredContainer;
import dev.witloof.files.Header.Version;
import dev.witloof.link.Connections;
import java.io.IOException;

/**
 * The containers of a directory.
 *
 * @param directory the directory
 * @param pageSize how many names a part of a listing has
 */
@SuppressWarnings("try") // as the lease
record FilesBlobService(Connections.Lease<OpenDirectory> directory, int pageSize) implements BlobService {

    /** So often an object may be replaced while it is copied to be moved. */
    private static final int TRIES = 10;

    /** What may fail as files do, or as the interface says. */
    interface Work<T> {
        T run() throws IOException, BlobException;
    }

    static <T> T told(String operation, Work<T> work) throws BlobException {
        try {
            return work.run();
        } catch (IOException e) {
            throw BlobException.of(Reasons.text(operation, e), e);
        }
    }

    private FilesContainer container(String name) {
        return new FilesContainer(directory.get().container(name), pageSize);
    }

    @Override
    public StoredContainer createContainer(String name) throws BlobException {
        FilesContainer container = container(name);
        if (!told("create-container", container.shelf()::make)) {
            throw BlobException.containerExists(name);
        }
        return container;
    }

    @Override
    public StoredContainer open(String name) throws BlobException {
        FilesContainer container = container(name);
        if (!exists(name)) {
            throw BlobException.noSuchContainer(name);
        }
        return container;
    }

    @Override
    public void delete(String name) throws BlobException {
        if (!told("delete-container", container(name).shelf()::unmake)) {
            throw BlobException.noSuchContainer(name);
        }
    }

    @Override
    public boolean exists(String name) throws BlobException {
        return told("container-exists", container(name).shelf()::exists);
    }

    @Override
    public void move(ObjectPath from, ObjectPath to) throws BlobException {
        if (from.equals(to)) {
            open(from.container()).info(from.object());
            return;
        }
        FilesContainer source = container(from.container());
        FilesContainer target = container(to.container());
        for (int i = 0; i < TRIES; i++) {
            try (ObjectFile reader = source.read(from.object(), ByteRange.ALL);
                    ObjectDraft writer = target.write(to.object())) {
                Version copied = reader.version();
                reader.transferTo(writer);
                if (writer.commitMoved(source.shelf(), Address.of(from.object()), copied)) {
                    return;
                }
            }
        }
        throw new BlobException(
                "move-object: expected an object that stays while it is copied, found it replaced " + TRIES + " times");
    }

    @Override
    public void check() throws IOException {
        directory.get().check();
    }

    @Override
    public void close() throws Exception {
        directory.close();
    }
}
