package dev.witloof.files;

import dev.witloof.files.Drafts.Draft;
import dev.witloof.files.Header.Version;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one bucket or container: a folder with an entry {@code name}, which has the name as its key, and a folder for
 * each shard that has had entries. What is read was once written as a whole, because entries only ever come by being moved here.
 * Who changes anything holds the shard's lock.
 */
final class Shelf {

    private static final String NAME = "name";
    private static final Pattern SHARD = Pattern.compile("[0-9a-f]{2}");

    private final OpenDirectory directory;
    private final String name;
    private final Path folder;

    Shelf(OpenDirectory directory, String name, Path folder) {
        this.directory = directory;
        this.name = name;
        this.folder = folder;
    }

    /**
     * Part of a listing.
     *
     * @param keys the keys
     * @param next where the next part begins, an unsigned number other than 0; empty after the last
     */
    record Listing(List<String> keys, OptionalLong next) {}

    OpenDirectory directory() {
        return directory;
    }

    String name() {
        return name;
    }

    private Path shard(Address address) {
        return folder.resolve(Layout.shard(address.shard()));
    }

    private Path file(Address address) {
        return shard(address).resolve(address.file());
    }

    /** Whether the folder is there. */
    boolean exists() throws IOException {
        return exists(folder.resolve(NAME));
    }

    /** When the folder was made, in milliseconds; empty if it is not there. */
    OptionalLong madeAt() throws IOException {
        try (Reading reading = Reading.open(folder.resolve(NAME), Address.of(name))) {
            return reading == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(reading.header().writtenAt());
        }
    }

    private static boolean exists(Path path) throws IOException {
        try {
            Files.readAttributes(path, BasicFileAttributes.class);
            return true;
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    /** Whether there is such an entry. */
    boolean has(Address address) throws IOException {
        return exists(file(address));
    }

    /** Opens an entry; {@code null} if it is not there. It stays as it is for whoever has it open. */
    @Nullable
    Reading open(Address address) throws IOException {
        return Reading.open(file(address), address);
    }

    /** The version of an entry, if it is there. */
    Optional<Version> version(Address address) throws IOException {
        try (Reading reading = open(address)) {
            return reading == null
                    ? Optional.empty()
                    : Optional.of(reading.header().version());
        }
    }

    /**
     * Makes the folder.
     *
     * @return false if it was there
     */
    boolean make() throws IOException {
        Draft draft = directory.drafts().next();
        try {
            Files.createDirectory(draft.path());
            directory.write(draft, draft.path().resolve(NAME), Address.of(name), new byte[0]);
            directory.device().folder(draft.path());
            Files.move(draft.path(), folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            OpenDirectory.discard(draft, e);
            if (exists()) {
                return false;
            }
            throw e;
        }
        directory.device().folder(folder.getParent());
        return true;
    }

    /**
     * Removes the folder with all entries.
     *
     * @return false if it was not there
     */
    boolean unmake() throws IOException {
        return discard(folder);
    }

    /** Takes a folder away at once, and then removes what is in it. */
    private boolean discard(Path path) throws IOException {
        Draft draft = directory.drafts().next();
        try {
            Files.move(path, draft.path(), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException none) {
            return false;
        }
        directory.device().folder(path.getParent());
        draft.discard();
        return true;
    }

    /**
     * Puts an entry in its place, whatever stood there.
     *
     * @throws NoSuchFileException if the folder is not there
     */
    void place(Draft draft, Address address) throws IOException {
        Path file = file(address);
        try {
            Files.move(draft.path(), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException noShard) {
            makeShard(shard(address));
            Files.move(draft.path(), file, StandardCopyOption.ATOMIC_MOVE);
        }
        directory.device().folder(shard(address));
    }

    private void makeShard(Path shard) throws IOException {
        try {
            Files.createDirectory(shard);
        } catch (FileAlreadyExistsException made) {
            return;
        }
        directory.device().folder(folder);
    }

    /** Removes an entry, if it is there. */
    void remove(Address address) throws IOException {
        if (Files.deleteIfExists(file(address))) {
            directory.device().folder(shard(address));
        }
    }

    /** Removes all entries. Takes the locks itself. */
    void clear() throws IOException {
        for (String shard : shardsFrom(0)) {
            directory.locks().holding(Integer.parseInt(shard, 16), () -> discard(folder.resolve(shard)));
        }
    }

    private List<String> shardsFrom(int first) throws IOException {
        return Trees.names(folder).stream()
                .filter(each -> SHARD.matcher(each).matches() && each.compareTo(Layout.shard(first)) >= 0)
                .sorted()
                .toList();
    }

    /**
     * Keys in the order of their {@linkplain Address#number numbers}, with all those that have the same one. Keys that come or go
     * meanwhile are listed or not. An entry that is damaged has no key to tell, and is left out.
     *
     * @param from the least number, unsigned
     * @param most how many keys, if no two numbers are alike
     */
    Listing list(long from, int most) throws IOException {
        List<String> keys = new ArrayList<>();
        long last = 0;
        for (String shard : shardsFrom((int) (from >>> 56))) {
            for (String file :
                    Trees.names(folder.resolve(shard)).stream().sorted().toList()) {
                OptionalLong number = Address.number(file);
                if (number.isEmpty() || Long.compareUnsigned(number.getAsLong(), from) < 0) {
                    continue;
                }
                if (keys.size() >= most && number.getAsLong() != last) {
                    return new Listing(keys, OptionalLong.of(last + 1));
                }
                String key = Reading.key(folder.resolve(shard).resolve(file));
                if (key != null) {
                    keys.add(key);
                    last = number.getAsLong();
                }
            }
        }
        return new Listing(keys, OptionalLong.empty());
    }
}
