package dev.witloof.keyvalue.service;

import dev.witloof.keyvalue.v0_2_0_draft2.Store;

/**
 * {@code store@0.2.0-draft2}.
 *
 * @param service what serves it
 */
record SecondStore(KeyValueService service) implements Store {

    @Override
    public Bucket open(String identifier) throws ErrorException {
        try {
            return new SecondBucket(identifier, service.open(identifier));
        } catch (KeyValueException failure) {
            throw error(failure);
        }
    }

    /** The interface's own error. */
    static ErrorException error(KeyValueException failure) {
        return new ErrorException(
                switch (failure.kind()) {
                    case NO_SUCH_STORE -> new Error.NoSuchStore();
                    case ACCESS_DENIED -> new Error.AccessDenied();
                    case TIMEOUT, UNAVAILABLE, QUOTA_EXCEEDED, OTHER ->
                        new Error.Other(String.valueOf(failure.getMessage()));
                });
    }
}
