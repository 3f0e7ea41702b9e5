package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.clocks.WallClock.Datetime;
import dev.witloof.wasi.filesystem.Types.DescriptorStat;
import dev.witloof.wasi.filesystem.Types.DescriptorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is known of a file, as guests are told it. */
final class Attributes {

    /** The bits of a file's mode that say what it is. */
    private static final int TYPE = 0xF000;

    private Attributes() {}

    /**
     * What there is to know.
     *
     * @param path where it is, for what only Unix knows; that is left out if the path leads to something else by now
     * @param size of what is open already
     */
    static DescriptorStat stat(BasicFileAttributes basic, Path path, long size) {
        Map<String, Object> more = unix(basic, path);
        return new DescriptorStat(
                type(basic, more),
                more.get("nlink") instanceof Number links ? links.longValue() : 1,
                size,
                datetime(basic.lastAccessTime()),
                datetime(basic.lastModifiedTime()),
                more.get("ctime") instanceof FileTime time ? datetime(time) : Optional.empty());
    }

    /** What something in a folder is. */
    static DescriptorType type(BasicFileAttributes basic, Path path) {
        return type(basic, basic.isOther() ? unix(basic, path) : Map.of());
    }

    private static DescriptorType type(BasicFileAttributes basic, Map<String, Object> more) {
        if (basic.isRegularFile()) {
            return DescriptorType.REGULAR_FILE;
        }
        if (basic.isDirectory()) {
            return DescriptorType.DIRECTORY;
        }
        if (basic.isSymbolicLink()) {
            return DescriptorType.SYMBOLIC_LINK;
        }
        return more.get("mode") instanceof Integer mode ? typeOfMode(mode & TYPE) : DescriptorType.UNKNOWN;
    }

    private static DescriptorType typeOfMode(int type) {
        return switch (type) {
            case 0x1000 -> DescriptorType.FIFO;
            case 0x2000 -> DescriptorType.CHARACTER_DEVICE;
            case 0x6000 -> DescriptorType.BLOCK_DEVICE;
            case 0xC000 -> DescriptorType.SOCKET;
            default -> DescriptorType.UNKNOWN; // modes are any system's
        };
    }

    private static Map<String, Object> unix(BasicFileAttributes basic, Path path) {
        if (basic.fileKey() == null
                || !path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Map.of();
        }
        try {
            Map<String, Object> all =
                    Files.readAttributes(path, "unix:fileKey,nlink,ctime,mode", LinkOption.NOFOLLOW_LINKS);
            return Objects.equals(all.get("fileKey"), basic.fileKey()) ? all : Map.of();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return Map.of();
        }
    }

    /** None before 1970, which the interface cannot say. */
    private static Optional<Datetime> datetime(FileTime time) {
        Instant instant = time.toInstant();
        return instant.getEpochSecond() < 0
                ? Optional.empty()
                : Optional.of(new Datetime(instant.getEpochSecond(), instant.getNano()));
    }
}
