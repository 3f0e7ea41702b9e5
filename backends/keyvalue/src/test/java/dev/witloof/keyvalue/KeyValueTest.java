package dev.witloof.keyvalue;

import static dev.witloof.keyvalue.Guest.bytes;
import static dev.witloof.keyvalue.Guest.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.keyvalue.v0_2_0_draft.Store;
import dev.witloof.link.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What both stores do alike. */
class KeyValueTest {

    /** A store with pages of two keys. */
    static Stream<Arguments> stores() {
        InMemoryKeyValue unbounded = InMemoryKeyValue.builder().pageSize(2).build();
        BoundedKeyValue entries =
                KeyValue.bounded().maximumEntries(100_000).pageSize(2).build();
        BoundedKeyValue bytes =
                KeyValue.bounded().maximumBytes(10_000_000).pageSize(2).build();
        return Stream.of(
                Arguments.of(unbounded, (Function<String, BucketView>) unbounded::bucket),
                Arguments.of(entries, (Function<String, BucketView>) entries::bucket),
                Arguments.of(bytes, (Function<String, BucketView>) bytes::bucket));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void whatIsSetIsThereUntilItIsDeleted(Backend store) throws Exception {
        Guest guest = new Guest(store, "cache");
        Store.Bucket bucket = guest.open("main");
        assertThat(bucket.get("ada")).isEmpty();
        assertThat(bucket.exists("ada")).isFalse();
        bucket.set("ada", bytes("one"));
        bucket.set("ada", bytes("two"));
        assertThat(bucket.get("ada")).contains(bytes("two"));
        assertThat(bucket.exists("ada")).isTrue();
        bucket.delete("ada");
        bucket.delete("ada");
        assertThat(bucket.get("ada")).isEmpty();
        assertThat(bucket.listKeys(Optional.empty())).isEqualTo(page(Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void bucketsAreApartAndOpenedAgainAreTheSame(Backend store) throws Exception {
        Guest guest = new Guest(store, "cache");
        Store.Bucket main = guest.open("main");
        Store.Bucket other = guest.open("");
        main.set("key", bytes("main's"));
        assertThat(other.get("key")).isEmpty();
        assertThat(guest.open("main").get("key")).contains(bytes("main's"));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void L13_keysAreTheSameForNamedAndUnnamedImportsAndEveryDeployment(Backend store) throws Exception {
        Guest named = new Guest(store, "cache");
        Guest unnamed = new Guest(store, Guest.INTERFACE);
        named.open("main").set("key", bytes("value"));
        assertThat(unnamed.open("main").get("key")).contains(bytes("value"));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void valuesAreCopiedOnTheirWayInAndOut(Backend store, Function<String, BucketView> view) throws Exception {
        Guest guest = new Guest(store, "cache");
        Store.Bucket bucket = guest.open("main");
        byte[] in = bytes("in");
        bucket.set("key", in);
        in[0] = '!';
        bucket.get("key").orElseThrow()[0] = '!';
        view.apply("main").get("key").orElseThrow()[0] = '!';
        assertThat(bucket.get("key")).contains(bytes("in"));
        byte[] fromJava = bytes("java");
        view.apply("main").set("key", fromJava);
        fromJava[0] = '!';
        assertThat(bucket.get("key")).contains(bytes("java"));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void keysAreListedInPagesInTheOrderInWhichTheyWereFirstSet(Backend store) throws Exception {
        Guest guest = new Guest(store, "cache");
        Store.Bucket bucket = guest.open("main");
        for (String key : List.of("b", "a", "é", "😀", "c")) {
            bucket.set(key, bytes("1"));
        }
        bucket.set("b", bytes("2"));
        assertThat(bucket.listKeys(Optional.empty())).isEqualTo(page(Optional.of(2L), "b", "a"));
        assertThat(bucket.listKeys(Optional.of(2L))).isEqualTo(page(Optional.of(4L), "é", "😀"));
        assertThat(bucket.listKeys(Optional.of(4L))).isEqualTo(page(Optional.empty(), "c"));
        assertThat(bucket.listKeys(Optional.of(99L))).isEqualTo(page(Optional.empty()));
        assertThat(bucket.listKeys(Optional.of(-1L))).isEqualTo(page(Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aKeyThatIsThereThroughoutIsListedOnceWhateverChangesMeanwhile(Backend store) throws Exception {
        Guest guest = new Guest(store, "cache");
        Store.Bucket bucket = guest.open("main");
        for (String key : List.of("a", "b", "c", "d")) {
            bucket.set(key, bytes("1"));
        }
        assertThat(bucket.listKeys(Optional.empty())).isEqualTo(page(Optional.of(2L), "a", "b"));
        bucket.delete("a");
        bucket.delete("b");
        bucket.set("a", bytes("again"));
        assertThat(bucket.listKeys(Optional.of(2L))).isEqualTo(page(Optional.of(4L), "c", "d"));
        assertThat(bucket.listKeys(Optional.of(4L))).isEqualTo(page(Optional.empty(), "a"));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void javaSeesAndChangesTheContents(Backend store, Function<String, BucketView> view) {
        BucketView bucket = view.apply("main");
        assertThat(bucket.keys()).isEmpty();
        assertThat(bucket.get("a")).isEmpty();
        bucket.set("a", bytes("1"));
        bucket.set("b", bytes("2"));
        assertThat(bucket.keys()).containsExactly("a", "b");
        bucket.delete("a");
        assertThat(bucket.keys()).containsExactly("b");
        bucket.clear();
        assertThat(bucket.keys()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void anyNumberOfThreadsMayUseIt(Backend store, Function<String, BucketView> view) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int own = thread;
                done.add(threads.submit(() -> {
                    Guest guest = new Guest(store, "cache");
                    Store.Bucket bucket = guest.open("main");
                    for (int i = 0; i < 2000; i++) {
                        bucket.set(own + "-" + i % 50, bytes("v" + i));
                        bucket.set("shared-" + i % 20, bytes("v"));
                        bucket.delete("shared-" + (i + 7) % 20);
                        bucket.listKeys(Optional.of(10L));
                    }
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        BucketView bucket = view.apply("main");
        List<String> owned = IntStream.range(0, 4)
                .boxed()
                .flatMap(t -> IntStream.range(0, 50).mapToObj(i -> t + "-" + i))
                .toList();
        assertThat(bucket.keys()).doesNotHaveDuplicates().containsAll(owned);
        assertThat(bucket.keys()).allSatisfy(key -> assertThat(bucket.get(key)).isPresent());
        assertThat(bucket.get("3-49")).hasValueSatisfying(v -> assertThat(v).isEqualTo(bytes("v1999")));
    }

    @Test
    void withAFixedSetOfBucketsAnotherIsNoSuchStore() throws Exception {
        InMemoryKeyValue store =
                InMemoryKeyValue.builder().buckets("main", "hot").build();
        Guest guest = new Guest(store, "cache");
        assertThat(guest.open("main")).hasToString("main");
        assertThat(Guest.error(() -> guest.open("cold"))).isEqualTo(new Store.Error.NoSuchStore());
        assertThat(store.bucketNames()).containsExactly("hot", "main");
        assertThatThrownBy(() -> store.bucket("cold"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bucket \"cold\": expected one of [hot, main]");
        BoundedKeyValue bounded =
                KeyValue.bounded().maximumEntries(1).buckets("main").build();
        assertThat(Guest.error(() -> new Guest(bounded, "cache").open("cold")))
                .isEqualTo(new Store.Error.NoSuchStore());
    }

    @Test
    void aReadOnlyBucketDeniesGuestsToChangeIt() throws Exception {
        InMemoryKeyValue store = InMemoryKeyValue.builder().readOnly("main").build();
        Guest guest = new Guest(store, "cache");
        store.bucket("main").set("key", bytes("value"));
        Store.Bucket bucket = guest.open("main");
        assertThat(Guest.error(() -> bucket.set("key", bytes("other")))).isEqualTo(new Store.Error.AccessDenied());
        assertThat(Guest.error(() -> bucket.delete("key"))).isEqualTo(new Store.Error.AccessDenied());
        assertThat(bucket.get("key")).contains(bytes("value"));
        guest.open("other").set("key", bytes("other"));
    }

    @Test
    void thePageSizeIsOneOrMore() {
        assertThatThrownBy(() -> InMemoryKeyValue.builder().pageSize(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pageSize: expected 1 or more, found 0");
    }

    @Test
    void clearingEmptiesEveryBucket() {
        InMemoryKeyValue store = KeyValue.inMemory();
        store.bucket("a").set("key", bytes("value"));
        store.bucket("b").set("key", bytes("value"));
        store.clear();
        assertThat(store.bucket("a").keys()).isEmpty();
        assertThat(store.bucket("b").keys()).isEmpty();
        assertThat(store.bucketNames()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void itServesTheInterfacesThatAreMadeFromTheWit(Backend store) {
        assertThat(store.serves())
                .containsExactly(
                        Store.class,
                        dev.witloof.keyvalue.v0_2_0_draft.Atomics.class,
                        dev.witloof.keyvalue.v0_2_0_draft.Batch.class,
                        dev.witloof.keyvalue.v0_2_0_draft2.Store.class,
                        dev.witloof.keyvalue.v0_2_0_draft2.Atomics.class,
                        dev.witloof.keyvalue.v0_2_0_draft2.Batch.class,
                        dev.witloof.keyvalue.v0_1_0.Types.class,
                        dev.witloof.keyvalue.v0_1_0.Store.class,
                        dev.witloof.keyvalue.v0_1_0.Atomics.class,
                        dev.witloof.keyvalue.v0_1_0.Cas.class,
                        dev.witloof.keyvalue.v0_1_0.Batch.class);
        assertThat(store.offers()).isEmpty();
    }
}
