package dev.witloof.wasi.filesystem;

import dev.witloof.host.Tuple2;
import dev.witloof.wasi.io.Error;
import java.util.List;
import java.util.Optional;

/** {@code wasi:filesystem} where a guest was given no folder: there is nothing that it could open. */
public final class EmptyFileSystem implements Preopens, Types {

    /** No folders. */
    public EmptyFileSystem() {}

    @Override
    public List<Tuple2<Descriptor, String>> getDirectories() {
        return List.of();
    }

    /** The code of an error of a stream of a file, which comes from directories that were given under a name. */
    @Override
    public Optional<ErrorCode> filesystemErrorCode(Error.Error_ err) {
        return ErrorCodes.of(err);
    }
}
