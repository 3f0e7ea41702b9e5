package dev.witloof.blobstore.service;

import dev.witloof.wasi.io.Poll;

/** The event of a stream that is never waited for. */
record AlwaysReady() implements Poll.Pollable {

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public void block() {}
}
