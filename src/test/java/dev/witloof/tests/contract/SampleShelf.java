package dev.witloof.tests.contract;

import dev.witloof.testkit.contract.Ability;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What a {@link SampleStore} holds: every change under one lock, and as wrong as a fault wants it. */
final class SampleShelf {

    private static final int PAGE = 1000;

    /** Where keys of buckets are: a key's number is that of its first set. */
    private final Map<String, Map<String, Cell>> buckets = new HashMap<>();

    private final SampleAbilities may;
    private long numbers = 1;

    SampleShelf(SampleAbilities may) {
        this.may = may;
    }

    /**
     * An entry.
     *
     * @param number the number by which it is listed
     * @param value the value; {@code null} if it was deleted and is listed all the same
     */
    private record Cell(long number, byte @Nullable [] value) {}

    /**
     * A page.
     *
     * @param keys the keys
     * @param next where to go on, or 0
     */
    record Page(List<String> keys, long next) {}

    synchronized void clear() {
        buckets.clear();
    }

    private Map<String, Cell> cells(String bucket) {
        boolean one = may.has(Fault.BUCKETS_ARE_ONE) || may.has(Fault.BUCKET_AND_KEY_JOINED);
        return buckets.computeIfAbsent(one ? "" : bucket, name -> new HashMap<>());
    }

    private String stored(String bucket, String key) {
        String name = may.has(Fault.BUCKET_AND_KEY_JOINED) ? bucket + ":" + key : key;
        if (may.has(Fault.KEYS_IN_LOWER_CASE)) {
            name = name.toLowerCase(Locale.ROOT);
        }
        if (may.has(Fault.KEYS_NORMALISED)) {
            name = Normalizer.normalize(name, Normalizer.Form.NFC);
        }
        if (may.has(Fault.KEYS_TRIMMED)) {
            name = name.trim();
        }
        if (may.has(Fault.KEYS_UNESCAPED)) {
            name = name.replace("%41", "A").replace("%2F", "/");
        }
        if (may.has(Fault.EMPTY_KEY_THROWS) && name.isEmpty()) {
            throw new IllegalArgumentException("no key");
        }
        return may.has(Fault.KEYS_CUT) && name.length() > 250 ? name.substring(0, 250) : name;
    }

    synchronized byte @Nullable [] get(String bucket, String key) {
        Cell cell = cells(bucket).get(stored(bucket, key));
        byte[] value = cell == null ? null : cell.value();
        if (value == null) {
            return may.has(Fault.UNKNOWN_KEY_IS_EMPTY) ? new byte[0] : null;
        }
        if (value.length == 0 && may.has(Fault.EMPTY_VALUE_IS_NOTHING)) {
            return null;
        }
        return copy(value);
    }

    private byte[] copy(byte[] value) {
        return may.has(Fault.ARRAYS_ARE_SHARED) ? value : value.clone();
    }

    synchronized void set(String bucket, String key, byte[] value) throws Refused {
        may.checkSizes(key, value);
        byte[] kept = copy(value);
        if (may.has(Fault.VALUE_IS_TEXT)) {
            kept = new String(value, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        }
        if (may.has(Fault.VALUE_IS_CUT) && kept.length > 1_000_000) {
            kept = Arrays.copyOf(kept, 1_000_000);
        }
        Map<String, Cell> cells = cells(bucket);
        String name = stored(bucket, key);
        Cell old = cells.get(name);
        if (old == null || old.value() == null) {
            cells.put(name, new Cell(old == null ? numbers++ : old.number(), kept));
        } else if (!may.has(Fault.FIRST_VALUE_STAYS)) {
            cells.put(name, new Cell(old.number(), kept));
        }
    }

    synchronized void delete(String bucket, String key) throws Refused {
        Map<String, Cell> cells = cells(bucket);
        String name = stored(bucket, key);
        Cell old = cells.get(name);
        if (old == null && may.has(Fault.DELETE_OF_UNKNOWN_FAILS)) {
            throw new Refused("there is no key " + key);
        }
        if (may.has(Fault.LISTS_DELETED_KEYS) && old != null) {
            cells.put(name, new Cell(old.number(), null));
        } else if (may.has(Fault.DELETE_BY_PREFIX)) {
            cells.keySet().removeIf(each -> each.startsWith(name));
        } else if (!may.has(Fault.DELETE_DOES_NOTHING)) {
            cells.remove(name);
        }
    }

    synchronized Page list(String bucket, long from) throws Refused {
        may.check(Ability.LIST_KEYS);
        TreeMap<Long, String> byNumber = new TreeMap<>();
        cells(bucket).forEach((key, cell) -> byNumber.put(cell.number(), key));
        boolean byOffset = may.has(Fault.LISTS_BY_OFFSET);
        List<Map.Entry<Long, String>> rest = new ArrayList<>(
                byOffset ? byNumber.entrySet() : byNumber.tailMap(from, true).entrySet());
        if (byOffset) {
            rest = rest.subList((int) Math.min(Math.max(from, 0), rest.size()), rest.size());
        }
        List<String> keys = rest.stream()
                .limit(PAGE)
                .map(entry -> may.has(Fault.BUCKET_AND_KEY_JOINED)
                        ? entry.getValue().substring(entry.getValue().indexOf(':') + 1)
                        : entry.getValue())
                .toList();
        return new Page(keys, next(rest, from));
    }

    private long next(List<Map.Entry<Long, String>> rest, long from) {
        if (may.has(Fault.LISTS_WITHOUT_END)) {
            return 1;
        }
        if (rest.size() <= PAGE || may.has(Fault.LISTS_FIRST_PAGE_ONLY)) {
            return 0;
        }
        if (may.has(Fault.LISTS_BY_OFFSET)) {
            return from + PAGE;
        }
        return rest.get(may.has(Fault.LISTS_A_KEY_TWICE) ? PAGE - 1 : PAGE).getKey();
    }

    /** Adds to a counter within bounds, as one change. */
    long increment(String bucket, String key, CounterArithmetic arithmetic, long delta) throws Refused {
        may.check(Ability.INCREMENT);
        if (may.has(Fault.INCREMENT_LOSES)) {
            byte[] seen = get(bucket, key);
            LockSupport.parkNanos(100_000); // long enough for the others to see the same value
            return add(bucket, key, seen, arithmetic, delta);
        }
        synchronized (this) {
            return add(bucket, key, get(bucket, key), arithmetic, delta);
        }
    }

    private long add(String bucket, String key, byte @Nullable [] seen, CounterArithmetic arithmetic, long delta)
            throws Refused {
        if (may.has(Fault.COUNTER_IN_8_BYTES)) {
            long sum =
                    (seen == null ? 0 : ByteBuffer.wrap(Arrays.copyOf(seen, 8)).getLong()) + delta;
            set(bucket, key, ByteBuffer.allocate(8).putLong(sum).array());
            return sum;
        }
        String sum = arithmetic.sum(seen == null ? "0" : new String(seen, StandardCharsets.UTF_8), delta, may);
        set(bucket, key, sum.getBytes(StandardCharsets.UTF_8));
        return arithmetic.number(sum);
    }

    /** Sets a value if it is still what was seen. */
    synchronized boolean swap(String bucket, String key, byte @Nullable [] seen, byte[] value) throws Refused {
        if (seen == null && may.has(Fault.SWAP_NEEDS_A_VALUE)) {
            throw new Refused("there is no value");
        }
        if (!may.has(Fault.SWAP_ALWAYS) && !Arrays.equals(seen, get(bucket, key))) {
            return false;
        }
        set(bucket, key, value);
        return true;
    }
}
