package dev.witloof.host;

/** What a hidden class of adapters by which a guest calls Java has to do; see {@link Adapters#call}. */
public interface ImportCode {

    /** The guest calls Java. */
    long[] call(int function, Object implementation, IncomingCall in, long[] flat);
}
