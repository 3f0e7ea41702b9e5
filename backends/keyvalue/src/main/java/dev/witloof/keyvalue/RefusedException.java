package dev.witloof.keyvalue;

import dev.witloof.keyvalue.v0_2_0_draft.Store;

/** What a store refuses for a reason of its own; the guest is told so as the interface's {@code other} error. */
final class RefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    RefusedException(String reason) {
        super(reason);
    }

    Store.ErrorException asError() {
        return new Store.ErrorException(new Store.Error.Other(String.valueOf(getMessage())));
    }
}
