package dev.witloof.nats;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.ObjectWriter;
import dev.witloof.nats.NatsLink.Pending;
import io.nats.client.NUID;
import java.security.MessageDigest;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** An object that is being written: its pieces go to the stream as they come, and its note in the end. */
final class PieceWriter implements ObjectWriter {

    /** How many bytes a piece has, but the last, and where messages may have as many. */
    static final int PIECE = 1 << 17;

    /** How many pieces may be on their way. */
    private static final int MOST_PENDING = 8;

    private final NatsContainer container;
    private final NatsLink link;
    private final String object;
    private final ZonedDateTime made;
    private final String pieces = NUID.nextGlobal();
    private final MessageDigest digest = Pieces.sha256();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private byte[] piece;
    private int filled;
    private long size;
    private long count;
    private boolean ended;

    PieceWriter(NatsContainer container, String object, ZonedDateTime made) {
        this.container = container;
        this.link = container.api().link();
        this.object = object;
        this.made = made;
        this.piece = new byte[(int) Math.min(PIECE, link.mostBytes())];
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws BlobException {
        try {
            int from = offset;
            int left = length;
            while (left > 0) {
                int part = Math.min(left, piece.length - filled);
                System.arraycopy(bytes, from, piece, filled, part);
                from += part;
                left -= part;
                filled += part;
                if (filled == piece.length) {
                    send(piece);
                    piece = new byte[piece.length];
                    filled = 0;
                }
            }
        } catch (NatsFailure failure) {
            throw container.error(failure);
        }
    }

    private void send(byte[] bytes) throws NatsFailure {
        digest.update(bytes);
        size += bytes.length;
        count++;
        if (pending.size() == MOST_PENDING) {
            container.api().stored(pending.remove());
        }
        pending.add(link.send(container.pieces(pieces), null, bytes));
    }

    @Override
    public void commit() throws BlobException {
        try {
            if (filled > 0) {
                send(Arrays.copyOf(piece, filled));
            }
            while (!pending.isEmpty()) {
                container.api().stored(pending.remove());
            }
            if (!container.made().equals(made)) {
                throw BlobException.noSuchContainer(container.name());
            }
            byte[] note = ObjectNote.of(
                    container.bucket(), object, pieces, size, count, piece.length, Pieces.noted(digest.digest()));
            container.replace(object, old -> note);
            ended = true;
        } catch (NatsFailure failure) {
            throw container.error(failure);
        }
    }

    /** What was not committed is removed; if the server is gone, pieces stay there that nobody sees. */
    @Override
    public void close() {
        if (ended) {
            return;
        }
        ended = true;
        try {
            while (!pending.isEmpty()) {
                container.api().stored(pending.remove());
            }
            if (count > 0) {
                container.api().remove(container.pieces(pieces));
            }
        } catch (NatsFailure ignored) {
            pending.forEach(link::forget);
        }
    }
}
