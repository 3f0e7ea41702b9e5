package dev.witloof.wasi;

import dev.witloof.link.InstanceScope;
import dev.witloof.wasi.filesystem.GivenDirectories;
import dev.witloof.wasi.filesystem.InstanceDirectories;
import dev.witloof.wasi.io.Allotment;
import dev.witloof.wasi.io.HostTime;
import dev.witloof.wasi.io.Selectors;
import dev.witloof.wasi.io.Signal;
import dev.witloof.wasi.io.Sink;
import dev.witloof.wasi.io.Source;
import dev.witloof.wasi.sockets.GivenNetwork;
import java.io.IOException;

/** What one instance has of WASI, and how much it may have; closed with it. */
final class InstanceResources implements AutoCloseable {

    private final InstanceScope scope;
    private final Signal ended;
    private final HostTime time;
    private final Allotment sockets;
    private final Allotment output;
    private final InstanceDirectories directories;

    /**
     * What a new instance has.
     *
     * @param given what all instances are given directories of
     * @param ended what ends all waits when it is closed
     */
    InstanceResources(InstanceScope scope, InstanceLimits limits, GivenDirectories given, Signal ended) {
        this.scope = scope;
        this.ended = ended;
        this.time = limits.newHostTime().until(ended);
        this.sockets = Allotment.of(limits.sockets());
        this.output = Allotment.of(limits.outputBytes());
        this.directories = new InstanceDirectories(given, limits.openFiles(), Allotment.of(limits.fileBytes()), time);
    }

    /** Where what several interfaces share is kept, and what is closed with the instance. */
    InstanceScope scope() {
        return scope;
    }

    /** What ends all waits when it is closed. */
    Signal ended() {
        return ended;
    }

    /** How long it may be in calls of the host. */
    HostTime time() {
        return time;
    }

    InstanceDirectories directories() {
        return directories;
    }

    /** The network that it has, one for all of its imports; how it waits for sockets is one for all networks that it has. */
    GivenNetwork network(GivenNetwork.Given given) {
        Selectors selectors = scope.own(Selectors.class, Selectors::new);
        return scope.own(new NetworkOf(this), () -> new GivenNetwork(given, selectors, ended, time, sockets));
    }

    /** Under which its network is kept. */
    private record NetworkOf(InstanceResources own) {}

    /** A source of the embedder's for the guest. */
    Source input(Source source) {
        return time.around(source);
    }

    /** A sink of the embedder's for the guest, whose bytes count together with those of others. */
    Sink output(Sink sink) {
        return output.isLimited() ? time.around(sink.limited(output)) : time.around(sink);
    }

    @Override
    public void close() throws IOException {
        directories.close();
    }
}
