package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.Values.bytes;
import static dev.witloof.testkit.contract.Values.random;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.blobstore.v0_2_0_draft.Types;
import dev.witloof.wasi.io.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is promised of reading: parts of objects, at once and by streams, while other things happen. */
abstract class BlobReadClauses extends BlobObjectClauses {

    /** Fails unless part of an object is so, whichever way it is read. */
    private static void reads(TestedContainer container, BlobClause clause, long start, long end, byte[] expected) {
        String what = Long.toUnsignedString(start) + " to " + Long.toUnsignedString(end);
        assertThat(Values.shown(container.read("a", start, end)))
                .as("%s, from %s", container.where().says(clause), what)
                .isEqualTo(Values.shown(expected));
        assertThat(Values.shown(container.streamed("a", start, end, 700)))
                .as("%s, from %s as a stream", container.where().says(clause), what)
                .isEqualTo(Values.shown(expected));
    }

    @Test
    final void bothEndsOfARangeAreIncluded() throws Exception {
        TestedContainer main = main();
        main.write("a", "0123456789");
        reads(main, BlobClause.GET_DATA, 0, 0, bytes("0"));
        reads(main, BlobClause.GET_DATA, 0, 4, bytes("01234"));
        reads(main, BlobClause.GET_DATA, 3, 6, bytes("3456"));
        reads(main, BlobClause.GET_DATA, 9, 9, bytes("9"));
        reads(main, BlobClause.GET_DATA, 0, 9, bytes("0123456789"));
    }

    @Test
    final void aRangeBeyondTheEndIsCut() throws Exception {
        TestedContainer main = main();
        main.write("a", "0123456789");
        reads(main, BlobClause.CLIPPED, 8, 10, bytes("89"));
        reads(main, BlobClause.CLIPPED, 0, 1L << 40, bytes("0123456789"));
        reads(main, BlobClause.CLIPPED, 5, Long.MAX_VALUE, bytes("56789"));
        reads(main, BlobClause.CLIPPED, 5, -1, bytes("56789"));
        reads(main, BlobClause.CLIPPED, 5, Long.MIN_VALUE, bytes("56789"));
    }

    @Test
    final void aRangeThatBeginsBeyondTheEndIsEmpty() throws Exception {
        TestedContainer main = main();
        main.write("a", "0123456789");
        reads(main, BlobClause.CLIPPED, 10, 10, new byte[0]);
        reads(main, BlobClause.CLIPPED, 10, -1, new byte[0]);
        reads(main, BlobClause.CLIPPED, 1L << 40, 1L << 41, new byte[0]);
        reads(main, BlobClause.CLIPPED, -1, -1, new byte[0]);
    }

    @Test
    final void aRangeThatEndsBeforeItBeginsIsRefused() throws Exception {
        TestedContainer main = main();
        main.write("a", "0123456789");
        main.where().refusedWithText(BlobClause.GET_DATA, () -> main.plain().getData("a", 3, 2));
        main.where().refusedWithText(BlobClause.GET_DATA, () -> main.plain().getData("a", -1, 0));
        main.expect(BlobClause.UNHARMED, "a", "0123456789");
    }

    @Test
    final void everyRangeOfAnEmptyObjectIsEmpty() throws Exception {
        TestedContainer main = main();
        main.write("a", "");
        reads(main, BlobClause.CLIPPED, 0, 0, new byte[0]);
        reads(main, BlobClause.CLIPPED, 0, -1, new byte[0]);
        reads(main, BlobClause.CLIPPED, 7, 9, new byte[0]);
    }

    @Test
    final void rangesOfALargeObjectAreRight() throws Exception {
        TestedContainer main = main();
        byte[] large = random(atMost(8 * MEBIBYTE), 8);
        main.write("a", large);
        int last = large.length - 1;
        for (int start : new int[] {0, 1, 65_535, 65_536, 131_071, MEBIBYTE - 1, MEBIBYTE, last - 1, last}) {
            if (start <= last) {
                for (int end : new int[] {start, start + 1, start + 65_536, start + MEBIBYTE}) {
                    byte[] expected = Arrays.copyOfRange(large, start, Math.min(end, last) + 1);
                    assertThat(Values.shown(main.read("a", start, end)))
                            .as("%s, from %s to %s", main.where().says(BlobClause.GET_DATA), start, end)
                            .isEqualTo(Values.shown(expected));
                }
            }
        }
    }

    @Test
    final void aLargeObjectIsReadAsAStream() throws Exception {
        TestedContainer main = main();
        byte[] large = random(atMost(8 * MEBIBYTE), 9);
        main.write("a", large);
        for (int piece : new int[] {50_001, MEBIBYTE, Integer.MAX_VALUE}) {
            assertThat(Values.shown(main.streamed("a", 0, -1, piece)))
                    .as("%s, in pieces of %s", main.where().says(BlobClause.CONSUME_ASYNC), piece)
                    .isEqualTo(Values.shown(large));
        }
        assertThat(Values.shown(main.streamed("a", 100, large.length - 100, 65_536)))
                .as(main.where().says(BlobClause.CONSUME_ASYNC))
                .isEqualTo(Values.shown(Arrays.copyOfRange(large, 100, large.length - 99)));
    }

    @Test
    final void aStreamSkipsAndThenEnds() throws Exception {
        TestedContainer main = main();
        main.write("a", "0123456789");
        try (Streams.InputStream stream = main.stream(main.value("a"))) {
            main.where().run(BlobClause.CONSUME_ASYNC, () -> {
                assertThat(stream.blockingRead(2))
                        .as(main.where().says(BlobClause.CONSUME_ASYNC))
                        .isEqualTo(bytes("01"));
                long skipped = 0;
                while (skipped < 5) {
                    skipped += stream.blockingSkip(5 - skipped);
                }
                assertThat(skipped)
                        .as(main.where().says(BlobClause.CONSUME_ASYNC))
                        .isEqualTo(5);
                assertThat(stream.subscribe().ready())
                        .as(main.where().says(BlobClause.CONSUME_ASYNC))
                        .isIn(true, false);
            });
            assertThat(main.where().call(BlobClause.CONSUME_ASYNC, () -> TestedContainer.rest(stream, 100)))
                    .as(main.where().says(BlobClause.CONSUME_ASYNC))
                    .isEqualTo(bytes("789"));
        }
    }

    @Test
    final void theSizeOfAPartIsThatOfThePart() throws Exception {
        TestedContainer main = main();
        main.write("a", "0123456789");
        try (Types.IncomingValue part = main.value("a", 8, 20)) {
            assertThat(part.size()).as(main.where().says(BlobClause.SIZE)).isEqualTo(2);
            assertThat(part.size()).as(main.where().says(BlobClause.SIZE)).isEqualTo(2);
        }
    }

    @Test
    final void aValueThatIsDroppedLeavesTheObject() throws Exception {
        TestedContainer main = main();
        main.write("a", random(atMost(200_000), 1));
        main.value("a").close();
        try (Streams.InputStream stream = main.stream(main.value("a"))) {
            main.where().run(BlobClause.CONSUME_ASYNC, () -> stream.blockingRead(10));
        }
        main.expect(BlobClause.HANDLES, "a", random(atMost(200_000), 1));
    }

    @Test
    final void aHundredValuesAreOpenAtOnce() throws Exception {
        TestedContainer main = main();
        main.write("a", random(10_000, 1));
        List<Types.IncomingValue> values = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            values.add(main.value("a", i, -1));
        }
        for (int i = 99; i >= 0; i--) {
            assertThat(Values.shown(main.all(values.get(i))))
                    .as(main.where().says(BlobClause.GET_DATA))
                    .isEqualTo(Values.shown(Arrays.copyOfRange(random(10_000, 1), i, 10_000)));
        }
    }

    @Test
    final void aValueIsReadOnWhileItsObjectIsReplaced() throws Exception {
        readsOn((store, main) -> main.write("a", random(atMost(3 * MEBIBYTE) / 2, 99)));
    }

    @Test
    final void aValueIsReadOnWhileItsObjectIsRemoved() throws Exception {
        readsOn((store, main) -> main.delete("a"));
    }

    @Test
    final void aValueIsReadOnWhileItsContainerIsCleared() throws Exception {
        readsOn((store, main) ->
                main.where().run(BlobClause.CLEAR, () -> main.plain().clear()));
    }

    @Test
    final void aValueIsReadOnWhileItsContainerIsRemoved() throws Exception {
        readsOn((store, main) -> store.delete("main"));
    }

    @Test
    final void aValueIsReadOnWhileItsObjectIsMoved() throws Exception {
        readsOn((store, main) -> store.move("main", "a", "main", "b"));
    }

    /** What happens to an object while it is read. */
    private interface Change {
        void make(StartedBlobs store, TestedContainer container) throws Exception;
    }

    private void readsOn(Change change) throws Exception {
        StartedBlobs store = start();
        TestedContainer main = store.create("main");
        byte[] old = random(atMost(3 * MEBIBYTE), 7);
        main.write("a", old);
        Types.IncomingValue untouched = main.value("a");
        Streams.InputStream begun = main.stream(main.value("a"));
        byte[] first = main.where().call(BlobClause.CONSUME_ASYNC, () -> begun.blockingRead(1000));
        change.make(store, main);
        isOldOrRefused(main.where(), old, () -> {
            byte[] rest = TestedContainer.rest(begun, 100_000);
            byte[] all = Arrays.copyOf(first, first.length + rest.length);
            System.arraycopy(rest, 0, all, first.length, rest.length);
            return all;
        });
        isOldOrRefused(main.where(), old, () -> store.types().incomingValueIncomingValueConsumeSync(untouched));
    }

    private void isOldOrRefused(BlobWhere where, byte[] old, Calling.Call<byte[]> read) {
        if (can(BlobAbility.READ_ON)) {
            assertThat(Values.shown(where.call(BlobClause.READ_ON, read)))
                    .as(where.says(BlobClause.READ_ON))
                    .isEqualTo(Values.shown(old));
        } else {
            where.succeedsOrIsRefused(() -> {
                byte[] found = read.run();
                assertThat(Values.shown(found))
                        .as(where.says(BlobClause.READ_ON))
                        .isEqualTo(Values.shown(old));
                return found;
            });
        }
    }

    @Test
    final void readersSeeWholeObjectsWhileTheyAreReplaced() throws Exception {
        StartedBlobs store = start();
        int size = atMost(200_000);
        store.create("main").write("a", random(size, 0));
        List<String> whole = List.of(Values.shown(random(size, 0)), Values.shown(random(size - 1, 1)));
        Together.run(4, thread -> {
            TestedContainer main = store.open("main");
            for (int i = 0; i < 15; i++) {
                if (thread < 2) {
                    main.write("a", random(size - thread, thread));
                } else {
                    main.where().succeedsOrIsRefused(() -> {
                        byte[] found = store.types()
                                .incomingValueIncomingValueConsumeSync(
                                        main.plain().getData("a", 0, -1));
                        assertThat(Values.shown(found))
                                .as(main.where().says(BlobClause.WHOLE))
                                .isIn(whole);
                        return found;
                    });
                }
            }
        });
    }
}
