package dev.witloof.files;

import dev.witloof.files.Drafts.Draft;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A directory in use, shared by all stores of equal settings: any number of threads, with any number of other processes. */
final class OpenDirectory implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    private final Layout layout;
    private final Locks locks;
    private final Drafts drafts;
    private final Device device;

    private OpenDirectory(Layout layout, Locks locks, Drafts drafts, Device device) {
        this.layout = layout;
        this.locks = locks;
        this.drafts = drafts;
        this.device = device;
    }

    /**
     * Opens a directory, and makes it if it is not there.
     *
     * @throws IOException if it has another layout, or cannot be written
     */
    static OpenDirectory open(Place place) throws IOException {
        Layout layout = Layout.of(place);
        // Before anything is changed in a directory that may not be ours.
        layout.isMarked();
        Device device = new Device(place.sync());
        Files.createDirectories(layout.locks());
        Locks locks = new Locks(layout.locks(), place.callTimeout());
        Drafts drafts = locks.holdingDirectory(() -> {
            if (!layout.isMarked()) {
                Files.writeString(layout.marker(), Layout.VERSION);
                device.file(layout.marker());
            }
            Files.createDirectories(layout.writers());
            Files.createDirectories(layout.keyValue());
            Files.createDirectories(layout.blobs());
            device.folder(layout.root());
            return Drafts.open(layout.writers());
        });
        return new OpenDirectory(layout, locks, drafts, device);
    }

    Locks locks() {
        return locks;
    }

    Drafts drafts() {
        return drafts;
    }

    Device device() {
        return device;
    }

    /** The entries of a bucket, which is there or not. */
    Shelf bucket(String name) {
        return new Shelf(this, name, layout.keyValue().resolve(Layout.folder(name)));
    }

    /** The entries of a container, which is there or not. */
    Shelf container(String name) {
        return new Shelf(this, name, layout.blobs().resolve(Layout.folder(name)));
    }

    /**
     * Whether it is still there, can be written, and has room.
     *
     * @throws IOException if not
     */
    void check() throws IOException {
        if (!layout.isMarked()) {
            throw new NoSuchFileException(layout.marker().toString());
        }
        write(Address.of(""), new byte[1]).discard();
    }

    /** An entry with this value, not in its place yet. */
    Draft write(Address address, byte[] value) throws IOException {
        Draft draft = drafts.next();
        try {
            write(draft, draft.path(), address, value);
        } catch (Throwable e) {
            discard(draft, e);
            throw e;
        }
        return draft;
    }

    /** Writes an entry to some file of a draft. */
    void write(Draft draft, Path file, Address address, byte[] value) throws IOException {
        Header header = new Header(address.key(), draft.version(), System.currentTimeMillis(), value.length);
        // These streams go on when their thread is interrupted.
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            int first = Math.min(value.length, PIECE);
            out.write(header.encode(first).put(value, 0, first).array());
            for (int done = first; done < value.length; done += PIECE) {
                out.write(value, done, Math.min(PIECE, value.length - done));
            }
        }
        device.file(file);
    }

    /** Removes a draft because of a failure. */
    static void discard(Draft draft, Throwable failure) {
        try {
            draft.discard();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        drafts.close();
    }
}
