package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.filesystem.Types.Descriptor;
import dev.witloof.wasi.io.Allotment;
import dev.witloof.wasi.io.HostTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What one instance has of one directory that it is given. */
record OneInstance(GivenDirectories given, InstanceDirectories own) implements AutoCloseable {

    static OneInstance of(Path directory, Access access, int most, Allotment bytes) throws IOException {
        GivenDirectories given = GivenDirectories.open(List.of(new GivenDirectories.Given(directory, "/data", access)));
        return new OneInstance(given, new InstanceDirectories(given, most, bytes, HostTime.unlimited()));
    }

    static OneInstance of(Path directory, Access access, int most) throws IOException {
        return of(directory, access, most, Allotment.unlimited());
    }

    Descriptor folder() {
        return own.getDirectories().get(0).v0();
    }

    @Override
    public void close() throws IOException {
        own.close();
        given.close();
    }
}
