package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.Values.bytes;
import static dev.witloof.testkit.contract.Values.random;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@code batch} promises: the same as many calls of {@code store} would do. */
abstract class BatchClauses extends KeyValueContract {

    @Override
    List<String> interfaces() {
        return List.of("store", "batch");
    }

    private static Draft.Entry entry(String key, String value) {
        return new Draft.Entry(key, bytes(value));
    }

    private static String shown(Optional<Draft.Entry> found) {
        return found.map(entry -> entry.key() + ": " + Values.shown(entry.value()))
                .orElse("nothing");
    }

    private static String shown(String key, String value) {
        return key + ": " + Values.shown(bytes(value));
    }

    private static List<String> getMany(Service service, TestedBucket bucket, List<String> keys) {
        return service.where().call(Clause.GET_MANY, () -> service.batch().getMany(bucket.handle(), keys)).stream()
                .map(BatchClauses::shown)
                .toList();
    }

    private static void found(Service service, TestedBucket bucket, List<String> keys, String... expected) {
        assertThat(getMany(service, bucket, keys))
                .as(service.where().says(Clause.GET_MANY))
                .containsExactly(expected);
    }

    private static void setMany(Service service, TestedBucket bucket, List<Draft.Entry> entries) {
        service.where().run(Clause.SET_MANY, () -> service.batch().setMany(bucket.handle(), entries));
    }

    private static void deleteMany(Service service, TestedBucket bucket, List<String> keys) {
        service.where().run(Clause.DELETE_MANY, () -> service.batch().deleteMany(bucket.handle(), keys));
    }

    @Test
    final void valuesComeAtThePlacesOfTheirKeys() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        bucket.set("b", "2");
        bucket.set("a", "1");
        bucket.set("c", "3");
        found(service, bucket, List.of("c", "a", "b"), shown("c", "3"), shown("a", "1"), shown("b", "2"));
    }

    @Test
    final void anUnknownKeyIsNothingAtItsPlace() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        bucket.set("a", "1");
        found(service, bucket, List.of("x", "a", "y"), "nothing", shown("a", "1"), "nothing");
    }

    @Test
    final void aKeyThatIsAskedForTwiceIsGivenTwice() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        bucket.set("a", "1");
        found(service, bucket, List.of("a", "x", "a", "x"), shown("a", "1"), "nothing", shown("a", "1"), "nothing");
    }

    @Test
    final void noKeysAreNoValues() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        bucket.set("a", "1");
        found(service, bucket, List.of());
        setMany(service, bucket, List.of());
        deleteMany(service, bucket, List.of());
        bucket.expect(Clause.UNHARMED, "a", "1");
    }

    @Test
    final void anEmptyValueIsAValue() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        setMany(service, bucket, List.of(entry("empty", ""), entry("full", "x")));
        found(service, bucket, List.of("empty", "full", "no"), shown("empty", ""), shown("full", "x"), "nothing");
    }

    @Test
    final void allOfABatchAreSet() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        bucket.set("b", "old");
        bucket.set("d", "stays");
        setMany(service, bucket, List.of(entry("a", "1"), entry("b", "2"), entry("c", "3")));
        bucket.expect(Clause.SET_MANY, "a", "1");
        bucket.expect(Clause.SET_MANY, "b", "2");
        bucket.expect(Clause.SET_MANY, "c", "3");
        bucket.expect(Clause.SET_MANY, "d", "stays");
    }

    @Test
    final void aKeyThatIsSetTwiceHasOneOfItsValues() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        setMany(service, bucket, List.of(entry("a", "1"), entry("a", "2"), entry("b", "3")));
        assertThat(getMany(service, bucket, List.of("a")).get(0))
                .as(service.where().says(Clause.SET_MANY))
                .isIn(shown("a", "1"), shown("a", "2"));
        bucket.expect(Clause.SET_MANY, "b", "3");
    }

    @Test
    final void allOfABatchAreDeletedAndUnknownOnesSkipped() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        setMany(service, bucket, List.of(entry("a", "1"), entry("b", "2"), entry("c", "3")));
        deleteMany(service, bucket, List.of("a", "unknown", "c", "a"));
        bucket.expectNothing(Clause.DELETE_MANY, "a");
        bucket.expect(Clause.DELETE_MANY, "b", "2");
        bucket.expectNothing(Clause.DELETE_MANY, "c");
    }

    @Test
    final void aBatchOfAThousandIsDone() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        List<String> keys = IntStream.range(0, 1000).mapToObj(i -> "key" + i).toList();
        setMany(
                service,
                bucket,
                keys.stream().map(key -> entry(key, "of " + key)).toList());
        assertThat(getMany(service, bucket, keys))
                .as(service.where().says(Clause.GET_MANY))
                .isEqualTo(keys.stream().map(key -> shown(key, "of " + key)).toList());
        deleteMany(service, bucket, keys.subList(0, 999));
        assertThat(getMany(service, bucket, keys.subList(998, 1000)))
                .as(service.where().says(Clause.DELETE_MANY))
                .containsExactly("nothing", shown("key999", "of key999"));
    }

    @Test
    final void oddKeysAreGivenAsTheyWereAskedFor() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        List<String> keys = KeyClauses.ODD;
        setMany(
                service,
                bucket,
                keys.stream().map(key -> entry(key, "<" + key + ">")).toList());
        assertThat(getMany(service, bucket, keys))
                .as(service.where().says(Clause.GET_MANY))
                .isEqualTo(keys.stream().map(key -> shown(key, "<" + key + ">")).toList());
    }

    @Test
    final void largeValuesAreKeptOrRefused() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        byte[] large = random(ValueClauses.MEBIBYTE, 3);
        List<Draft.Entry> entries = List.of(new Draft.Entry("large", large), entry("small", "1"));
        if (large.length <= abilities().maximumValueBytes()) {
            setMany(service, bucket, entries);
            bucket.expect(Clause.SET_MANY, "large", large);
            bucket.expect(Clause.SET_MANY, "small", "1");
        } else {
            service.where().refusedAsOther(Clause.SET_MANY, () -> {
                service.batch().setMany(bucket.handle(), entries);
                return "set";
            });
            bucket.expectNothing(Clause.UNHARMED, "large");
            assertThat(Values.shown(bucket.get("small")))
                    .as(service.where().says(Clause.PARTIAL))
                    .isIn("nothing", Values.shown(bytes("1")));
        }
    }

    @Test
    final void aBatchIsOfItsBucketOnly() throws Exception {
        Service service = start();
        setMany(service, service.main(), List.of(entry("a", "main's"), entry("b", "main's")));
        setMany(service, service.hot(), List.of(entry("a", "hot's")));
        found(service, service.hot(), List.of("a", "b"), shown("a", "hot's"), "nothing");
        deleteMany(service, service.hot(), List.of("a", "b"));
        service.main().expect(Clause.BUCKET, "a", "main's");
        service.main().expect(Clause.BUCKET, "b", "main's");
    }

    @Test
    final void theArraysOfABatchMayBeChangedAfterwards() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        byte[] value = bytes("value");
        setMany(service, bucket, List.of(new Draft.Entry("a", value)));
        value[0] = '!';
        bucket.expect(Clause.COPIES, "a", "value");
        service.where()
                .call(Clause.GET_MANY, () -> service.batch().getMany(bucket.handle(), List.of("a")))
                .forEach(found -> found.ifPresent(entry -> entry.value()[0] = '!'));
        bucket.expect(Clause.COPIES, "a", "value");
    }

    @Test
    final void whatABatchSetIsListed() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        setMany(service, bucket, List.of(entry("a", "1"), entry("b", "2"), entry("c", "3")));
        deleteMany(service, bucket, List.of("b"));
        if (can(Ability.LIST_KEYS)) {
            assertThat(bucket.keys()).as(service.where().says(Clause.KEYS)).containsExactlyInAnyOrder("a", "c");
        } else {
            service.where()
                    .refusedAsOther(Clause.LIST_KEYS, () -> bucket.plain().listKeys(Optional.empty()));
        }
    }

    @Test
    final void threadsSetTheirBatches() throws Exception {
        Service service = start();
        Together.run(4, thread -> {
            for (int i = 0; i < 20; i++) {
                setMany(
                        service,
                        service.main(),
                        List.of(entry(thread + "a" + i, "1"), entry(thread + "b" + i, "2"), entry("shared", "x")));
            }
        });
        for (int thread = 0; thread < 4; thread++) {
            found(
                    service,
                    service.main(),
                    List.of(thread + "a19", thread + "b0", "shared"),
                    shown(thread + "a19", "1"),
                    shown(thread + "b0", "2"),
                    shown("shared", "x"));
        }
    }
}
