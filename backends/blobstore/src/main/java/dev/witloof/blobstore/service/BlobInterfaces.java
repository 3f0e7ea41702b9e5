package dev.witloof.blobstore.service;

import dev.witloof.blobstore.v0_2_0_draft.Blobstore;
import dev.witloof.host.ResultException;

/** All interfaces of one store. */
final class BlobInterfaces extends BlobTypes implements Blobstore {

    private final BlobService service;

    BlobInterfaces(BlobService service) {
        this.service = service;
    }

    @Override
    public Container_ createContainer(String name) throws ResultException {
        return Refused.asError(() -> new ContainerHandle(service.createContainer(name)));
    }

    @Override
    public Container_ getContainer(String name) throws ResultException {
        return Refused.asError(() -> new ContainerHandle(service.open(name)));
    }

    @Override
    public void deleteContainer(String name) throws ResultException {
        Refused.asError(() -> service.delete(name));
    }

    @Override
    public boolean containerExists(String name) throws ResultException {
        return Refused.asError(() -> service.exists(name));
    }

    @Override
    public void copyObject(ObjectId src, ObjectId dest) throws ResultException {
        Refused.asError(() -> service.copy(path(src), path(dest)));
    }

    @Override
    public void moveObject(ObjectId src, ObjectId dest) throws ResultException {
        Refused.asError(() -> service.move(path(src), path(dest)));
    }

    private static ObjectPath path(ObjectId id) {
        return new ObjectPath(id.container(), id.object());
    }
}
