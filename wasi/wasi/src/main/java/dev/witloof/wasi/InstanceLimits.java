package dev.witloof.wasi;

import dev.witloof.wasi.io.HostTime;
import java.time.Duration;
import java.util.Optional;

/**
 * What each instance may take up.
 *
 * @param openFiles how many files and folders may be open at once
 * @param sockets how many sockets there may be at once
 * @param outputBytes how many bytes may be written to standard output and standard error together
 * @param fileBytes how many bytes may be written to files
 * @param hostTime how long it may be in calls of the host; empty for as long as it likes
 */
record InstanceLimits(int openFiles, int sockets, long outputBytes, long fileBytes, Optional<Duration> hostTime) {

    /** What holds unless something else is said. */
    static final InstanceLimits USUAL = new InstanceLimits(256, 256, Long.MAX_VALUE, Long.MAX_VALUE, Optional.empty());

    InstanceLimits withOpenFiles(int most) {
        return new InstanceLimits((int) checked("open files", most), sockets, outputBytes, fileBytes, hostTime);
    }

    InstanceLimits withSockets(int most) {
        return new InstanceLimits(openFiles, (int) checked("sockets", most), outputBytes, fileBytes, hostTime);
    }

    InstanceLimits withOutputBytes(long most) {
        return new InstanceLimits(openFiles, sockets, checked("output bytes", most), fileBytes, hostTime);
    }

    InstanceLimits withFileBytes(long most) {
        return new InstanceLimits(openFiles, sockets, outputBytes, checked("file bytes", most), hostTime);
    }

    InstanceLimits withHostTime(Duration most) {
        InstanceLimits limits = new InstanceLimits(openFiles, sockets, outputBytes, fileBytes, Optional.of(most));
        limits.newHostTime();
        return limits;
    }

    private static long checked(String what, long most) {
        if (most < 0) {
            throw new IllegalArgumentException(what + ": expected 0 or more, found " + most);
        }
        return most;
    }

    HostTime newHostTime() {
        return hostTime.map(HostTime::of).orElseGet(HostTime::unlimited);
    }
}
