package dev.witloof.wasi.http;

/** Is told what goes wrong with requests that an {@link HttpService} answers. In the thread of the request. */
@FunctionalInterface
public interface HttpListener {

    /**
     * A request was not answered as the guest should have: the client got an error in its place, or a response that is broken
     * off, or none because it was gone.
     *
     * @param why a {@link dev.witloof.error.TrapException} of the guest; an {@link HttpFailureException} with the code that the
     *     guest answered with, or of the connection; {@link dev.witloof.error.PoolExhaustedException} or
     *     {@link dev.witloof.error.UninstantiableException} where no instance was to be had; {@link IllegalStateException} where
     *     the guest gave no response, or no whole one
     */
    void failed(RequestHead request, Exception why);

    /** Nobody. */
    static HttpListener none() {
        return (request, why) -> {};
    }
}
