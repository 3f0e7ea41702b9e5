package dev.witloof.nats;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.ByteRange;
import dev.witloof.blobstore.service.NamePage;
import dev.witloof.blobstore.service.ObjectInfo;
import dev.witloof.blobstore.service.ObjectReader;
import dev.witloof.blobstore.service.ObjectWriter;
import dev.witloof.blobstore.service.StoredContainer;
import io.nats.client.Message;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An object store of NATS. Of each object there is a note, whose name is made of the object's, and pieces, which bear the name
 * of that very object: so whoever replaces an object writes other pieces, and then one note in place of another.
 */
final class NatsContainer implements StoredContainer {

    private static final String ROLLUP = "Nats-Rollup";

    private final NatsBlobService service;
    private final JetStreamApi api;
    private final NatsLink link;
    private final String name;
    private final String bucket;
    private final int pageSize;

    NatsContainer(NatsBlobService service, JetStreamApi api, String name, String bucket, int pageSize) {
        this.service = service;
        this.api = api;
        this.link = api.link();
        this.name = name;
        this.bucket = bucket;
        this.pageSize = pageSize;
    }

    @Override
    public String name() {
        return name;
    }

    /** The name in NATS. */
    String bucket() {
        return bucket;
    }

    JetStreamApi api() {
        return api;
    }

    /** When it was made. */
    ZonedDateTime made() throws BlobException {
        return service.made(name, bucket);
    }

    @Override
    public long createdAt() throws BlobException {
        return made().toEpochSecond();
    }

    String pieces(String of) {
        return "$O." + bucket + ".C." + of;
    }

    private String notes() {
        return "$O." + bucket + ".M.";
    }

    /** What the component is told. */
    BlobException error(NatsFailure failure) {
        return failure.isMissing() ? BlobException.noSuchContainer(name) : NatsBlobService.error(failure);
    }

    /** The last note of this name; {@code null} if there is none. */
    @Nullable
    ObjectNote note(String object) throws NatsFailure {
        Message answer = link.await(api.askLast(notes() + Names.object(object), false));
        JetStreamApi.Stored stored = api.last(answer, false);
        return stored == null
                ? null
                : new ObjectNote(
                        stored.sequence(),
                        new io.nats.client.api.ObjectInfo(new MessageInfo(answer, api.stream(), false)));
    }

    private ObjectNote there(String object) throws BlobException {
        try {
            ObjectNote note = note(object);
            if (note == null || note.info().isDeleted()) {
                throw BlobException.noSuchObject(name, object);
            }
            if (note.info().isLink()) {
                throw new BlobException("container \"" + name + "\", object \"" + object
                        + "\": expected an object, found a link of NATS");
            }
            return note;
        } catch (NatsFailure failure) {
            throw error(failure);
        }
    }

    @Override
    public ObjectReader read(String object, ByteRange range) throws BlobException {
        ObjectNote note = there(object);
        while (true) {
            BlobException failed;
            try {
                ObjectReader reader = Pieces.read(this, object, note, range);
                // While pieces are removed it cannot be told which came first.
                ObjectNote after = note(object);
                if (after != null && after.sequence() == note.sequence()) {
                    return reader;
                }
                reader.close();
                failed = BlobException.noSuchObject(name, object);
            } catch (NatsFailure failure) {
                failed = error(failure);
            } catch (BlobException failure) {
                failed = failure;
            }
            // Its pieces go when it is replaced or removed. Nothing of it has been given to anybody yet, so begin
            // again.
            ObjectNote now = there(object);
            if (now.sequence() == note.sequence()) {
                throw failed;
            }
            note = now;
        }
    }

    @Override
    public ObjectWriter write(String object) throws BlobException {
        return new PieceWriter(this, object, made());
    }

    /** What a note is to be put in the place of. */
    interface Noting {
        /** The text of the note; {@code null} if there is to be no other. */
        byte @Nullable [] instead(@Nullable ObjectNote old);
    }

    /**
     * Puts a note in the place of the last one, and removes the pieces of that one.
     *
     * @return the number of the note in the stream; 0 if there was to be none
     */
    long replace(String object, Noting noting) throws NatsFailure {
        while (true) {
            ObjectNote old = note(object);
            byte[] text = noting.instead(old);
            if (text == null) {
                return 0;
            }
            Headers headers = new Headers()
                    .put(ROLLUP, "sub")
                    .put(JetStreamApi.EXPECTED_SEQUENCE, String.valueOf(old == null ? 0 : old.sequence()));
            try {
                long sequence = api.stored(link.send(notes() + Names.object(object), headers, text));
                if (old != null && ObjectNote.isThere(old) && !old.info().isLink()) {
                    api.remove(pieces(old.info().getNuid()));
                }
                return sequence;
            } catch (NatsFailure failure) {
                // Another was faster; then its pieces are to be removed.
                if (!failure.isChanged()) {
                    throw failure;
                }
            }
        }
    }

    @Override
    public NamePage list(String cursor) throws BlobException {
        try {
            NamePages page = NamePages.of(objects(), cursor.isEmpty() ? 0 : Long.parseUnsignedLong(cursor), pageSize);
            OptionalLong next = page.next();
            return new NamePage(
                    page.names(),
                    next.isPresent() ? Optional.of(Long.toUnsignedString(next.getAsLong())) : Optional.empty());
        } catch (NumberFormatException another) {
            throw new BlobException("cursor: expected one of this store, found another");
        } catch (NatsFailure failure) {
            throw error(failure);
        }
    }

    private Collection<String> objects() throws NatsFailure {
        return LastMessages.<String>under(api, notes(), false, (subject, headers, body) -> ObjectNote.object(body))
                .values();
    }

    @Override
    public void delete(String object) throws BlobException {
        try {
            long sequence = replace(object, old -> old != null && ObjectNote.isThere(old) ? old.gone() : null);
            if (sequence > 0) {
                api.removeBefore(notes() + Names.object(object), sequence + 1);
            }
        } catch (NatsFailure failure) {
            throw error(failure);
        }
    }

    @Override
    public boolean has(String object) throws BlobException {
        try {
            return ObjectNote.isThere(note(object));
        } catch (NatsFailure failure) {
            throw error(failure);
        }
    }

    @Override
    public ObjectInfo info(String object) throws BlobException {
        ObjectNote note = there(object);
        return new ObjectInfo(note.info().getSize(), note.info().getModified().toEpochSecond());
    }

    @Override
    public void clear() throws BlobException {
        try {
            for (String object : objects()) {
                delete(object);
            }
        } catch (NatsFailure failure) {
            throw error(failure);
        }
    }
}
