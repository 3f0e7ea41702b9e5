package dev.witloof.blobstore.service;

import dev.witloof.wasi.io.Error;
import dev.witloof.wasi.io.Streams;

/**
 * What went wrong in a stream of a store.
 *
 * @param toDebugString the store's text
 */
record StoreError(String toDebugString) implements Error.Error_ {

    static Streams.StreamErrorException failed(BlobException failure) {
        return new Streams.StreamErrorException(
                new Streams.StreamError.LastOperationFailed(new StoreError(failure.text())));
    }

    static Streams.StreamErrorException closed() {
        return new Streams.StreamErrorException(new Streams.StreamError.Closed());
    }
}
