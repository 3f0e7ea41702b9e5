package dev.witloof.files;

import static dev.witloof.files.FilesBlobService.told;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.ObjectWriter;
import dev.witloof.files.Drafts.Draft;
import dev.witloof.files.Header.Version;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** An object that is being written, to a draft. */
final class ObjectDraft implements ObjectWriter {

    /** A value that was written in pieces has its length in its header last; with this one it is damaged. */
    private static final long UNFINISHED = Long.MAX_VALUE;

    private final Shelf shelf;
    private final Address address;
    private final Draft draft;
    private final OutputStream out;
    private long length;

    private ObjectDraft(Shelf shelf, Address address, Draft draft, OutputStream out) {
        this.shelf = shelf;
        this.address = address;
        this.draft = draft;
        this.out = out;
    }

    static ObjectDraft of(Shelf shelf, Address address) throws IOException {
        Draft draft = shelf.directory().drafts().next();
        // This stream goes on when its thread is interrupted.
        OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(draft.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        ObjectDraft object = new ObjectDraft(shelf, address, draft, out);
        try {
            out.write(new Header(address.key(), draft.version(), System.currentTimeMillis(), UNFINISHED)
                    .encode(0)
                    .array());
        } catch (Throwable e) {
            object.close();
            throw e;
        }
        return object;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws BlobException {
        told("write", () -> {
            out.write(bytes, offset, count);
            return true;
        });
        length += count;
    }

    @Override
    public void commit() throws BlobException {
        told("finish", () -> {
            end();
            return shelf.directory().locks().holding(address.shard(), this::place);
        });
    }

    /**
     * Commits, and removes what was copied in one step, unless that is not any more what was copied.
     *
     * @return whether it was
     */
    boolean commitMoved(Shelf from, Address source, Version copied) throws BlobException {
        return told("move-object", () -> {
            end();
            return shelf.directory().locks().holding(source.shard(), address.shard(), () -> {
                if (!from.version(source).equals(Optional.of(copied))) {
                    return false;
                }
                place();
                from.remove(source);
                return true;
            });
        });
    }

    /** Nothing is written after this, and all of it may be read. */
    private void end() throws IOException {
        out.close();
        shelf.directory().device().file(draft.path(), Header.LENGTH_AT, length);
    }

    private boolean place() throws IOException, BlobException {
        try {
            shelf.place(draft, address);
        } catch (NoSuchFileException gone) {
            if (shelf.exists()) {
                throw gone;
            }
            throw BlobException.noSuchContainer(shelf.name());
        }
        return true;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException unwritten) {
            // It is not to be kept.
        }
        try {
            draft.discard();
        } catch (IOException left) {
            // Whoever starts later removes it; nobody sees it meanwhile.
        }
    }
}
