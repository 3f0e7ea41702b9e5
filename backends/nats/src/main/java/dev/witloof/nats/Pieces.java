package dev.witloof.nats;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.ByteRange;
import dev.witloof.blobstore.service.ObjectReader;
import io.nats.client.Message;
import io.nats.client.api.ObjectInfo;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The pieces of an object, read into a {@link Spool} before anybody is given a byte: they are removed when the object is
 * replaced or removed, and a reader is to have what it opened.
 */
final class Pieces {

    private static final String SHA_256 = "SHA-256";

    private final ObjectInfo info;
    private final Spool spool;
    private final long wanted;
    private final MessageDigest digest = sha256();
    private long skip;
    private boolean first = true;
    private boolean whole = true;

    private Pieces(ObjectInfo info, Spool spool, long wanted) {
        this.info = info;
        this.spool = spool;
        this.wanted = wanted;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance(SHA_256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** A digest as NATS notes it. */
    static String noted(byte[] digest) {
        return SHA_256 + "=" + Base64.getUrlEncoder().encodeToString(digest);
    }

    static ObjectReader read(NatsContainer container, String object, ObjectNote note, ByteRange range)
            throws NatsFailure, BlobException {
        ObjectInfo info = note.info();
        long offset = range.offset(info.getSize());
        long length = range.length(info.getSize());
        String what = "object \"" + object + "\"";
        Spool spool = new Spool(length);
        boolean done = false;
        try {
            if (length > 0) {
                new Pieces(info, spool, length).read(container, what, offset);
            }
            ObjectReader reader = ObjectReader.of(what, length, spool.read());
            done = true;
            return reader;
        } catch (IOException failure) {
            throw BlobException.of(what + ": expected room for its bytes here, found none", failure);
        } finally {
            if (!done) {
                spool.close();
            }
        }
    }

    private void read(NatsContainer container, String what, long offset)
            throws NatsFailure, BlobException, IOException {
        String subject = container.pieces(info.getNuid());
        int pieceSize = info.getObjectMeta().getObjectMetaOptions().getChunkSize();
        long index = pieceSize > 0 ? offset / pieceSize : 0;
        long from = 1;
        if (index > 0) {
            JetStreamApi.Stored beginning = container
                    .api()
                    .last(container.api().link().await(container.api().askFirst(subject)), false);
            // Others may have written in between, so the piece is there or further on; how many follow it tells which
            // it is.
            from = beginning == null ? 1 : beginning.sequence() + index;
        }
        skip = offset;
        try {
            StreamReading.until(
                    container.api(),
                    subject,
                    false,
                    from,
                    container.api().link().settings().callTimeout(),
                    message -> take(message, pieceSize));
        } catch (SpoolFailure failure) {
            throw failure.getCause();
        }
        if (spool.size() != wanted) {
            throw new BlobException(what + ": expected " + wanted + " bytes, found " + spool.size());
        }
        String noted = info.getDigest();
        if (whole && wanted == info.getSize() && noted != null && !noted.equals(noted(digest.digest()))) {
            throw new BlobException(what + ": expected the bytes that were written, found others");
        }
    }

    private boolean take(Message message, int pieceSize) {
        byte[] bytes = message.getData();
        if (first) {
            first = false;
            long index = info.getChunks() - 1 - message.metaData().pendingCount();
            whole = index == 0;
            skip -= index > 0 ? index * pieceSize : 0;
        }
        if (whole) {
            digest.update(bytes);
        }
        int left = (int) Math.min(skip, bytes.length);
        skip -= left;
        try {
            spool.write(bytes, left, (int) Math.min(bytes.length - left, wanted - spool.size()));
        } catch (IOException failure) {
            throw new SpoolFailure(failure);
        }
        return spool.size() < wanted;
    }

    /** Out of a listener. */
    private static final class SpoolFailure extends RuntimeException {

        private static final long serialVersionUID = 1;

        SpoolFailure(IOException cause) {
            super(cause);
        }

        @Override
        public synchronized IOException getCause() {
            return (IOException) super.getCause();
        }
    }
}
