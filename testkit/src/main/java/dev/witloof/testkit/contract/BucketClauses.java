package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code store} promises of buckets and their handles, and all stores of being started. */
abstract class BucketClauses extends KeyClauses {

    @Test
    final void aBucketThatIsOpenedAgainIsTheSame() throws Exception {
        Service service = start();
        TestedBucket first = service.main();
        first.set("key", "one");
        TestedBucket second = service.main();
        second.expect(Clause.OPEN, "key", "one");
        second.set("key", "two");
        first.expect(Clause.OPEN, "key", "two");
        first.delete("key");
        second.expectNothing(Clause.OPEN, "key");
    }

    @Test
    final void bucketsAreApart() throws Exception {
        Service service = start();
        TestedBucket main = service.main();
        TestedBucket hot = service.hot();
        main.set("key", "main's");
        hot.expectNothing(Clause.BUCKET, "key");
        hot.set("key", "hot's");
        main.expect(Clause.BUCKET, "key", "main's");
        main.delete("key");
        hot.expect(Clause.BUCKET, "key", "hot's");
    }

    @Test
    final void bucketsAreListedApart() throws Exception {
        Service service = start();
        service.main().set("a", "1");
        service.hot().set("b", "2");
        if (can(Ability.LIST_KEYS)) {
            assertThat(service.main().keys())
                    .as(service.where().says(Clause.KEYS))
                    .containsExactly("a");
            assertThat(service.hot().keys())
                    .as(service.where().says(Clause.KEYS))
                    .containsExactly("b");
        } else {
            service.where()
                    .refusedAsOther(
                            Clause.LIST_KEYS, () -> service.hot().plain().listKeys(Optional.empty()));
        }
    }

    @Test
    final void bucketAndKeyAreNotMixedUp() throws Exception {
        Service service = start();
        for (String between : List.of(":", "/", ".", "\0", "-", "_", "%", "::", "\u001f")) {
            service.main().set("a" + between + "b", "main's");
            if (can(Ability.OPEN_ANY_BUCKET)) {
                service.open("main" + between + "a").expectNothing(Clause.BUCKET, "b");
                service.open("main" + between).expectNothing(Clause.BUCKET, "a" + between + "b");
            }
            service.hot().expectNothing(Clause.BUCKET, "a" + between + "b");
            service.hot().expectNothing(Clause.BUCKET, ".." + between + "main" + between + "a" + between + "b");
        }
    }

    @Test
    final void anUnknownBucketIsMadeOrIsNoSuchStore() throws Exception {
        Service service = start();
        for (int time = 0; time < 2; time++) {
            if (can(Ability.OPEN_ANY_BUCKET)) {
                TestedBucket bucket = service.open("unknown");
                bucket.expectNothing(Clause.OPEN, "key" + time);
                bucket.set("key" + time, "value");
                bucket.expect(Clause.OPEN, "key0", "value");
            } else {
                noSuchStore(service, "unknown");
            }
        }
    }

    private static void noSuchStore(Service service, String identifier) {
        Draft.Refusal refusal = service.where()
                .refused(Clause.NO_SUCH_STORE, () -> service.store().open(identifier));
        assertThat(refusal).as(service.where().says(Clause.NO_SUCH_STORE)).hasToString("no-such-store");
    }

    @Test
    final void identifiersOfBucketsAreTakenToTheLetter() throws Exception {
        Service service = start();
        service.main().set("key", "main's");
        for (String identifier :
                List.of("", "Main", "MAIN", "main ", " main", "main/", "./main", "m%61in", "*", "é", "鍵", "😀")) {
            if (can(Ability.OPEN_ANY_BUCKET)) {
                TestedBucket bucket = service.open(identifier);
                bucket.expectNothing(Clause.OPEN, "key");
                bucket.set("key", "that of <" + identifier + ">");
                bucket.expect(Clause.OPEN, "key", "that of <" + identifier + ">");
            } else {
                noSuchStore(service, identifier);
            }
        }
        service.main().expect(Clause.OPEN, "key", "main's");
    }

    @Test
    final void aClosedHandleLeavesTheOthersAndTheKeys() throws Exception {
        Service service = start();
        TestedBucket first = service.main();
        TestedBucket second = service.main();
        TestedBucket hot = service.hot();
        first.set("key", "value");
        first.close();
        second.expect(Clause.HANDLES, "key", "value");
        second.set("key", "after");
        hot.set("key", "hot's");
        hot.expect(Clause.HANDLES, "key", "hot's");
        second.close();
        service.main().expect(Clause.HANDLES, "key", "after");
    }

    @Test
    final void aThousandHandlesAreOpenAtOnce() throws Exception {
        Service service = start();
        List<TestedBucket> handles = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            handles.add(service.main());
        }
        handles.get(0).set("key", "value");
        handles.get(999).expect(Clause.OPEN, "key", "value");
        handles.forEach(TestedBucket::close);
        service.main().expect(Clause.HANDLES, "key", "value");
    }

    @Test
    final void threadsThatOpenABucketAtOnceGetTheSame() throws Exception {
        Service service = start();
        Together.run(8, thread -> service.main().set("key" + thread, "value"));
        TestedBucket bucket = service.main();
        for (int thread = 0; thread < 8; thread++) {
            bucket.expect(Clause.OPEN, "key" + thread, "value");
        }
    }

    @Test
    final void whatWasStoredIsThereWhenTheStoreIsStartedAgain() throws Exception {
        Backend store = fresh();
        Service first = start(store);
        first.main().set("key", "value");
        first.main().set("gone", "value");
        first.main().delete("gone");
        first.hot().set("key", "hot's");
        close(first);
        Service second = start(again(store));
        second.main().expect(Clause.SAME_STORE, "key", "value");
        second.main().expectNothing(Clause.SAME_STORE, "gone");
        second.hot().expect(Clause.SAME_STORE, "key", "hot's");
    }

    @Test
    final void twoStartsSeeEachOther() throws Exception {
        Backend store = fresh();
        Service first = start(store);
        Service second = start(again(store));
        first.main().set("key", "one");
        second.main().expect(Clause.SAME_STORE, "key", "one");
        second.main().set("key", "two");
        first.main().expect(Clause.SAME_STORE, "key", "two");
        first.main().delete("key");
        second.main().expectNothing(Clause.SAME_STORE, "key");
    }

    @Test
    final void toCloseOneStartLeavesTheOther() throws Exception {
        Backend store = fresh();
        Service first = start(store);
        Service second = start(store);
        TestedBucket bucket = second.main();
        first.main().set("key", "value");
        close(first);
        bucket.expect(Clause.SAME_STORE, "key", "value");
        bucket.set("key", "after");
        second.main().expect(Clause.SAME_STORE, "key", "after");
    }

    @Test
    final void theInterfaceIsServedBeforeAndAfterTheStart() throws Exception {
        Backend store = fresh();
        List<Class<?>> before = List.copyOf(store.serves());
        assertThat(before)
                .as(new Where(draft(), use()).says(Clause.SERVES))
                .contains(draft().javaInterface("store"))
                .doesNotHaveDuplicates();
        Service service = start(store);
        assertThat(store.serves()).as(service.where().says(Clause.SERVES)).isEqualTo(before);
    }
}
