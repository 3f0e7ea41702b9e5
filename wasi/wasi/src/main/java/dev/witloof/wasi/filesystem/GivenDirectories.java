package dev.witloof.wasi.filesystem;

import dev.witloof.host.Tuple2;
import dev.witloof.wasi.filesystem.Types.Descriptor;
import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Directories that an embedder gives, open until this is closed; {@link InstanceDirectories} are what an instance has of them. */
public final class GivenDirectories implements AutoCloseable {

    /**
     * A directory that guests are given.
     *
     * @param path where it is, in whatever file system
     * @param name the path under which guests know it
     * @param access what they may do in it
     */
    public record Given(Path path, String name, Access access) {}

    private record Opened(Folder folder, Given given) {}

    private final List<Opened> opened = new ArrayList<>();
    private final MetadataHash hash = new MetadataHash();

    private GivenDirectories() {}

    /**
     * Opens directories.
     *
     * @throws IOException if one cannot be opened
     */
    public static GivenDirectories open(List<Given> given) throws IOException {
        GivenDirectories all = new GivenDirectories();
        try {
            OpenFiles own = OpenFiles.unlimited();
            for (Given each : given) {
                all.opened.add(new Opened(Folder.open(each.path().toRealPath(), own), each));
            }
        } catch (NotDirectoryException e) {
            all.close();
            throw new IOException("directory: expected one, found something else: " + e.getFile(), e);
        } catch (IOException | RuntimeException e) {
            all.close();
            throw e;
        }
        return all;
    }

    int count() {
        return opened.size();
    }

    /** Opens one for an instance. */
    Folder again(int index, OpenFiles forWhom) throws IOException {
        return opened.get(index).folder().again(forWhom);
    }

    /**
     * What an instance is given of its folders.
     *
     * @param folders as many as were given, which stay the instance's
     */
    List<Tuple2<Descriptor, String>> descriptors(List<Folder> folders) {
        List<Tuple2<Descriptor, String>> all = new ArrayList<>();
        for (int i = 0; i < opened.size(); i++) {
            Given given = opened.get(i).given();
            boolean changeable = given.access() == Access.READ_WRITE;
            all.add(new Tuple2<>(new FolderDescriptor(folders.get(i).held(), changeable, hash), given.name()));
        }
        return all;
    }

    /** Asks each directory whether it is there. */
    public void check() throws IOException {
        for (Opened each : opened) {
            each.folder().attributes();
        }
    }

    @Override
    public void close() throws IOException {
        for (Opened each : opened) {
            each.folder().close();
        }
        opened.clear();
    }
}
