package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.filesystem.Types.MetadataHashValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * Hashes of what a file is and when it changed, from which nobody can tell that. The lower half stays what it is when the file
 * changes, because C libraries make the file's number of it.
 */
final class MetadataHash {

    private final byte[] secret = new byte[32];

    MetadataHash() {
        new SecureRandom().nextBytes(secret);
    }

    /**
     * The hash.
     *
     * @param path where it is, if the file system gives files no keys
     * @param size of what is open already
     */
    MetadataHashValue of(BasicFileAttributes attributes, Path path, long size) {
        Object key = attributes.fileKey() == null ? path : attributes.fileKey();
        byte[] identity = key.toString().getBytes(StandardCharsets.UTF_8);
        Instant modified = attributes.lastModifiedTime().toInstant();
        byte[] change = ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                .putLong(size)
                .putLong(modified.getEpochSecond())
                .putInt(modified.getNano())
                .array();
        return new MetadataHashValue(hash(identity), hash(change, identity));
    }

    private long hash(byte[]... parts) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        digest.update(secret);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
