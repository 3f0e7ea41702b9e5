package dev.witloof.keyvalue;

import dev.witloof.keyvalue.service.KeyPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The keys of a bucket by their numbers. */
final class NumberedKeys {

    private final ConcurrentNavigableMap<Long, String> keys = new ConcurrentSkipListMap<>();
    private final AtomicLong next = new AtomicLong();

    /** What takes the place of a key's entry: it has the same number, or the next one if there was none. */
    Entries.Entry next(String key, Entries.@Nullable Entry old, byte[] value) {
        if (old != null) {
            return new Entries.Entry(old.number(), value);
        }
        long number = next.getAndIncrement();
        keys.put(number, key);
        return new Entries.Entry(number, value);
    }

    void remove(long number) {
        keys.remove(number);
    }

    /** See {@link Entries#list}; keys that are not {@code there} any more are passed over. */
    KeyPage list(long from, int limit, Predicate<String> there) {
        List<String> page = new ArrayList<>();
        long last = from;
        // A number with the highest bit set is beyond any key that was ever set.
        for (Map.Entry<Long, String> entry :
                keys.tailMap(from < 0 ? Long.MAX_VALUE : from, true).entrySet()) {
            if (there.test(entry.getValue())) {
                if (page.size() == limit) {
                    return new KeyPage(page, OptionalLong.of(last));
                }
                page.add(entry.getValue());
                last = entry.getKey() + 1;
            }
        }
        return new KeyPage(page, OptionalLong.empty());
    }
}
