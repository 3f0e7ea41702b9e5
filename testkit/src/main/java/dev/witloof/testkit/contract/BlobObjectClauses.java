package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.Values.bytes;
import static dev.witloof.testkit.contract.Values.random;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.blobstore.v0_2_0_draft.Types;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@code container} promises of objects: to name them, to remove them, and to know them. */
abstract class BlobObjectClauses extends BlobWritingClauses {

    @Test
    final void anObjectThatWasNotWrittenIsNotThere() throws Exception {
        main().expectNothing(BlobClause.HAS_OBJECT, "unknown");
    }

    @Test
    final void oddNamesAreKeptApart() throws Exception {
        namesAreKeptApart(KeyClauses.ODD.stream().distinct().toList());
    }

    @Test
    final void namesOfUnicodeAreKeptApart() throws Exception {
        namesAreKeptApart(KeyClauses.UNICODE.stream().distinct().toList());
    }

    private void namesAreKeptApart(List<String> names) throws Exception {
        TestedContainer main = main();
        for (String name : names) {
            main.write(name, "that of <" + name + ">");
        }
        for (String name : names) {
            main.expect(BlobClause.ANY_NAME, name, "that of <" + name + ">");
            assertThat(main.info(name).name())
                    .as(main.where().says(BlobClause.OBJECT_INFO))
                    .isEqualTo(name);
        }
        main.expectListed(BlobClause.LIST_OBJECTS, main.names(), names, can(BlobAbility.LIST_ONCE));
        for (int i = 0; i < names.size(); i += 2) {
            main.delete(names.get(i));
        }
        for (int i = 0; i < names.size(); i++) {
            assertThat(main.has(names.get(i)))
                    .as(
                            "%s, of the object %s",
                            main.where().says(BlobClause.DELETE_OBJECT), Values.quoted(names.get(i)))
                    .isEqualTo(i % 2 == 1);
        }
    }

    @Test
    final void longNamesAreKeptApartOrRefused() throws Exception {
        TestedContainer main = main();
        List<String> kept = new ArrayList<>();
        for (String letter : List.of("n", "é", "鍵", "/")) {
            for (int length : new int[] {100, 255, 256, 1000}) {
                for (String name : List.of(letter.repeat(length) + "1", letter.repeat(length) + "2")) {
                    if (name.getBytes(StandardCharsets.UTF_8).length
                            <= abilities().maximumNameBytes()) {
                        main.write(name, name);
                        kept.add(name);
                    } else {
                        main.where().refusedWithText(BlobClause.ANY_NAME, () -> main.put(name, bytes(name)));
                    }
                }
            }
        }
        for (String name : kept) {
            main.expect(BlobClause.ANY_NAME, name, name);
        }
        main.expectListed(BlobClause.LIST_OBJECTS, main.names(), kept, can(BlobAbility.LIST_ONCE));
    }

    @Test
    final void theEmptyNameIsANameOrRefused() throws Exception {
        TestedContainer main = main();
        main.write("a", "1");
        if (can(BlobAbility.EMPTY_NAME)) {
            main.expectNothing(BlobClause.ANY_NAME, "");
            main.write("", "empty's");
            main.expect(BlobClause.ANY_NAME, "", "empty's");
            main.expectListed(BlobClause.LIST_OBJECTS, main.names(), List.of("a", ""), can(BlobAbility.LIST_ONCE));
            main.delete("");
        } else {
            main.where().refusedWithText(BlobClause.ANY_NAME, () -> main.put("", bytes("1")));
        }
        assertThat(main.names()).as(main.where().says(BlobClause.UNHARMED)).containsExactly("a");
    }

    @Test
    final void whatIsDeletedIsGone() throws Exception {
        TestedContainer main = main();
        main.write("a", "1");
        main.write("ab", "2");
        main.write("abc", "3");
        main.delete("ab");
        main.expectNothing(BlobClause.DELETE_OBJECT, "ab");
        main.expect(BlobClause.DELETE_OBJECT, "a", "1");
        main.expect(BlobClause.DELETE_OBJECT, "abc", "3");
        main.write("ab", "4");
        main.expect(BlobClause.WRITE_DATA, "ab", "4");
    }

    @Test
    final void toDeleteWhatIsNotThereIsNoError() throws Exception {
        TestedContainer main = main();
        main.delete("unknown");
        main.write("a", "1");
        main.delete("a");
        main.delete("a");
        main.expectNothing(BlobClause.DELETE_OBJECT, "a");
    }

    @Test
    final void severalAreDeletedAndUnknownOnesSkipped() throws Exception {
        TestedContainer main = main();
        for (String name : List.of("a", "b", "c", "d")) {
            main.write(name, name);
        }
        main.where()
                .run(BlobClause.DELETE_OBJECTS, () -> main.plain().deleteObjects(List.of("d", "unknown", "a", "a")));
        main.expectNothing(BlobClause.DELETE_OBJECTS, "a");
        main.expectNothing(BlobClause.DELETE_OBJECTS, "d");
        main.expect(BlobClause.DELETE_OBJECTS, "b", "b");
        main.where().run(BlobClause.DELETE_OBJECTS, () -> main.plain().deleteObjects(List.of()));
        main.expectListed(BlobClause.DELETE_OBJECTS, main.names(), List.of("b", "c"), can(BlobAbility.LIST_ONCE));
    }

    @Test
    final void aThousandAreDeletedAtOnce() throws Exception {
        TestedContainer main = main();
        List<String> names = ListingClauses.numbered("object", 1000);
        for (String name : names) {
            main.write(name, "1");
        }
        main.where().run(BlobClause.DELETE_OBJECTS, () -> main.plain().deleteObjects(names.subList(1, 1000)));
        assertThat(main.names())
                .as(main.where().says(BlobClause.DELETE_OBJECTS))
                .containsExactly("object0");
    }

    @Test
    final void aClearedContainerIsEmptyAndStays() throws Exception {
        StartedBlobs store = start();
        TestedContainer main = store.create("main");
        for (String name : List.of("a", "b/c", "é")) {
            main.write(name, name);
        }
        store.where().run(BlobClause.CLEAR, () -> main.plain().clear());
        assertThat(main.names()).as(store.where().says(BlobClause.CLEAR)).isEmpty();
        main.expectNothing(BlobClause.CLEAR, "a");
        assertThat(store.exists("main"))
                .as(store.where().says(BlobClause.CLEAR))
                .isTrue();
        store.where().run(BlobClause.CLEAR, () -> main.plain().clear());
        main.write("a", "again");
        main.expect(BlobClause.CLEAR, "a", "again");
    }

    @Test
    final void anObjectKnowsItsPlaceItsSizeAndWhenItWasMade() throws Exception {
        TestedContainer main = main();
        long before = Instant.now().getEpochSecond();
        main.write("a", "12345");
        Types.ObjectMetadata info = main.info("a");
        assertThat(info.name()).as(main.where().says(BlobClause.OBJECT_INFO)).isEqualTo("a");
        assertThat(info.container())
                .as(main.where().says(BlobClause.OBJECT_INFO))
                .isEqualTo("main");
        assertThat(info.size()).as(main.where().says(BlobClause.OBJECT_INFO)).isEqualTo(5);
        assertThat(info.createdAt())
                .as(main.where().says(BlobClause.CREATED_AT))
                .isBetween(before - 600, Instant.now().getEpochSecond() + 600);
        assertThat(main.info("a")).as(main.where().says(BlobClause.OBJECT_INFO)).isEqualTo(info);
        main.write("a", "123");
        Types.ObjectMetadata replaced = main.info("a");
        assertThat(replaced.size())
                .as(main.where().says(BlobClause.OBJECT_INFO))
                .isEqualTo(3);
        assertThat(replaced.createdAt())
                .as(main.where().says(BlobClause.CREATED_AT))
                .isGreaterThanOrEqualTo(info.createdAt());
    }

    @Test
    final void manyRandomCallsAgreeWithAMap() throws Exception {
        TestedContainer main = main();
        Map<String, byte[]> expected = new HashMap<>();
        Random random = new Random(42);
        for (int i = 0; i < 150; i++) {
            String name = "object" + random.nextInt(12);
            if (random.nextInt(3) > 0) {
                byte[] bytes = random(random.nextInt(2000), i);
                main.write(name, bytes);
                expected.put(name, bytes);
            } else {
                main.delete(name);
                expected.remove(name);
            }
            String asked = "object" + random.nextInt(12);
            if (expected.containsKey(asked)) {
                main.expect(BlobClause.WRITE_DATA, asked, expected.get(asked));
            } else {
                main.expectNothing(BlobClause.DELETE_OBJECT, asked);
            }
        }
        main.expectListed(BlobClause.LIST_OBJECTS, main.names(), expected.keySet(), can(BlobAbility.LIST_ONCE));
    }
}
