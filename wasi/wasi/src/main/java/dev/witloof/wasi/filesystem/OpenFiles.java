package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.filesystem.Types.ErrorCode;
import dev.witloof.wasi.io.Allotment;
import dev.witloof.wasi.io.HostTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What one instance has open: at most so much, each where its renames left it; and what it may still write. Used by one thread
 * at a time.
 */
final class OpenFiles {

    private final int most;
    private final Allotment bytes;
    private final HostTime time;
    private final Set<Folder> folders = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<OpenFile> files = Collections.newSetFromMap(new IdentityHashMap<>());
    private int streams;

    /**
     * Nothing open yet.
     *
     * @param most how much may be at once
     * @param bytes how many may be written
     * @param time how long that may take
     */
    OpenFiles(int most, Allotment bytes, HostTime time) {
        this.most = most;
        this.bytes = bytes;
        this.time = time;
    }

    /** Of folders that are there for all instances. */
    static OpenFiles unlimited() {
        return new OpenFiles(Integer.MAX_VALUE, Allotment.unlimited(), HostTime.unlimited());
    }

    Allotment bytes() {
        return bytes;
    }

    HostTime time() {
        return time;
    }

    /**
     * Before something more is opened.
     *
     * @throws FileFailure if that is too much; the interface has no code for it but that of too little memory
     */
    void requireRoom() throws FileFailure {
        if (count() >= most) {
            throw new FileFailure(ErrorCode.INSUFFICIENT_MEMORY);
        }
    }

    void opened(Folder folder) {
        folders.add(folder);
    }

    void opened(OpenFile file) {
        files.add(file);
    }

    /** A file was opened once more, for a stream of its own. */
    void streamOpened() {
        streams++;
    }

    void closed(Folder folder) {
        folders.remove(folder);
    }

    void closed(OpenFile file) {
        files.remove(file);
    }

    void streamClosed() {
        streams--;
    }

    int count() {
        return folders.size() + files.size() + streams;
    }

    /** Something was renamed: what is open of it, or beneath it, is somewhere else now. */
    void moved(Folder from, Path name, Folder to, Path newName) {
        Path before = from.path().resolve(name);
        Path after = to.path().resolve(newName);
        for (Folder each : folders) {
            if (each.path().startsWith(before)) {
                each.moved(after.resolve(before.relativize(each.path())));
            }
        }
        List<OpenFile> all = new ArrayList<>(files);
        for (OpenFile each : all) {
            each.movedWith(before, to, newName);
        }
    }

    /** Closes what is left, whoever holds it; a failure stops nothing. */
    void close() throws IOException {
        IOException first = null;
        for (AutoCloseable each : left()) {
            try {
                each.close();
            } catch (IOException failure) {
                first = first == null ? failure : first;
            } catch (Exception impossible) {
                throw new AssertionError(impossible);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private List<AutoCloseable> left() {
        List<AutoCloseable> left = new ArrayList<>();
        files.forEach(file -> left.add(file::end));
        folders.forEach(folder -> left.add(folder::end));
        files.clear();
        folders.clear();
        return left;
    }
}
