package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.keyvalue.v0_1_0.Types;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code witloof:keyvalue/store@0.1.0} and the bucket in {@code types} promise, for named and unnamed imports of {@code store}. */
public abstract class TypesStoreContract extends ListingClauses {

    /** For the class that extends it. */
    protected TypesStoreContract() {}

    @Override
    final Draft draft() {
        return new ThirdForm();
    }

    @Override
    final List<Object> strangeCursors() {
        return List.of("", "1", "-1", "12345", "key1", "unknown", "9".repeat(100), "é\\0\\n", "%zz", "../main");
    }

    private static Types.Bucket plain(TestedBucket bucket) {
        return (Types.Bucket) bucket.handle();
    }

    private static Optional<Types.SetOptions> options(Optional<Long> millis, boolean ifNotExists) {
        return Optional.of(new Types.SetOptions(millis, ifNotExists));
    }

    private static Where.Call<Boolean> set(
            TestedBucket bucket, String key, String value, Optional<Types.SetOptions> options) {
        return () -> {
            plain(bucket).set(key, Values.bytes(value), options);
            return true;
        };
    }

    @Test
    final void optionsThatAskForNothingAreNone() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        bucket.set("key", "one");
        service.where().call(Clause.SET_OPTIONS, set(bucket, "key", "two", options(Optional.empty(), false)));
        bucket.expect(Clause.SET_OPTIONS, "key", "two");
    }

    @Test
    final void aKeyThatIsThereIsNotSetWhereItMustNotExist() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        Optional<Types.SetOptions> ifNotExists = options(Optional.empty(), true);
        if (!can(Ability.COMPARE_AND_SWAP)) {
            service.where().refusedAsOther(Clause.IF_NOT_EXISTS, set(bucket, "key", "one", ifNotExists));
            bucket.expectNothing(Clause.UNHARMED, "key");
            return;
        }
        service.where().call(Clause.IF_NOT_EXISTS, set(bucket, "key", "one", ifNotExists));
        bucket.expect(Clause.IF_NOT_EXISTS, "key", "one");
        assertThat(service.where()
                        .refused(Clause.IF_NOT_EXISTS, set(bucket, "key", "two", ifNotExists))
                        .error())
                .as(service.where().says(Clause.IF_NOT_EXISTS))
                .isEqualTo("precondition-failed");
        bucket.expect(Clause.UNHARMED, "key", "one");
    }

    @Test
    final void ofManyThreadsOneSetsAKeyThatMustNotExist() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        if (!can(Ability.COMPARE_AND_SWAP)) {
            service.where()
                    .refusedAsOther(Clause.IF_NOT_EXISTS, set(bucket, "key", "one", options(Optional.empty(), true)));
            return;
        }
        List<Integer> set = Collections.synchronizedList(new ArrayList<>());
        Together.run(4, thread -> {
            TestedBucket own = service.main();
            for (int i = 0; i < 25; i++) {
                try {
                    plain(own).set("key" + i, Values.bytes("v"), options(Optional.empty(), true));
                    set.add(i);
                } catch (Types.ErrorException there) {
                    assertThat(there.error()).isInstanceOf(Types.Error.PreconditionFailed.class);
                }
            }
        });
        assertThat(set)
                .as(service.where().says(Clause.IF_NOT_EXISTS))
                .hasSize(25)
                .doesNotHaveDuplicates();
    }

    @Test
    final void aTimeToLiveIsKeptOrRefused() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        bucket.set("key", "stays");
        Where.Call<Boolean> set = set(bucket, "key", "goes", options(Optional.of(60_000L), false));
        service.where().succeedsOrIsRefused(set);
        assertThat(bucket.get("key").map(value -> new String(value, StandardCharsets.UTF_8)))
                .as(service.where().says(Clause.TTL))
                .isIn(Optional.of("stays"), Optional.of("goes"));
    }

    @Test
    final void aPrefixChoosesKeys() throws Exception {
        listing((service, bucket) -> {
            List<String> chosen = numbered("é/", 30);
            numbered("e/", 30).forEach(key -> bucket.set(key, "v"));
            chosen.forEach(key -> bucket.set(key, "v"));
            List<String> listed = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            do {
                Optional<String> from = cursor;
                Types.KeyResponse page =
                        service.where().call(Clause.PREFIX, () -> plain(bucket).listKeys(Optional.of("é/"), from));
                listed.addAll(page.keys());
                cursor = page.cursor();
            } while (cursor.isPresent());
            bucket.expectListed(Clause.PREFIX, listed, chosen, can(Ability.LIST_KEYS_ONCE));
            assertThat(service.where()
                            .call(Clause.PREFIX, () -> plain(bucket).listKeys(Optional.of("nothing"), Optional.empty()))
                            .keys())
                    .as(service.where().says(Clause.PREFIX))
                    .isEmpty();
        });
    }
}
