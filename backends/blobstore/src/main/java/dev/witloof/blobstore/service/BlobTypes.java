package dev.witloof.blobstore.service;

import dev.witloof.blobstore.v0_2_0_draft.Container;
import dev.witloof.blobstore.v0_2_0_draft.Types;
import dev.witloof.host.ResultException;
import dev.witloof.wasi.io.Streams;

/** What containers and values of all stores have in common: the handles themselves know where they belong. */
class BlobTypes implements Container, Types {

    private final UnplacedBytes unplaced = new UnplacedBytes();

    @Override
    public final OutgoingValue outgoingValueNewOutgoingValue() {
        return new OutgoingBytes(unplaced);
    }

    @Override
    public final void outgoingValueFinish(OutgoingValue value) throws ResultException {
        OutgoingBytes bytes = OutgoingBytes.of(value);
        Refused.asError(bytes::finish);
    }

    @Override
    public final byte[] incomingValueIncomingValueConsumeSync(IncomingValue value) throws ResultException {
        IncomingBytes bytes = IncomingBytes.of(value);
        return Refused.asError(bytes::all);
    }

    @Override
    public final Streams.InputStream incomingValueIncomingValueConsumeAsync(IncomingValue value) {
        return IncomingBytes.of(value).stream();
    }
}
