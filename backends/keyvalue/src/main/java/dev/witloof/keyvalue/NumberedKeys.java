package dev.witloof.keyvalue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** The keys of a bucket by their numbers. */
final class NumberedKeys {

    private final ConcurrentNavigableMap<Long, String> keys = new ConcurrentSkipListMap<>();
    private final AtomicLong next = new AtomicLong();

    /** Gives a key the next number. */
    long add(String key) {
        long number = next.getAndIncrement();
        keys.put(number, key);
        return number;
    }

    void remove(long number) {
        keys.remove(number);
    }

    /** See {@link Entries#list}; keys that are not {@code there} any more are passed over. */
    Entries.Page list(long from, int limit, Predicate<String> there) {
        List<String> page = new ArrayList<>();
        long last = from;
        // A number with the highest bit set is beyond any key that was ever set.
        for (Map.Entry<Long, String> entry :
                keys.tailMap(from < 0 ? Long.MAX_VALUE : from, true).entrySet()) {
            if (there.test(entry.getValue())) {
                if (page.size() == limit) {
                    return new Entries.Page(page, last, true);
                }
                page.add(entry.getValue());
                last = entry.getKey() + 1;
            }
        }
        return new Entries.Page(page, last, false);
    }
}
