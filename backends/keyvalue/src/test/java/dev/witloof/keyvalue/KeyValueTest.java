package dev.witloof.keyvalue;

import static dev.witloof.keyvalue.Guest.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.link.Backend;
import dev.witloof.value.Result;
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
    void whatIsSetIsThereUntilItIsDeleted(Backend store) {
        Guest guest = new Guest(store, "cache");
        Object bucket = guest.open("main");
        assertThat(guest.get(bucket, "ada")).hasToString("ok(none)");
        assertThat(guest.call(StoreTypes.EXISTS, bucket, "ada")).isEqualTo(Result.ok(false));
        assertThat(guest.set(bucket, "ada", "one")).isEqualTo(Result.ok(null));
        assertThat(guest.set(bucket, "ada", "two")).isEqualTo(Result.ok(null));
        assertThat(guest.get(bucket, "ada")).isEqualTo(Result.ok(Optional.of(bytes("two"))));
        assertThat(guest.call(StoreTypes.EXISTS, bucket, "ada")).isEqualTo(Result.ok(true));
        assertThat(guest.call(StoreTypes.DELETE, bucket, "ada")).isEqualTo(Result.ok(null));
        assertThat(guest.call(StoreTypes.DELETE, bucket, "ada")).isEqualTo(Result.ok(null));
        assertThat(guest.get(bucket, "ada")).isEqualTo(Result.ok(Optional.empty()));
        assertThat(guest.list(bucket, Optional.empty())).hasToString("ok({keys: [], cursor: none})");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void bucketsAreApartAndOpenedAgainAreTheSame(Backend store) {
        Guest guest = new Guest(store, "cache");
        Object main = guest.open("main");
        Object other = guest.open("");
        guest.set(main, "key", "main's");
        assertThat(guest.get(other, "key")).isEqualTo(Result.ok(Optional.empty()));
        assertThat(guest.get(guest.open("main"), "key")).isEqualTo(Result.ok(Optional.of(bytes("main's"))));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void L13_keysAreTheSameForNamedAndUnnamedImportsAndEveryDeployment(Backend store) {
        Guest named = new Guest(store, "cache");
        Guest unnamed = new Guest(store, StoreTypes.INTERFACE);
        named.set(named.open("main"), "key", "value");
        assertThat(unnamed.get(unnamed.open("main"), "key")).isEqualTo(Result.ok(Optional.of(bytes("value"))));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void valuesAreCopiedOnTheirWayInAndOut(Backend store, Function<String, BucketView> view) {
        Guest guest = new Guest(store, "cache");
        Object bucket = guest.open("main");
        byte[] in = bytes("in");
        guest.call(StoreTypes.SET, bucket, "key", in);
        in[0] = '!';
        Result.Ok<?, ?> out = (Result.Ok<?, ?>) guest.get(bucket, "key");
        ((byte[]) ((Optional<?>) out.value()).orElseThrow())[0] = '!';
        view.apply("main").get("key").orElseThrow()[0] = '!';
        assertThat(guest.get(bucket, "key")).isEqualTo(Result.ok(Optional.of(bytes("in"))));
        byte[] fromJava = bytes("java");
        view.apply("main").set("key", fromJava);
        fromJava[0] = '!';
        assertThat(guest.get(bucket, "key")).isEqualTo(Result.ok(Optional.of(bytes("java"))));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void keysAreListedInPagesInTheOrderInWhichTheyWereFirstSet(Backend store) {
        Guest guest = new Guest(store, "cache");
        Object bucket = guest.open("main");
        for (String key : List.of("b", "a", "é", "😀", "c")) {
            guest.set(bucket, key, "1");
        }
        guest.set(bucket, "b", "2");
        assertThat(guest.list(bucket, Optional.empty())).hasToString("ok({keys: [\"b\", \"a\"], cursor: some(2)})");
        assertThat(guest.list(bucket, Optional.of(2L))).hasToString("ok({keys: [\"é\", \"😀\"], cursor: some(4)})");
        assertThat(guest.list(bucket, Optional.of(4L))).hasToString("ok({keys: [\"c\"], cursor: none})");
        assertThat(guest.list(bucket, Optional.of(99L))).hasToString("ok({keys: [], cursor: none})");
        assertThat(guest.list(bucket, Optional.of(-1L))).hasToString("ok({keys: [], cursor: none})");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aKeyThatIsThereThroughoutIsListedOnceWhateverChangesMeanwhile(Backend store) {
        Guest guest = new Guest(store, "cache");
        Object bucket = guest.open("main");
        for (String key : List.of("a", "b", "c", "d")) {
            guest.set(bucket, key, "1");
        }
        assertThat(guest.list(bucket, Optional.empty())).hasToString("ok({keys: [\"a\", \"b\"], cursor: some(2)})");
        guest.call(StoreTypes.DELETE, bucket, "a");
        guest.call(StoreTypes.DELETE, bucket, "b");
        guest.set(bucket, "a", "again");
        assertThat(guest.list(bucket, Optional.of(2L))).hasToString("ok({keys: [\"c\", \"d\"], cursor: some(4)})");
        assertThat(guest.list(bucket, Optional.of(4L))).hasToString("ok({keys: [\"a\"], cursor: none})");
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
                    Object bucket = guest.open("main");
                    for (int i = 0; i < 2000; i++) {
                        guest.set(bucket, own + "-" + i % 50, "v" + i);
                        guest.set(bucket, "shared-" + i % 20, "v");
                        guest.call(StoreTypes.DELETE, bucket, "shared-" + (i + 7) % 20);
                        guest.list(bucket, Optional.of(10L));
                    }
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
    void withAFixedSetOfBucketsAnotherIsNoSuchStore() {
        InMemoryKeyValue store =
                InMemoryKeyValue.builder().buckets("main", "hot").build();
        Guest guest = new Guest(store, "cache");
        assertThat(guest.open("main")).hasToString("main");
        assertThat(guest.call(StoreTypes.OPEN, "cold")).hasToString("err(no-such-store)");
        assertThat(store.bucketNames()).containsExactly("hot", "main");
        assertThatThrownBy(() -> store.bucket("cold"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bucket \"cold\": expected one of [hot, main]");
        BoundedKeyValue bounded =
                KeyValue.bounded().maximumEntries(1).buckets("main").build();
        assertThat(new Guest(bounded, "cache").call(StoreTypes.OPEN, "cold")).hasToString("err(no-such-store)");
    }

    @Test
    void aReadOnlyBucketDeniesGuestsToChangeIt() {
        InMemoryKeyValue store = InMemoryKeyValue.builder().readOnly("main").build();
        Guest guest = new Guest(store, "cache");
        store.bucket("main").set("key", bytes("value"));
        Object bucket = guest.open("main");
        assertThat(guest.set(bucket, "key", "other")).hasToString("err(access-denied)");
        assertThat(guest.call(StoreTypes.DELETE, bucket, "key")).hasToString("err(access-denied)");
        assertThat(guest.get(bucket, "key")).isEqualTo(Result.ok(Optional.of(bytes("value"))));
        assertThat(guest.set(guest.open("other"), "key", "other")).isEqualTo(Result.ok(null));
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

    @Test
    void theFunctionsAreThoseOfTheOfferWithItsTypes() {
        InMemoryKeyValue store = KeyValue.inMemory();
        Guest guest = new Guest(store, "cache");
        assertThat(store.offers())
                .singleElement()
                .satisfies(offer -> assertThat(offer.interfaceName()).hasToString("wasi:keyvalue/store@0.2.0-draft"));
        assertThat(guest.functions().names())
                .containsExactlyElementsOf(store.offers().get(0).functions().keySet());
        store.offers()
                .get(0)
                .functions()
                .forEach(
                        (name, type) -> assertThat(guest.functions().type(name)).contains(type));
        assertThat(guest.functions().resources()).containsExactly("bucket");
    }
}
