package dev.witloof.blobstore.service;

import dev.witloof.host.ResultException;

/** A call of a store whose failure is the guest's error. */
final class Refused {

    private Refused() {}

    /** A call with a result. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws BlobException;
    }

    /** A call without one. */
    @FunctionalInterface
    interface Action {
        void run() throws BlobException;
    }

    static <T> T asError(Call<T> call) throws ResultException {
        try {
            return call.run();
        } catch (BlobException failure) {
            throw new ResultException(failure.text());
        }
    }

    static void asError(Action action) throws ResultException {
        try {
            action.run();
        } catch (BlobException failure) {
            throw new ResultException(failure.text());
        }
    }
}
