package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.filesystem.Types.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.InvalidPathException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a guest's path leads: a name in a folder, or a folder itself. The path is gone along one name at a time, each in the
 * folder that is open, links by what they hold, so it never leaves the folder that it began in, whatever others do meanwhile.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-filesystem/blob/1d00c0aca6235502075e5a8ee6c07c5388eab655/path-resolution.md">path resolution</a>
 */
final class Place implements AutoCloseable {

    /** As many links as Linux follows in one path. */
    private static final int MOST_LINKS = 40;

    /** As long as a path may be in Linux. */
    private static final int LONGEST = 4096;

    private final Folder folder;
    private final @Nullable Path name;
    private final boolean isFolder;

    private Place(Folder folder, @Nullable Path name, boolean isFolder) {
        this.folder = folder;
        this.name = name;
        this.isFolder = isFolder;
    }

    /**
     * Follows a path.
     *
     * @param follow whether a link at its end is followed, too
     */
    static Place of(Folder base, String path, boolean follow) throws IOException {
        try (Walk walk = new Walk(base)) {
            return walk.along(path, follow);
        }
    }

    /** The same, where a link at the end is followed because the path says that it is a folder. */
    static Place seen(Folder base, String path, boolean follow) throws IOException {
        return of(base, path, follow || path.endsWith("/"));
    }

    /** The folder that it is in; the folder itself if it has no name. */
    Folder folder() {
        return folder;
    }

    /** Its name, if it is not the end of {@code .} or {@code ..}. */
    Optional<Path> name() {
        return Optional.ofNullable(name);
    }

    /** Its name. */
    Path nameOr(ErrorCode without) throws FileFailure {
        if (name == null) {
            throw new FileFailure(without);
        }
        return name;
    }

    /** Where it is, as far as that is known. */
    Path path() {
        return name == null ? folder.path() : folder.path().resolve(name);
    }

    /** Whether the path ended in a slash. */
    boolean isFolder() {
        return isFolder;
    }

    /** What is there, if anything is. */
    Optional<BasicFileAttributes> find() throws IOException {
        Optional<BasicFileAttributes> found = name == null ? Optional.of(folder.attributes()) : folder.find(name);
        if (isFolder && found.isPresent() && !found.get().isDirectory()) {
            throw new FileFailure(ErrorCode.NOT_DIRECTORY);
        }
        return found;
    }

    /** What is there. */
    BasicFileAttributes attributes() throws IOException {
        return find().orElseThrow(() -> new FileFailure(ErrorCode.NO_ENTRY));
    }

    /** Bytes of a file, or of the path in a link. */
    long size(BasicFileAttributes attributes) throws IOException {
        boolean told = !attributes.isSymbolicLink() || attributes.size() > 0;
        return told || name == null
                ? attributes.size()
                : folder.link(name).toString().getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }

    /** The path that a link holds, with slashes. */
    static String text(Path link) throws FileFailure {
        if (link.isAbsolute() || link.getRoot() != null) {
            throw new FileFailure(ErrorCode.NOT_PERMITTED);
        }
        return link.toString().replace(link.getFileSystem().getSeparator(), "/");
    }

    /** A name in a folder of this file system. */
    private static Path name(FileSystem system, String text) throws FileFailure {
        Path path;
        try {
            path = system.getPath(text);
        } catch (InvalidPathException invalid) {
            throw new FileFailure(ErrorCode.ILLEGAL_BYTE_SEQUENCE, invalid);
        }
        // A drive, a stream, another separator, whatever the system makes of it.
        if (path.isAbsolute()
                || path.getRoot() != null
                || path.getNameCount() != 1
                || !path.toString().equals(text)) {
            throw new FileFailure(ErrorCode.NOT_PERMITTED);
        }
        return path;
    }

    /** A path being gone along. */
    private static final class Walk implements AutoCloseable {

        private final Deque<Folder> folders = new ArrayDeque<>();
        private final Deque<String> steps = new ArrayDeque<>();
        private int links;

        Walk(Folder base) {
            folders.push(base.held());
        }

        Place along(String path, boolean follow) throws IOException {
            begin(path);
            boolean isFolder = path.endsWith("/");
            while (!steps.isEmpty()) {
                String step = steps.pop();
                if (step.equals("..")) {
                    up();
                } else if (!step.equals(".")) {
                    Path name = name(here().path().getFileSystem(), step);
                    boolean last = steps.isEmpty();
                    if (last && !follow) {
                        return new Place(folders.pop(), name, isFolder);
                    }
                    Optional<BasicFileAttributes> found = here().find(name);
                    if (found.isPresent() && found.get().isSymbolicLink()) {
                        follow(name);
                    } else if (last) {
                        return new Place(folders.pop(), name, isFolder);
                    } else {
                        down(name, found);
                    }
                }
            }
            return new Place(folders.pop(), null, false);
        }

        private Folder here() {
            return folders.element();
        }

        private void begin(String path) throws FileFailure {
            if (path.isEmpty()) {
                throw new FileFailure(ErrorCode.NO_ENTRY);
            }
            if (path.indexOf('\0') >= 0) {
                throw new FileFailure(ErrorCode.INVALID);
            }
            if (path.length() >= LONGEST) {
                throw new FileFailure(ErrorCode.NAME_TOO_LONG);
            }
            if (path.startsWith("/")) {
                throw new FileFailure(ErrorCode.NOT_PERMITTED);
            }
            before(path);
        }

        /** These steps come before those that are left. */
        private void before(String path) {
            List<String> more = Arrays.asList(path.split("/"));
            for (int i = more.size() - 1; i >= 0; i--) {
                if (!more.get(i).isEmpty()) {
                    steps.push(more.get(i));
                }
            }
        }

        private void up() throws IOException {
            if (folders.size() == 1) {
                throw new FileFailure(ErrorCode.NOT_PERMITTED);
            }
            folders.pop().close();
        }

        private void down(Path name, Optional<BasicFileAttributes> found) throws IOException {
            BasicFileAttributes attributes = found.orElseThrow(() -> new FileFailure(ErrorCode.NO_ENTRY));
            if (!attributes.isDirectory()) {
                throw new FileFailure(ErrorCode.NOT_DIRECTORY);
            }
            folders.push(here().open(name));
        }

        private void follow(Path name) throws IOException {
            if (++links > MOST_LINKS) {
                throw new FileFailure(ErrorCode.LOOP);
            }
            String held;
            try {
                held = text(here().link(name));
            } catch (NotLinkException replaced) {
                before(name.toString());
                return;
            }
            if (held.isEmpty()) {
                throw new FileFailure(ErrorCode.NO_ENTRY);
            }
            before(held);
        }

        @Override
        public void close() throws IOException {
            for (Folder each : folders) {
                each.close();
            }
        }
    }
}
