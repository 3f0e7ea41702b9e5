package dev.witloof.host;

/**
 * A resource of the host that lends the arrays which its methods return: it has each back when the guest has a copy of its bytes,
 * and may fill it again. Without this a stream makes a new array for each piece, which has to be zeroed and is in no cache.
 *
 * <p>Nobody else gives arrays back: neither Java that calls such a method, nor what stands around an import, nor adapters that are
 * no hidden classes. What was not given back must stay as it is.
 */
public interface ArrayLender {

    /**
     * The bytes have been copied, and nothing keeps the array.
     *
     * @param array what a method of this object returned last
     */
    void giveBack(byte[] array);
}
