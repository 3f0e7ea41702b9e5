package app;

import wasi.keyvalue.v0_2_0_draft.Store;

public final class NoStore implements Store {

    @Override
    public Bucket open(String identifier) throws ErrorException {
        throw new ErrorException(new Error.NoSuchStore());
    }
}
