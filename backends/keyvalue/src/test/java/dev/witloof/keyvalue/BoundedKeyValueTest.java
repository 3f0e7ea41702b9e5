package dev.witloof.keyvalue;

import static dev.witloof.keyvalue.Guest.bytes;
import static dev.witloof.keyvalue.Guest.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.keyvalue.v0_2_0_draft.Store;
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
    void anEntryThatIsTooLargeAloneIsRefusedAndTheOldValueStays() throws Exception {
        BoundedKeyValue store = KeyValue.bounded().maximumBytes(10).build();
        Guest guest = new Guest(store, "cache");
        Store.Bucket bucket = guest.open("main");
        bucket.set("é", bytes("12345678"));
        assertThat(Guest.error(() -> bucket.set("é", bytes("123456789"))))
                .isEqualTo(new Store.Error.Other("key and value: expected at most 10 bytes, found 11"));
        assertThat(bucket.get("é")).contains(bytes("12345678"));
    }

    @Test
    void entriesExpireAfterTheyWereWritten() throws Exception {
        BoundedKeyValue store = KeyValue.bounded()
                .expireAfterWrite(Duration.ofMinutes(5))
                .nanoTime(now::get)
                .build();
        Guest guest = new Guest(store, "cache");
        Store.Bucket bucket = guest.open("main");
        bucket.set("a", bytes("1"));
        sleep(Duration.ofMinutes(3));
        bucket.set("b", bytes("1"));
        assertThat(bucket.get("a")).contains(bytes("1"));
        sleep(Duration.ofMinutes(3));
        assertThat(bucket.get("a")).isEmpty();
        assertThat(bucket.exists("a")).isFalse();
        assertThat(bucket.listKeys(Optional.empty())).isEqualTo(page(Optional.empty(), "b"));
        bucket.set("a", bytes("2"));
        assertThat(bucket.listKeys(Optional.empty())).isEqualTo(page(Optional.empty(), "b", "a"));
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
    void aGuestCannotMakeBucketsWithoutBound() throws Exception {
        BoundedKeyValue store =
                KeyValue.bounded().maximumEntries(1).maximumBuckets(2).build();
        Guest guest = new Guest(store, "cache");
        guest.open("a");
        guest.open("b");
        guest.open("a");
        assertThat(Guest.error(() -> guest.open("c")))
                .isEqualTo(new Store.Error.Other("buckets: expected at most 2, found one more"));
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
