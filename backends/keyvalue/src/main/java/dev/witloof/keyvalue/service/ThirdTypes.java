package dev.witloof.keyvalue.service;

import dev.witloof.keyvalue.v0_1_0.Types;

/** {@code types@0.1.0}, which has nothing but the bucket: what is called of it is {@link ThirdBucket}. */
record ThirdTypes() implements Types {

    /** The interface's own error. */
    static ErrorException error(KeyValueException failure) {
        return new ErrorException(
                switch (failure.kind()) {
                    case NO_SUCH_STORE -> new Error.NoSuchStore();
                    case ACCESS_DENIED -> new Error.AccessDenied();
                    case TIMEOUT -> new Error.Timeout();
                    case UNAVAILABLE -> new Error.StoreUnavailable();
                    case QUOTA_EXCEEDED -> new Error.QuotaExceeded();
                    case OTHER -> new Error.Other(String.valueOf(failure.getMessage()));
                });
    }
}
