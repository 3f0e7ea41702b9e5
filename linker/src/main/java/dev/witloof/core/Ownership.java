package dev.witloof.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether others than the user of this process, and the superuser, can write to a directory and to the files in it. */
final class Ownership {

    private static final String SUPERUSER = "root";

    private final Path directory;
    private @Nullable UserPrincipal user;

    Ownership(Path directory) {
        this.directory = directory;
    }

    static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Why others may have written this; empty if they cannot, or if the file system does not tell. */
    Optional<String> doubt(Path file) throws IOException {
        if (!isPosix(file)) {
            return Optional.empty();
        }
        // The directory itself may be named by a link; who can change that can also name another directory.
        LinkOption[] links = file.equals(directory) ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
        PosixFileAttributes found = Files.getFileAttributeView(file, PosixFileAttributeView.class, links)
                .readAttributes();
        Set<PosixFilePermission> permissions = found.permissions();
        if (found.isSymbolicLink()) {
            return Optional.of("a symbolic link");
        }
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            return Optional.of("permissions " + PosixFilePermissions.toString(permissions));
        }
        if (!found.owner().getName().equals(SUPERUSER) && !found.owner().equals(user())) {
            return Optional.of("owner " + found.owner().getName());
        }
        return Optional.empty();
    }

    /** The user that this process's files belong to, which need not be the one that a property names. */
    private synchronized UserPrincipal user() throws IOException {
        UserPrincipal known = user;
        if (known == null) {
            known = owner();
            user = known;
        }
        return known;
    }

    private UserPrincipal owner() throws IOException {
        Path probe;
        try {
            probe = Files.createTempFile(directory, "", CacheDirectory.TEMPORARY);
        } catch (IOException readOnly) {
            return directory
                    .getFileSystem()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(System.getProperty("user.name"));
        }
        try {
            return Files.getOwner(probe);
        } finally {
            Files.deleteIfExists(probe);
        }
    }
}
