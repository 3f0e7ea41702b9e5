package dev.witloof.host;

import java.util.List;

/** A resource that Java implements. */
public interface Things {

    interface Thing extends AutoCloseable {

        long get();

        /** The method of this name in WIT; {@link #close()} drops the handle. */
        long close_();

        @Override
        void close();
    }

    /** {@link Echo} as a host, with the resource. */
    interface OfEcho extends Echo, Things {}

    /** {@link EchoAlso} likewise. */
    interface OfEchoAlso extends EchoAlso, Things {}

    Thing newThing(long n);

    Thing thingMerge(Thing a, Thing b);

    List<Thing> all();
}
