package dev.witloof.nats;

import io.nats.client.api.ObjectInfo;
import io.nats.client.support.JsonParseException;
import io.nats.client.support.JsonParser;
import io.nats.client.support.JsonValue;
import io.nats.client.support.JsonValueUtils;
import org.jspecify.annotations.Nullable;

/**
 * What NATS notes of an object, beside the pieces that it is made of.
 *
 * @param sequence the note's number in the stream
 * @param info what it says
 */
record ObjectNote(long sequence, ObjectInfo info) {

    /** Whether there is an object. */
    static boolean isThere(@Nullable ObjectNote note) {
        return note != null && !note.info().isDeleted();
    }

    /** The text of a note. */
    static byte[] of(String bucket, String object, String pieces, long size, long count, int pieceSize, String digest) {
        return ObjectInfo.builder(bucket, object)
                .nuid(pieces)
                .size(size)
                .chunks(count)
                .chunkSize(pieceSize)
                .digest(digest)
                .build()
                .serialize();
    }

    /** The name of the object that a note's text says is there; {@code null} if it says that it is gone, or is no note. */
    static @Nullable String object(byte[] text) {
        try {
            JsonValue note = JsonParser.parse(text);
            return JsonValueUtils.readBoolean(note, "deleted") ? null : JsonValueUtils.readString(note, "name", "");
        } catch (JsonParseException another) {
            return null;
        }
    }

    /** The text of a note that the object is gone. */
    byte[] gone() {
        return ObjectInfo.builder(info)
                .deleted(true)
                .size(0)
                .chunks(0)
                .digest(null)
                .build()
                .serialize();
    }
}
