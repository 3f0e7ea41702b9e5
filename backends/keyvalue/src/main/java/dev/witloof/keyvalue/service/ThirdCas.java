package dev.witloof.keyvalue.service;

import dev.witloof.keyvalue.v0_1_0.Cas;
import dev.witloof.keyvalue.v0_1_0.Types;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** {@code cas@0.1.0}: of the buckets of any store. */
record ThirdCas() implements Cas {

    @Override
    public Optional<Entry> current(Types.Bucket bucket, String key) throws Types.ErrorException {
        try {
            return entry(ThirdBucket.of(bucket).see(key));
        } catch (KeyValueException failure) {
            throw ThirdTypes.error(failure);
        }
    }

    @Override
    public CasResult swap(Types.Bucket bucket, String key, byte[] value, CasOptions options)
            throws Types.ErrorException {
        if (options.requireVersion().isEmpty() && options.requireValue().isEmpty()) {
            throw new Types.ErrorException(new Types.Error.InvalidArgument());
        }
        try {
            StoredBucket stored = ThirdBucket.of(bucket);
            while (true) {
                Sighting seen = stored.see(key);
                if (!holds(options, seen)) {
                    return new CasResult.Stale(entry(seen));
                }
                // Whoever was quicker may have left it as the options want it, so it is looked at again.
                if (stored.swap(key, seen, value)) {
                    return new CasResult.Swapped();
                }
            }
        } catch (KeyValueException failure) {
            throw ThirdTypes.error(failure);
        }
    }

    private static boolean holds(CasOptions options, Sighting seen) {
        byte[] value = seen.value();
        return value != null
                && options.requireValue().stream().allMatch(wanted -> Arrays.equals(wanted, value))
                && options.requireVersion().stream().allMatch(version(seen, value)::equals);
    }

    private static Optional<Entry> entry(Sighting seen) {
        byte[] value = seen.value();
        return value == null ? Optional.empty() : Optional.of(new Entry(value, version(seen, value)));
    }

    /** The store's version where that is a text or a number, else a digest of the value. */
    private static String version(Sighting seen, byte[] value) {
        if (seen.version() instanceof String || seen.version() instanceof Number) {
            return seen.version().toString();
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256: every Java platform has it", missing);
        }
    }
}
