package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.ListingClauses.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.blobstore.v0_2_0_draft.Container;
import dev.witloof.host.Tuple2;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code list-objects} promises. */
abstract class BlobListingClauses extends BlobReadClauses {

    /** More than stores give in one part, so that a listing goes on while things change. */
    private static final int SEVERAL_PARTS = 2_500;

    private static void writeAll(TestedContainer container, Collection<String> names) {
        names.forEach(name -> container.write(name, "v"));
    }

    private void lists(TestedContainer container, Collection<String> listed, Collection<String> expected) {
        container.expectListed(BlobClause.LIST_OBJECTS, listed, expected, can(BlobAbility.LIST_ONCE));
    }

    @Test
    final void anEmptyContainerHasNoNames() throws Exception {
        TestedContainer main = main();
        assertThat(main.names()).as(main.where().says(BlobClause.LIST_OBJECTS)).isEmpty();
        main.write("a", "1");
        main.delete("a");
        assertThat(main.names()).as(main.where().says(BlobClause.LIST_OBJECTS)).isEmpty();
    }

    @Test
    final void everyNameIsListed() throws Exception {
        TestedContainer main = main();
        List<String> names = numbered("object", 50);
        writeAll(main, names);
        lists(main, main.names(), names);
        try (Container.StreamObjectNames listing = main.listing()) {
            lists(main, main.names(listing, 1), names);
        }
        try (Container.StreamObjectNames listing = main.listing()) {
            lists(main, main.names(listing, 7), names);
        }
        try (Container.StreamObjectNames listing = main.listing()) {
            lists(main, main.names(listing, -1), names);
        }
    }

    @Test
    final void anObjectThatWasReplacedIsListedOnce() throws Exception {
        TestedContainer main = main();
        writeAll(main, List.of("a", "b", "a"));
        main.delete("b");
        main.write("b", "again");
        lists(main, main.names(), List.of("a", "b"));
    }

    @Test
    final void theEndIsToldAndStays() throws Exception {
        TestedContainer main = main();
        writeAll(main, numbered("object", 3));
        try (Container.StreamObjectNames listing = main.listing()) {
            List<String> names = main.names(listing, 2);
            assertThat(names).as(main.where().says(BlobClause.READ_NAMES)).hasSize(3);
            for (int time = 0; time < 2; time++) {
                Tuple2<List<String>, Boolean> after = main.next(listing, 10);
                assertThat(after.v0())
                        .as(main.where().says(BlobClause.READ_NAMES))
                        .isEmpty();
                assertThat(after.v1())
                        .as(main.where().says(BlobClause.READ_NAMES))
                        .isTrue();
            }
        }
    }

    @Test
    final void noNamesAreGivenIfNoneAreAskedFor() throws Exception {
        TestedContainer main = main();
        writeAll(main, numbered("object", 3));
        try (Container.StreamObjectNames listing = main.listing()) {
            for (int time = 0; time < 3; time++) {
                Tuple2<List<String>, Boolean> none = main.next(listing, 0);
                assertThat(none.v0())
                        .as(main.where().says(BlobClause.READ_NAMES))
                        .isEmpty();
                assertThat(none.v1())
                        .as(main.where().says(BlobClause.READ_NAMES))
                        .isFalse();
            }
            lists(main, main.names(listing, 10), numbered("object", 3));
        }
    }

    @Test
    final void namesAreSkipped() throws Exception {
        TestedContainer main = main();
        writeAll(main, numbered("object", 10));
        List<String> all;
        try (Container.StreamObjectNames listing = main.listing()) {
            all = main.names(listing, 10);
        }
        try (Container.StreamObjectNames listing = main.listing()) {
            assertThat(skip(main, listing, 3)).isEqualTo(new Tuple2<>(3L, false));
            List<String> found = new ArrayList<>(main.next(listing, 1).v0());
            assertThat(skip(main, listing, 0)).isEqualTo(new Tuple2<>(0L, false));
            found.addAll(main.names(listing, 3));
            assertThat(found)
                    .as(main.where().says(BlobClause.SKIP_NAMES))
                    .hasSize(7)
                    .doesNotHaveDuplicates();
            assertThat(all).as(main.where().says(BlobClause.SKIP_NAMES)).containsAll(found);
        }
    }

    private static Tuple2<Long, Boolean> skip(
            TestedContainer container, Container.StreamObjectNames listing, long count) {
        return container.where().call(BlobClause.SKIP_NAMES, () -> listing.skipStreamObjectNames(count));
    }

    @Test
    final void toSkipMoreThanThereAreIsToSkipToTheEnd() throws Exception {
        TestedContainer main = main();
        writeAll(main, numbered("object", 5));
        try (Container.StreamObjectNames listing = main.listing()) {
            assertThat(skip(main, listing, 100))
                    .as(main.where().says(BlobClause.SKIP_NAMES))
                    .isEqualTo(new Tuple2<>(5L, true));
            assertThat(skip(main, listing, 1))
                    .as(main.where().says(BlobClause.SKIP_NAMES))
                    .isEqualTo(new Tuple2<>(0L, true));
            assertThat(main.next(listing, 1).v0())
                    .as(main.where().says(BlobClause.SKIP_NAMES))
                    .isEmpty();
        }
        try (Container.StreamObjectNames listing = main.listing()) {
            assertThat(skip(main, listing, -1))
                    .as(main.where().says(BlobClause.SKIP_NAMES))
                    .isEqualTo(new Tuple2<>(5L, true));
        }
    }

    @Test
    final void listingsAreApart() throws Exception {
        TestedContainer main = main();
        writeAll(main, numbered("object", 6));
        try (Container.StreamObjectNames first = main.listing();
                Container.StreamObjectNames second = main.listing()) {
            List<String> begun = new ArrayList<>(main.next(first, 4).v0());
            lists(main, main.names(second, 4), numbered("object", 6));
            begun.addAll(main.names(first, 4));
            lists(main, begun, numbered("object", 6));
        }
    }

    @Test
    final void tenThousandNamesAreListedToTheEnd() throws Exception {
        TestedContainer main = main();
        List<String> names = numbered("object", 10_000);
        writeAll(main, names);
        lists(main, main.names(), names);
        try (Container.StreamObjectNames listing = main.listing()) {
            assertThat(skip(main, listing, 9_990))
                    .as(main.where().says(BlobClause.SKIP_NAMES))
                    .isEqualTo(new Tuple2<>(9_990L, false));
            assertThat(main.names(listing, 100))
                    .as(main.where().says(BlobClause.SKIP_NAMES))
                    .hasSize(10);
        }
    }

    @Test
    final void namesThatStayAreListedWhileOthersComeAndGo() throws Exception {
        TestedContainer main = main();
        List<String> stay = numbered("stays", SEVERAL_PARTS / 2);
        List<String> go = numbered("goes", SEVERAL_PARTS / 2);
        List<String> come = numbered("comes", 200);
        writeAll(main, stay);
        writeAll(main, go);
        List<String> listed = new ArrayList<>();
        try (Container.StreamObjectNames listing = main.listing()) {
            int part = 0;
            Tuple2<List<String>, Boolean> next;
            do {
                next = main.next(listing, 300);
                listed.addAll(next.v0());
                if (part < 8) {
                    writeAll(main, come.subList(part * 20, part * 20 + 20));
                    go.subList(part * 100, part * 100 + 100).forEach(main::delete);
                }
                part++;
            } while (!next.v1());
        }
        Set<String> ever = new HashSet<>(stay);
        ever.addAll(go);
        ever.addAll(come);
        main.expectListed(BlobClause.LISTED, listed, stay, ever, can(BlobAbility.LIST_ONCE));
    }

    @Test
    final void aContainerIsEmptiedByDeletingWhatIsListed() throws Exception {
        TestedContainer main = main();
        writeAll(main, numbered("object", SEVERAL_PARTS));
        try (Container.StreamObjectNames listing = main.listing()) {
            Tuple2<List<String>, Boolean> next;
            do {
                next = main.next(listing, 400);
                List<String> names = next.v0();
                main.where().run(BlobClause.DELETE_OBJECTS, () -> main.plain().deleteObjects(names));
            } while (!next.v1());
        }
        assertThat(main.names()).as(main.where().says(BlobClause.LISTED)).isEmpty();
    }
}
