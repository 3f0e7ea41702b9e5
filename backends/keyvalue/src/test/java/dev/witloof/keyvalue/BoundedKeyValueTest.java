package dev.witloof.keyvalue;

import static dev.witloof.keyvalue.Guest.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.value.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoundedKeyValueTest {

    private final AtomicLong now = new AtomicLong();

    private void sleep(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void thereAreNeverMoreEntriesThanItsBoundOverAllBuckets() {
        BoundedKeyValue store = KeyValue.bounded().maximumEntries(10).build();
        for (int i = 0; i < 100; i++) {
            store.bucket("a").set("key" + i, bytes("value"));
            store.bucket("b").set("key" + i, bytes("value"));
        }
        List<String> keys = Stream.concat(store.bucket("a").keys().stream(), store.bucket("b").keys().stream())
                .toList();
        assertThat(keys).hasSizeBetween(1, 10);
        assertThat(store.bucket("a").keys())
                .allSatisfy(key -> assertThat(store.bucket("a").get(key)).isPresent());
    }

    @Test
    void thereAreNeverMoreBytesThanItsBound() {
        BoundedKeyValue store = KeyValue.bounded().maximumBytes(1000).build();
        BucketView bucket = store.bucket("a");
        for (int i = 10; i < 99; i++) {
            bucket.set("key" + i, new byte[95]);
        }
        assertThat(bucket.keys()).hasSizeBetween(1, 10);
    }

    @Test
    void anEntryThatIsTooLargeAloneIsRefusedAndTheOldValueStays() {
        BoundedKeyValue store = KeyValue.bounded().maximumBytes(10).build();
        Guest guest = new Guest(store, "cache");
        Object bucket = guest.open("main");
        assertThat(guest.set(bucket, "é", "12345678")).isEqualTo(Result.ok(null));
        assertThat(guest.set(bucket, "é", "123456789"))
                .hasToString("err(other(\"key and value: expected at most 10 bytes, found 11\"))");
        assertThat(guest.get(bucket, "é")).isEqualTo(Result.ok(Optional.of(bytes("12345678"))));
    }

    @Test
    void entriesExpireAfterTheyWereWritten() {
        BoundedKeyValue store = KeyValue.bounded()
                .expireAfterWrite(Duration.ofMinutes(5))
                .nanoTime(now::get)
                .build();
        Guest guest = new Guest(store, "cache");
        Object bucket = guest.open("main");
        guest.set(bucket, "a", "1");
        sleep(Duration.ofMinutes(3));
        guest.set(bucket, "b", "1");
        assertThat(guest.get(bucket, "a")).isEqualTo(Result.ok(Optional.of(bytes("1"))));
        sleep(Duration.ofMinutes(3));
        assertThat(guest.get(bucket, "a")).isEqualTo(Result.ok(Optional.empty()));
        assertThat(guest.call(StoreTypes.EXISTS, bucket, "a")).isEqualTo(Result.ok(false));
        assertThat(guest.list(bucket, Optional.empty())).hasToString("ok({keys: [\"b\"], cursor: none})");
        guest.set(bucket, "a", "2");
        assertThat(guest.list(bucket, Optional.empty())).hasToString("ok({keys: [\"b\", \"a\"], cursor: none})");
    }

    @Test
    void entriesExpireAfterTheyWereReadAndAListingReadsThemNot() {
        BoundedKeyValue store = KeyValue.bounded()
                .expireAfterAccess(Duration.ofMinutes(5))
                .nanoTime(now::get)
                .build();
        BucketView bucket = store.bucket("main");
        bucket.set("read", bytes("1"));
        bucket.set("listed", bytes("1"));
        sleep(Duration.ofMinutes(3));
        bucket.get("read");
        assertThat(bucket.keys()).containsExactly("read", "listed");
        sleep(Duration.ofMinutes(3));
        assertThat(bucket.keys()).containsExactly("read");
    }

    @Test
    void aGuestCannotMakeBucketsWithoutBound() {
        BoundedKeyValue store =
                KeyValue.bounded().maximumEntries(1).maximumBuckets(2).build();
        Guest guest = new Guest(store, "cache");
        guest.open("a");
        guest.open("b");
        guest.open("a");
        assertThat(guest.call(StoreTypes.OPEN, "c"))
                .hasToString("err(other(\"buckets: expected at most 2, found one more\"))");
    }

    @Test
    void itsBoundsAreChecked() {
        assertThatThrownBy(() -> KeyValue.bounded().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bounded key-value: expected a bound, found none");
        assertThatThrownBy(() ->
                        KeyValue.bounded().maximumBytes(1).maximumEntries(1).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bounded key-value: expected maximumEntries or maximumBytes, found both");
        assertThatThrownBy(() -> KeyValue.bounded().maximumEntries(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maximumEntries: expected 1 or more, found 0");
        assertThatThrownBy(() -> KeyValue.bounded().expireAfterWrite(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expireAfterWrite: expected longer than nothing, found PT0S");
    }

    @Test
    void itStartsNoThread() {
        int before = Thread.activeCount();
        BoundedKeyValue store = KeyValue.bounded()
                .maximumEntries(2)
                .expireAfterWrite(Duration.ofNanos(1))
                .build();
        for (int i = 0; i < 1000; i++) {
            store.bucket("a").set("key" + i, bytes("value"));
        }
        assertThat(Thread.activeCount()).isEqualTo(before);
    }
}
