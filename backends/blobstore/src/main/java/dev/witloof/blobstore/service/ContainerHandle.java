package dev.witloof.blobstore.service;

import dev.witloof.blobstore.v0_2_0_draft.Container;
import dev.witloof.blobstore.v0_2_0_draft.Types;
import dev.witloof.host.ResultException;
import java.util.List;

/**
 * A container as guests have it.
 *
 * @param container what it stands for
 */
record ContainerHandle(StoredContainer container) implements Container.Container_ {

    @Override
    public String name() {
        return container.name();
    }

    @Override
    public Types.ContainerMetadata info() throws ResultException {
        return Refused.asError(() -> new Types.ContainerMetadata(container.name(), container.createdAt()));
    }

    @Override
    public Types.IncomingValue getData(String name, long start, long end) throws ResultException {
        if (Long.compareUnsigned(start, end) > 0) {
            throw new ResultException("range: expected an end of " + Long.toUnsignedString(start) + " or more, found "
                    + Long.toUnsignedString(end));
        }
        return Refused.asError(() -> new IncomingBytes(container.read(name, new ByteRange(start, end))));
    }

    @Override
    public void writeData(String name, Types.OutgoingValue data) throws ResultException {
        OutgoingBytes bytes = OutgoingBytes.of(data);
        Refused.asError(() -> bytes.place(container, name));
    }

    @Override
    public Container.StreamObjectNames listObjects() throws ResultException {
        return Refused.asError(() -> new ListedNames(container));
    }

    @Override
    public void deleteObject(String name) throws ResultException {
        Refused.asError(() -> container.delete(name));
    }

    @Override
    public void deleteObjects(List<String> names) throws ResultException {
        Refused.asError(() -> container.deleteMany(names));
    }

    @Override
    public boolean hasObject(String name) throws ResultException {
        return Refused.asError(() -> container.has(name));
    }

    @Override
    public Types.ObjectMetadata objectInfo(String name) throws ResultException {
        return Refused.asError(() -> {
            ObjectInfo info = container.info(name);
            return new Types.ObjectMetadata(name, container.name(), info.createdAt(), info.size());
        });
    }

    @Override
    public void clear() throws ResultException {
        Refused.asError(container::clear);
    }

    /** Its name: what a log of calls shows. */
    @Override
    public String toString() {
        return container.name();
    }
}
