package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@code store} promises of listings; a store that cannot list has to say so each time. */
abstract class ListingClauses extends BucketClauses {

    /** More than stores give in one page, so that cursors are used. */
    private static final int SEVERAL_PAGES = 2_500;

    /** More than a listing of as many keys has. */
    private static final int MANY_PAGES = 4_000;

    /** Something to begin a listing in, and what the test does with it. */
    interface Listing {
        void test(Service service, TestedBucket bucket) throws Exception;
    }

    /** Tests listing, or that it is refused. */
    final void listing(Listing listing) throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        if (can(Ability.LIST_KEYS)) {
            listing.test(service, bucket);
        } else {
            bucket.set("key", "value");
            service.where()
                    .refusedAsOther(Clause.LIST_KEYS, () -> bucket.plain().listKeys(Optional.empty()));
            bucket.expect(Clause.UNHARMED, "key", "value");
        }
    }

    private void lists(TestedBucket bucket, Clause clause, List<String> listed, Collection<String> expected) {
        bucket.expectListed(clause, listed, expected, can(Ability.LIST_KEYS_ONCE));
    }

    static List<String> numbered(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + i).toList();
    }

    private static void setAll(TestedBucket bucket, Collection<String> keys) {
        keys.forEach(key -> bucket.set(key, "v"));
    }

    @Test
    final void anEmptyBucketHasNoKeys() throws Exception {
        listing((service, bucket) -> {
            lists(bucket, Clause.KEYS, bucket.keys(), List.of());
            bucket.set("key", "value");
            bucket.delete("key");
            lists(bucket, Clause.KEYS, bucket.keys(), List.of());
        });
    }

    @Test
    final void everyKeyIsListed() throws Exception {
        listing((service, bucket) -> {
            List<String> keys = numbered("key", 50);
            setAll(bucket, keys);
            lists(bucket, Clause.KEYS, bucket.keys(), keys);
        });
    }

    @Test
    final void aKeyThatWasSetAgainIsListedOnce() throws Exception {
        listing((service, bucket) -> {
            bucket.set("a", "1");
            bucket.set("b", "1");
            bucket.set("a", "2");
            bucket.delete("b");
            bucket.set("b", "2");
            lists(bucket, Clause.KEYS, bucket.keys(), List.of("a", "b"));
        });
    }

    @Test
    final void aDeletedKeyIsNotListed() throws Exception {
        listing((service, bucket) -> {
            setAll(bucket, List.of("a", "b", "c"));
            bucket.delete("b");
            lists(bucket, Clause.KEYS, bucket.keys(), List.of("a", "c"));
        });
    }

    @Test
    final void aKeyWithAnEmptyValueIsListed() throws Exception {
        listing((service, bucket) -> {
            bucket.set("empty", new byte[0]);
            lists(bucket, Clause.KEYS, bucket.keys(), List.of("empty"));
        });
    }

    @Test
    final void keysAreListedAsTheyWereSet() throws Exception {
        listing((service, bucket) -> {
            List<String> keys = new ArrayList<>(ODD);
            keys.addAll(UNICODE.stream().filter(key -> !ODD.contains(key)).toList());
            if (can(Ability.EMPTY_KEY)) {
                keys.add("");
            }
            keys.add("k".repeat((int) Math.min(1000, abilities().maximumKeyBytes())));
            setAll(bucket, keys);
            lists(bucket, Clause.KEYS, bucket.keys(), keys);
        });
    }

    @Test
    final void toListChangesNothing() throws Exception {
        listing((service, bucket) -> {
            bucket.set("key", "value");
            bucket.keys();
            bucket.expect(Clause.UNHARMED, "key", "value");
            lists(bucket, Clause.KEYS, bucket.keys(), List.of("key"));
        });
    }

    @Test
    final void tenThousandKeysAreListedToTheEnd() throws Exception {
        listing((service, bucket) -> {
            List<String> keys = numbered("key", 10_000);
            setAll(bucket, keys);
            service.hot().set("hot's", "value");
            lists(bucket, Clause.CURSOR, bucket.keys(), keys);
        });
    }

    @Test
    final void aPageIsTheSameForTheSameCursor() throws Exception {
        listing((service, bucket) -> {
            setAll(bucket, numbered("key", SEVERAL_PAGES));
            Draft.Page first = bucket.page(Optional.empty());
            assertThat(bucket.page(Optional.empty()))
                    .as(service.where().says(Clause.LIST_KEYS))
                    .isEqualTo(first);
            if (first.cursor().isPresent()) {
                assertThat(bucket.page(first.cursor()))
                        .as(service.where().says(Clause.LIST_KEYS))
                        .isEqualTo(bucket.page(first.cursor()));
            } else {
                lists(bucket, Clause.CURSOR, first.keys(), numbered("key", SEVERAL_PAGES));
            }
        });
    }

    @Test
    final void aCursorIsGoodWithAnotherHandle() throws Exception {
        listing((service, bucket) -> {
            List<String> keys = numbered("key", SEVERAL_PAGES);
            setAll(bucket, keys);
            List<String> listed = new ArrayList<>();
            Optional<Object> cursor = Optional.empty();
            do {
                TestedBucket handle = service.main();
                Draft.Page page = handle.page(cursor);
                listed.addAll(page.keys());
                cursor = page.cursor();
                handle.close();
            } while (cursor.isPresent() && listed.size() <= 10 * keys.size());
            lists(bucket, Clause.CURSOR, listed, keys);
        });
    }

    /** What happens between two pages. */
    private interface Between {
        void pages(TestedBucket bucket, int page);
    }

    private static List<String> listed(TestedBucket bucket, Between between) {
        List<String> listed = new ArrayList<>();
        Optional<Object> cursor = Optional.empty();
        int pages = 0;
        do {
            Draft.Page page = bucket.page(cursor);
            listed.addAll(page.keys());
            cursor = page.cursor();
            between.pages(bucket, pages);
            assertThat(++pages).as(bucket.where().says(Clause.CURSOR)).isLessThan(MANY_PAGES);
        } while (cursor.isPresent());
        return listed;
    }

    private void areAllListed(TestedBucket bucket, List<String> listed, List<String> stay, Set<String> ever) {
        bucket.expectListed(Clause.LIST_KEYS, listed, stay, ever, can(Ability.LIST_KEYS_ONCE));
    }

    @Test
    final void keysThatStayAreListedWhileOthersAreDeleted() throws Exception {
        listing((service, bucket) -> {
            List<String> stay = numbered("stay", SEVERAL_PAGES);
            List<String> go = numbered("go", 300);
            for (int i = 0; i < SEVERAL_PAGES; i++) {
                if (i < go.size()) {
                    bucket.set(go.get(i), "v");
                }
                bucket.set(stay.get(i), "v");
            }
            List<String> listed = listed(
                    bucket,
                    (b, page) -> go.stream().skip(page * 100L).limit(100).forEach(b::delete));
            Set<String> ever = new LinkedHashSet<>(stay);
            ever.addAll(go);
            areAllListed(bucket, listed, stay, ever);
        });
    }

    @Test
    final void keysThatStayAreListedWhileOthersAreSet() throws Exception {
        listing((service, bucket) -> {
            List<String> stay = numbered("stay", SEVERAL_PAGES);
            setAll(bucket, stay);
            Set<String> ever = new LinkedHashSet<>(stay);
            List<String> listed = listed(bucket, (b, page) -> {
                for (int i = 0; page < 20 && i < 10; i++) {
                    ever.add("come" + page + "-" + i);
                    b.set("come" + page + "-" + i, "v");
                }
            });
            areAllListed(bucket, listed, stay, ever);
        });
    }

    @Test
    final void keysWhoseValuesChangeMeanwhileAreListed() throws Exception {
        listing((service, bucket) -> {
            List<String> stay = numbered("stay", SEVERAL_PAGES);
            setAll(bucket, stay);
            List<String> listed = listed(bucket, (b, page) -> {
                for (int i = 0; page < 20 && i < 100; i++) {
                    b.set(stay.get(i * 25), "page " + page);
                }
            });
            areAllListed(bucket, listed, stay, Set.copyOf(stay));
        });
    }

    @Test
    final void aBucketIsEmptiedByDeletingEachPage() throws Exception {
        listing((service, bucket) -> {
            setAll(bucket, numbered("key", SEVERAL_PAGES));
            Optional<Object> cursor = Optional.empty();
            int pages = 0;
            do {
                Draft.Page page = bucket.page(cursor);
                page.keys().forEach(bucket::delete);
                cursor = page.cursor();
                assertThat(++pages).as(service.where().says(Clause.CURSOR)).isLessThan(MANY_PAGES);
            } while (cursor.isPresent());
            lists(bucket, Clause.LIST_KEYS, bucket.keys(), List.of());
        });
    }

    @Test
    final void aListingEndsWhenTheBucketWasEmptiedMeanwhile() throws Exception {
        listing((service, bucket) -> {
            List<String> keys = numbered("key", SEVERAL_PAGES);
            setAll(bucket, keys);
            List<String> listed = listed(bucket, (b, page) -> {
                if (page == 0) {
                    keys.forEach(b::delete);
                }
            });
            areAllListed(bucket, listed, List.of(), Set.copyOf(keys));
            lists(bucket, Clause.KEYS, bucket.keys(), List.of());
        });
    }

    @Test
    final void keysThatStayAreListedWhileThreadsWrite() throws Exception {
        listing((service, bucket) -> {
            List<String> stay = numbered("stay", 200);
            setAll(bucket, stay);
            Together.run(4, thread -> {
                TestedBucket own = service.main();
                if (thread == 0) {
                    for (int i = 0; i < 10; i++) {
                        assertThat(own.keys())
                                .as(service.where().says(Clause.LIST_KEYS))
                                .containsAll(stay);
                    }
                } else {
                    for (int i = 0; i < 150; i++) {
                        own.set(thread + "-" + i % 40, "v");
                        own.delete(thread + "-" + (i + 20) % 40);
                    }
                }
            });
        });
    }

    /** Cursors that no page gave, of the draft's own type. */
    abstract List<Object> strangeCursors();

    @Test
    final void aCursorThatNoPageGaveIsAPageOrAnError() throws Exception {
        listing((service, bucket) -> {
            List<String> keys = numbered("key", 20);
            setAll(bucket, keys);
            for (Object cursor : strangeCursors()) {
                service.where().succeedsOrIsRefused(() -> bucket.plain().listKeys(Optional.of(cursor)));
            }
            lists(bucket, Clause.UNHARMED, bucket.keys(), keys);
        });
    }
}
