package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.filesystem.Types.ErrorCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What makes, renames and removes. Errors are those that POSIX has for the same, where the system's own would differ. */
final class Changes {

    /** Whether a path ends in {@code ..}: that folder is not empty, the path went through one in it. */
    private static final Predicate<String> ENDS_ABOVE =
            Pattern.compile("\\.\\./*$").asPredicate();

    private Changes() {}

    /** Makes a folder, by its whole path. */
    static void createFolder(Folder base, String path) throws IOException {
        try (Place place = Place.of(base, path, false)) {
            Files.createDirectory(place.folder().whole(place.nameOr(ErrorCode.EXIST)));
        }
    }

    /** By which the times of something are set. */
    static BasicFileAttributeView times(Place place) throws IOException {
        BasicFileAttributes found = place.attributes();
        if (found.isOther()) {
            throw new FileFailure(ErrorCode.UNSUPPORTED);
        }
        if (place.name().isEmpty()) {
            return place.folder().view();
        }
        // A link cannot be opened, which is how Java sets times in a folder that is open.
        return found.isSymbolicLink()
                ? Files.getFileAttributeView(
                        place.folder().whole(place.name().get()),
                        BasicFileAttributeView.class,
                        LinkOption.NOFOLLOW_LINKS)
                : place.folder().view(place.name().get());
    }

    /** Makes a hard link, by whole paths; if that turns out to be one to something else it is removed again. */
    static void link(Place old, Folder target, String newPath) throws IOException {
        BasicFileAttributes file = old.attributes();
        if (file.isDirectory()) {
            throw new FileFailure(ErrorCode.NOT_PERMITTED);
        }
        try (Place made = Place.of(target, newPath, false)) {
            Path name = made.nameOr(ErrorCode.EXIST);
            requireNone(made);
            Path from = old.folder().whole(old.nameOr(ErrorCode.NOT_PERMITTED));
            Path to = made.folder().whole(name);
            // The system's provider gives the link another name; that of jimfs gives one to what the link leads to.
            if (file.isSymbolicLink() && from.getFileSystem() != FileSystems.getDefault()) {
                throw new FileFailure(ErrorCode.UNSUPPORTED);
            }
            if (from.getFileSystem() != to.getFileSystem()) {
                throw new FileFailure(ErrorCode.CROSS_DEVICE);
            }
            Files.createLink(to, from);
            Optional<BasicFileAttributes> there = made.folder().find(name);
            if (there.isPresent() && !OpenDescriptor.isSame(file, from, there.get(), from)) {
                made.folder().deleteFile(name);
                throw new FileFailure(ErrorCode.NOT_PERMITTED);
            }
        }
    }

    /** Nothing may be there yet, nor may it be to become a folder. */
    private static void requireNone(Place made) throws IOException {
        if (made.find().isPresent()) {
            throw new FileFailure(ErrorCode.EXIST);
        }
        if (made.isFolder()) {
            throw new FileFailure(ErrorCode.NO_ENTRY);
        }
    }

    /** Makes a symbolic link, by its whole path. */
    static void symbolicLink(Folder base, String held, String path) throws IOException {
        if (held.startsWith("/")) {
            throw new FileFailure(ErrorCode.NOT_PERMITTED);
        }
        if (held.isEmpty()) {
            throw new FileFailure(ErrorCode.NO_ENTRY);
        }
        try (Place place = Place.of(base, path, false)) {
            Path name = place.nameOr(ErrorCode.EXIST);
            requireNone(place);
            Path target = target(place.folder(), held);
            if (target.isAbsolute() || target.getRoot() != null) {
                throw new FileFailure(ErrorCode.NOT_PERMITTED);
            }
            Files.createSymbolicLink(place.folder().whole(name), target);
        }
    }

    private static Path target(Folder folder, String held) throws FileFailure {
        if (held.indexOf('\0') >= 0) {
            throw new FileFailure(ErrorCode.INVALID);
        }
        try {
            return folder.path().getFileSystem().getPath(held);
        } catch (InvalidPathException invalid) {
            throw new FileFailure(ErrorCode.ILLEGAL_BYTE_SEQUENCE, invalid);
        }
    }

    static void unlink(Folder base, String path) throws IOException {
        try (Place place = Place.of(base, path, false)) {
            Path name = place.nameOr(ErrorCode.IS_DIRECTORY);
            if (place.attributes().isDirectory()) {
                throw new FileFailure(ErrorCode.IS_DIRECTORY);
            }
            place.folder().deleteFile(name);
        }
    }

    static void removeFolder(Folder base, String path) throws IOException {
        try (Place place = Place.of(base, path, false)) {
            Path name = place.nameOr(ENDS_ABOVE.test(path) ? ErrorCode.NOT_EMPTY : ErrorCode.INVALID);
            if (!place.attributes().isDirectory()) {
                throw new FileFailure(ErrorCode.NOT_DIRECTORY);
            }
            place.folder().deleteFolder(name);
        }
    }

    static void rename(Folder base, String oldPath, Folder target, String newPath) throws IOException {
        try (Place from = Place.of(base, oldPath, false);
                Place to = Place.of(target, newPath, false)) {
            Path name = from.nameOr(ErrorCode.BUSY);
            Path newName = to.nameOr(ErrorCode.BUSY);
            BasicFileAttributes moved = from.attributes();
            if (to.isFolder() && !moved.isDirectory()) {
                throw new FileFailure(ErrorCode.NOT_DIRECTORY);
            }
            if (moved.isDirectory() && isBeneath(from, to)) {
                throw new FileFailure(ErrorCode.INVALID);
            }
            Optional<BasicFileAttributes> there = to.folder().find(newName);
            if (there.isPresent()) {
                if (OpenDescriptor.isSame(moved, from.path(), there.get(), to.path())) {
                    return;
                }
                requireReplaceable(moved, there.get());
            }
            move(from, name, to, newName, there);
            from.folder().openFiles().moved(from.folder(), name, to.folder(), newName);
        }
    }

    private static boolean isBeneath(Place from, Place to) {
        return to.folder().path().startsWith(from.path());
    }

    private static void requireReplaceable(BasicFileAttributes moved, BasicFileAttributes there) throws FileFailure {
        if (moved.isDirectory() && !there.isDirectory()) {
            throw new FileFailure(ErrorCode.NOT_DIRECTORY);
        }
        if (!moved.isDirectory() && there.isDirectory()) {
            throw new FileFailure(ErrorCode.IS_DIRECTORY);
        }
    }

    /** Some providers replace nothing; there what has the name is removed first. */
    private static void move(Place from, Path name, Place to, Path newName, Optional<BasicFileAttributes> there)
            throws IOException {
        try {
            from.folder().move(name, to.folder(), newName);
        } catch (FileAlreadyExistsException kept) {
            if (there.isEmpty()) {
                throw kept;
            }
            if (there.get().isDirectory()) {
                to.folder().deleteFolder(newName);
            } else {
                to.folder().deleteFile(newName);
            }
            from.folder().move(name, to.folder(), newName);
        }
    }
}
