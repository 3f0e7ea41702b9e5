package dev.witloof.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.keyvalue.v0_2_0_draft.Store;
import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@code wasi:keyvalue/store@0.2.0-draft} has to do.
 *
 * <pre>{@code
 * class MyStoreTest extends StoreContract {
 *     protected Backend backend() { return new MyBackend("127.0.0.1", 11211); }
 * }
 * }</pre>
 *
 * <p>Each test starts a backend and closes it. Buckets are named by {@link #bucketName}; a store whose data outlive it has to
 * give names that were not used before.
 */
public abstract class StoreContract {

    private static final ImportRef IMPORT = new ImportRef("store", "instance", NameAttributes.NONE);

    private Backend.@Nullable Started started;
    private @Nullable Store store;

    /** For who extends it. */
    protected StoreContract() {}

    /** A backend that serves the interface, not yet started. */
    protected abstract Backend backend();

    /** The name of a bucket that exists and is empty, by a name that the test gives it. */
    protected String bucketName(String name) {
        return name;
    }

    /** The longest value that the store takes, in bytes; up to a mebibyte is tried. */
    protected int mostBytes() {
        return 1 << 20;
    }

    @BeforeEach
    void start() throws Exception {
        Backend.Started opened = backend().start(List.of(IMPORT));
        started = opened;
        store = (Store) opened.implementation(IMPORT);
    }

    @AfterEach
    void close() throws Exception {
        if (started != null) {
            started.close();
        }
    }

    private Store.Bucket open(String name) throws Store.ErrorException {
        if (store == null) {
            throw new IllegalStateException("expected a store that was started");
        }
        return store.open(bucketName(name));
    }

    /** Keys of every sort: long, with spaces, control characters, separators of other systems, beyond ASCII. */
    static Stream<String> keys() {
        return Stream.of(
                "a",
                "A",
                "0",
                "key",
                "two words",
                " leading",
                "trailing ",
                "a/b",
                "a:b",
                "a\\b",
                "a.b",
                "a*",
                "a?b",
                "[a]",
                "{a}",
                "a%20b",
                "a\tb",
                "a\nb",
                "a\r\nb",
                "\"quoted\"",
                "'",
                "ä",
                "ß",
                "é",
                "e\u0301",
                "日本",
                "😀",
                "-",
                "--",
                "$",
                "null",
                "x".repeat(200));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aValueIsThereUnderItsKeyUntilItIsDeleted(String key) throws Exception {
        try (Store.Bucket bucket = open("keys")) {
            byte[] value = ("value of " + key).getBytes(UTF_8);
            assertThat(bucket.exists(key)).isFalse();
            assertThat(bucket.get(key)).isEmpty();
            bucket.set(key, value);
            assertThat(bucket.exists(key)).isTrue();
            assertThat(bucket.get(key))
                    .hasValueSatisfying(found -> assertThat(found).isEqualTo(value));
            assertThat(allKeys(bucket)).containsExactly(key);
            bucket.delete(key);
            assertThat(bucket.exists(key)).isFalse();
            assertThat(bucket.get(key)).isEmpty();
            assertThat(allKeys(bucket)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 255, 256, 1023, 1024, 4096, 65_535, 65_536, 100_000, 1 << 20})
    void aValueOfEveryLengthComesBack(int length) throws Exception {
        byte[] value = new byte[Math.min(length, mostBytes())];
        new Random(length).nextBytes(value);
        try (Store.Bucket bucket = open("lengths")) {
            bucket.set("key", value);
            assertThat(bucket.get("key").orElseThrow()).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 10, 13, 32, 127, 128, 192, 255})
    void everyByteIsKept(int each) throws Exception {
        byte[] value = {(byte) each, 1, (byte) each};
        try (Store.Bucket bucket = open("bytes")) {
            bucket.set("key", value);
            assertThat(bucket.get("key").orElseThrow()).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 10, 100, 500})
    void everyKeyIsListedOnce(int number) throws Exception {
        try (Store.Bucket bucket = open("many")) {
            List<String> keys =
                    IntStream.range(0, number).mapToObj(each -> "key " + each).toList();
            for (String key : keys) {
                bucket.set(key, new byte[] {1});
            }
            assertThat(allKeys(bucket)).containsExactlyInAnyOrderElementsOf(keys);
        }
    }

    /** The keys of all pages. */
    private static List<String> allKeys(Store.Bucket bucket) throws Store.ErrorException {
        List<String> keys = new ArrayList<>();
        Optional<Long> cursor = Optional.empty();
        do {
            Store.KeyResponse page = bucket.listKeys(cursor);
            keys.addAll(page.keys());
            cursor = page.cursor();
        } while (cursor.isPresent());
        return keys;
    }

    @Test
    void theLastValueSetIsTheValue() throws Exception {
        try (Store.Bucket bucket = open("last")) {
            for (int i = 0; i < 10; i++) {
                bucket.set("key", new byte[] {(byte) i});
            }
            assertThat(bucket.get("key").orElseThrow()).containsExactly(9);
            assertThat(allKeys(bucket)).containsExactly("key");
        }
    }

    @Test
    void aShorterValueLeavesNothingOfALongerOne() throws Exception {
        try (Store.Bucket bucket = open("shorter")) {
            bucket.set("key", new byte[1000]);
            bucket.set("key", new byte[] {1});
            assertThat(bucket.get("key").orElseThrow()).containsExactly(1);
        }
    }

    @Test
    void deletingWhatIsNotThereDoesNothing() throws Exception {
        try (Store.Bucket bucket = open("deleting")) {
            bucket.delete("key");
            bucket.set("other", new byte[] {1});
            bucket.delete("key");
            bucket.delete("key");
            assertThat(allKeys(bucket)).containsExactly("other");
        }
    }

    @Test
    void whatWasDeletedCanBeSetAgain() throws Exception {
        try (Store.Bucket bucket = open("again")) {
            bucket.set("key", new byte[] {1});
            bucket.delete("key");
            bucket.set("key", new byte[] {2});
            assertThat(bucket.get("key").orElseThrow()).containsExactly(2);
        }
    }

    @Test
    void anEmptyValueIsAValue() throws Exception {
        try (Store.Bucket bucket = open("empty")) {
            bucket.set("key", new byte[0]);
            assertThat(bucket.exists("key")).isTrue();
            assertThat(bucket.get("key").orElseThrow()).isEmpty();
        }
    }

    @Test
    void keysThatDifferInCaseAreTwo() throws Exception {
        try (Store.Bucket bucket = open("case")) {
            bucket.set("key", new byte[] {1});
            bucket.set("KEY", new byte[] {2});
            assertThat(bucket.get("key").orElseThrow()).containsExactly(1);
            assertThat(bucket.get("KEY").orElseThrow()).containsExactly(2);
        }
    }

    @Test
    void keysThatLookAlikeAreTwo() throws Exception {
        try (Store.Bucket bucket = open("alike")) {
            bucket.set("é", new byte[] {1});
            bucket.set("e\u0301", new byte[] {2});
            assertThat(bucket.get("é").orElseThrow()).containsExactly(1);
            assertThat(allKeys(bucket)).containsExactlyInAnyOrder("é", "e\u0301");
        }
    }

    @Test
    void aKeyThatBeginsLikeAnotherIsNotThatOne() throws Exception {
        try (Store.Bucket bucket = open("prefix")) {
            bucket.set("key", new byte[] {1});
            assertThat(bucket.exists("ke")).isFalse();
            assertThat(bucket.exists("key1")).isFalse();
            bucket.delete("ke");
            assertThat(bucket.exists("key")).isTrue();
        }
    }

    @Test
    void anEmptyBucketListsNothing() throws Exception {
        try (Store.Bucket bucket = open("nothing")) {
            Store.KeyResponse page = bucket.listKeys(Optional.empty());
            assertThat(page.keys()).isEmpty();
            assertThat(page.cursor()).isEmpty();
        }
    }

    @Test
    void listingTwiceGivesTheSame() throws Exception {
        try (Store.Bucket bucket = open("twice")) {
            for (int i = 0; i < 50; i++) {
                bucket.set("key " + i, new byte[] {1});
            }
            assertThat(new TreeSet<>(allKeys(bucket))).isEqualTo(new TreeSet<>(allKeys(bucket)));
        }
    }

    @Test
    void keysThatStayAreListedWhileOthersGo() throws Exception {
        try (Store.Bucket bucket = open("changing")) {
            TreeSet<String> stay = new TreeSet<>();
            for (int i = 0; i < 300; i++) {
                bucket.set((i % 2 == 0 ? "stays " : "goes ") + i, new byte[] {1});
                if (i % 2 == 0) {
                    stay.add("stays " + i);
                }
            }
            List<String> listed = new ArrayList<>();
            Optional<Long> cursor = Optional.empty();
            int gone = 1;
            do {
                Store.KeyResponse page = bucket.listKeys(cursor);
                listed.addAll(page.keys());
                cursor = page.cursor();
                bucket.delete("goes " + gone);
                gone += 2;
            } while (cursor.isPresent());
            assertThat(listed).containsAll(stay).doesNotHaveDuplicates();
        }
    }

    @Test
    void bucketsAreApart() throws Exception {
        try (Store.Bucket one = open("one");
                Store.Bucket two = open("two")) {
            one.set("key", new byte[] {1});
            assertThat(two.get("key")).isEmpty();
            two.set("key", new byte[] {2});
            one.delete("key");
            assertThat(two.get("key").orElseThrow()).containsExactly(2);
            assertThat(allKeys(one)).isEmpty();
        }
    }

    @Test
    void aBucketThatIsOpenedTwiceIsOne() throws Exception {
        try (Store.Bucket first = open("same");
                Store.Bucket second = open("same")) {
            first.set("key", new byte[] {1});
            assertThat(second.get("key").orElseThrow()).containsExactly(1);
            second.delete("key");
            assertThat(first.exists("key")).isFalse();
        }
    }

    @Test
    void closingABucketKeepsItsValues() throws Exception {
        try (Store.Bucket bucket = open("closed")) {
            bucket.set("key", new byte[] {1});
        }
        try (Store.Bucket bucket = open("closed")) {
            assertThat(bucket.get("key").orElseThrow()).containsExactly(1);
        }
    }

    @Test
    void closingOneHandleLeavesTheOther() throws Exception {
        try (Store.Bucket other = open("handles")) {
            open("handles").close();
            other.set("key", new byte[] {1});
            assertThat(other.exists("key")).isTrue();
        }
    }

    @Test
    void changingAnArrayThatWasSetChangesNothing() throws Exception {
        try (Store.Bucket bucket = open("arrays")) {
            byte[] value = {1, 2, 3};
            bucket.set("key", value);
            value[0] = 9;
            assertThat(bucket.get("key").orElseThrow()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void changingAnArrayThatWasGotChangesNothing() throws Exception {
        try (Store.Bucket bucket = open("arrays")) {
            bucket.set("key", new byte[] {1, 2, 3});
            bucket.get("key").orElseThrow()[0] = 9;
            assertThat(bucket.get("key").orElseThrow()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aCursorThatIsNoneIsAnErrorOrAnEmptyPage() throws Exception {
        try (Store.Bucket bucket = open("cursor")) {
            bucket.set("key", new byte[] {1});
            try {
                assertThat(bucket.listKeys(Optional.of(Long.MAX_VALUE)).keys()).doesNotHaveDuplicates();
            } catch (Store.ErrorException refused) {
                assertThat(refused.error()).isInstanceOf(Store.Error.Other.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void doesWhatAMapDoes(long seed) throws Exception {
        Random random = new Random(seed);
        TreeMap<String, byte[]> expected = new TreeMap<>();
        try (Store.Bucket bucket = open("map")) {
            for (int i = 0; i < 200; i++) {
                String key = "key " + random.nextInt(20);
                switch (random.nextInt(4)) {
                    case 0, 1 -> {
                        byte[] value = new byte[random.nextInt(50)];
                        random.nextBytes(value);
                        bucket.set(key, value);
                        expected.put(key, value);
                    }
                    case 2 -> {
                        bucket.delete(key);
                        expected.remove(key);
                    }
                    default -> {
                        assertThat(bucket.exists(key)).isEqualTo(expected.containsKey(key));
                        assertThat(bucket.get(key).orElse(null)).isEqualTo(expected.get(key));
                    }
                }
            }
            assertThat(allKeys(bucket)).containsExactlyInAnyOrderElementsOf(expected.keySet());
        }
    }

    @Test
    void threadsSeeOneAnothersValues() throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        try (Store.Bucket bucket = open("threads")) {
            for (int i = 0; i < 4; i++) {
                int number = i;
                threads.add(new Thread(() -> {
                    try (Store.Bucket own = open("threads")) {
                        for (int each = 0; each < 50; each++) {
                            own.set(number + " " + each, new byte[] {(byte) each});
                        }
                    } catch (Exception | AssertionError failure) {
                        failures.add(failure);
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(failures).isEmpty();
            assertThat(allKeys(bucket)).hasSize(200).doesNotHaveDuplicates();
        }
    }

    @Test
    void aBackendIsDescribedWithoutBeingStarted() {
        Backend backend = backend();
        assertThat(backend.description()).isNotBlank();
        assertThat(backend.serves().contains(Store.class) || !backend.offers().isEmpty())
                .isTrue();
    }
}
