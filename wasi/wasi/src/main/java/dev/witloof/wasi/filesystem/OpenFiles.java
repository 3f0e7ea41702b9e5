package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.filesystem.Types.ErrorCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What one guest has open: at most so much, each where its renames left it. Used by one thread at a time. */
final class OpenFiles {

    private final int most;
    private final Set<Folder> folders = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<OpenFile> files = Collections.newSetFromMap(new IdentityHashMap<>());

    OpenFiles(int most) {
        this.most = most;
    }

    /**
     * Before something more is opened.
     *
     * @throws FileFailure if that is too much; the interface has no code for it but that of too little memory
     */
    void requireRoom() throws FileFailure {
        if (folders.size() + files.size() >= most) {
            throw new FileFailure(ErrorCode.INSUFFICIENT_MEMORY);
        }
    }

    void opened(Folder folder) {
        folders.add(folder);
    }

    void opened(OpenFile file) {
        files.add(file);
    }

    void closed(Folder folder) {
        folders.remove(folder);
    }

    void closed(OpenFile file) {
        files.remove(file);
    }

    int count() {
        return folders.size() + files.size();
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
}
