package dev.witloof.keyvalue;

import dev.witloof.keyvalue.v0_2_0_draft.Store;
import java.util.List;
import java.util.Optional;

/**
 * A bucket as guests have it. Arrays are copied on their way in and out.
 *
 * @param name its identifier
 * @param entries what it holds
 * @param readOnly whether guests may not change it
 * @param pageSize how many keys are listed at a time
 */
record OpenBucket(String name, Entries entries, boolean readOnly, int pageSize) implements Store.Bucket {

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(entries.get(key)).map(byte[]::clone);
    }

    @Override
    public void set(String key, byte[] value) throws Store.ErrorException {
        checkMayChange();
        try {
            entries.set(key, value.clone());
        } catch (RefusedException refused) {
            throw refused.asError();
        }
    }

    @Override
    public void delete(String key) throws Store.ErrorException {
        checkMayChange();
        entries.delete(key);
    }

    private void checkMayChange() throws Store.ErrorException {
        if (readOnly) {
            throw new Store.ErrorException(new Store.Error.AccessDenied());
        }
    }

    @Override
    public boolean exists(String key) {
        return entries.has(key);
    }

    @Override
    public Store.KeyResponse listKeys(Optional<Long> cursor) {
        Entries.Page page = entries.list(cursor.orElse(0L), pageSize);
        return new Store.KeyResponse(
                List.copyOf(page.keys()), page.hasMore() ? Optional.of(page.next()) : Optional.empty());
    }

    /** Its identifier: what a log of calls shows. */
    @Override
    public String toString() {
        return name;
    }
}
