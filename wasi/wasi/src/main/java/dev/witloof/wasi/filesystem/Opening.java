package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.filesystem.Types.Descriptor;
import dev.witloof.wasi.filesystem.Types.DescriptorFlags;
import dev.witloof.wasi.filesystem.Types.ErrorCode;
import dev.witloof.wasi.filesystem.Types.OpenFlags;
import java.io.IOException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * {@code open-at} with its flags.
 *
 * @param base where paths begin
 * @param changeable whether what is in there may be changed; folders opened from there have it, too
 * @param hash what descriptors make their hashes with
 * @param how what is to be done with what is found
 * @param flags how it is to be opened
 */
record Opening(Folder base, boolean changeable, MetadataHash hash, Set<OpenFlags> how, Set<DescriptorFlags> flags) {

    Descriptor at(String path, boolean follow) throws IOException {
        requireAllowed();
        boolean exclusive = how.contains(OpenFlags.CREATE) && how.contains(OpenFlags.EXCLUSIVE);
        try (Place place = Place.seen(base, path, follow && !exclusive)) {
            Optional<BasicFileAttributes> found = place.find();
            if (found.isPresent()) {
                if (exclusive) {
                    throw new FileFailure(ErrorCode.EXIST);
                }
                return open(place, found.get());
            }
            if (!how.contains(OpenFlags.CREATE)) {
                throw new FileFailure(ErrorCode.NO_ENTRY);
            }
            if (place.isFolder()) {
                throw new FileFailure(ErrorCode.IS_DIRECTORY);
            }
            return file(place.folder(), place.nameOr(ErrorCode.IS_DIRECTORY));
        }
    }

    private boolean changes() {
        return how.contains(OpenFlags.CREATE)
                || how.contains(OpenFlags.TRUNCATE)
                || flags.contains(DescriptorFlags.WRITE);
    }

    private void requireAllowed() throws FileFailure {
        if (!changeable && (changes() || flags.contains(DescriptorFlags.MUTATE_DIRECTORY))) {
            throw new FileFailure(ErrorCode.READ_ONLY);
        }
        if (how.contains(OpenFlags.DIRECTORY) && how.size() > 1) {
            throw new FileFailure(ErrorCode.INVALID);
        }
    }

    private Descriptor open(Place place, BasicFileAttributes found) throws IOException {
        if (found.isDirectory()) {
            if (changes()) {
                throw new FileFailure(ErrorCode.IS_DIRECTORY);
            }
            Folder opened = place.name().isPresent()
                    ? place.folder().open(place.name().get())
                    : place.folder().held();
            return new FolderDescriptor(opened, changeable, hash);
        }
        if (how.contains(OpenFlags.DIRECTORY)) {
            throw new FileFailure(ErrorCode.NOT_DIRECTORY);
        }
        if (found.isSymbolicLink()) {
            throw new FileFailure(ErrorCode.LOOP);
        }
        if (!found.isRegularFile()) {
            // To open a pipe or a device may wait for ever, or do something.
            throw new FileFailure(ErrorCode.UNSUPPORTED);
        }
        return file(place.folder(), place.nameOr(ErrorCode.IS_DIRECTORY));
    }

    private FileDescriptor file(Folder folder, Path name) throws IOException {
        Set<DescriptorFlags> kept = EnumSet.noneOf(DescriptorFlags.class);
        kept.addAll(flags);
        kept.remove(DescriptorFlags.MUTATE_DIRECTORY);
        return new FileDescriptor(OpenFile.of(folder, name, options()), Set.copyOf(kept), changeable, hash);
    }

    /** What Java is to open it for; what the guest may do with it is in the flags. */
    private Set<OpenOption> options() {
        Set<OpenOption> options = new HashSet<>();
        if (flags.contains(DescriptorFlags.READ) || !changes()) {
            options.add(StandardOpenOption.READ);
        }
        if (changes()) {
            options.add(StandardOpenOption.WRITE);
        }
        if (how.contains(OpenFlags.CREATE)) {
            options.add(how.contains(OpenFlags.EXCLUSIVE) ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
        }
        if (how.contains(OpenFlags.TRUNCATE)) {
            options.add(StandardOpenOption.TRUNCATE_EXISTING);
        }
        if (flags.contains(DescriptorFlags.FILE_INTEGRITY_SYNC)) {
            options.add(StandardOpenOption.SYNC);
        }
        if (flags.contains(DescriptorFlags.DATA_INTEGRITY_SYNC)) {
            options.add(StandardOpenOption.DSYNC);
        }
        return options;
    }
}
