package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.Values.bytes;
import static dev.witloof.testkit.contract.Values.random;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.host.ResultException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is promised of writing objects: whole ones or none. */
abstract class BlobWritingClauses extends BlobContainerClauses {

    @Test
    final void whatIsWrittenIsThere() throws Exception {
        TestedContainer main = main();
        main.write("a", "1");
        main.expect(BlobClause.WRITE_DATA, "a", "1");
        main.expectNothing(BlobClause.HAS_OBJECT, "b");
    }

    @Test
    final void writingAgainReplacesTheObject() throws Exception {
        TestedContainer main = main();
        main.write("a", "a long first object");
        main.write("a", "second");
        main.expect(BlobClause.WRITE_DATA, "a", "second");
        main.write("a", "an object longer than the first");
        main.expect(BlobClause.WRITE_DATA, "a", "an object longer than the first");
        assertThat(main.names()).as(main.where().says(BlobClause.WRITE_DATA)).containsExactly("a");
    }

    @Test
    final void anEmptyObjectIsAnObject() throws Exception {
        TestedContainer main = main();
        main.write("a", "");
        main.expect(BlobClause.WRITE_DATA, "a", "");
        main.write("b", "1");
        main.write("b", "");
        main.expect(BlobClause.WRITE_DATA, "b", "");
        main.write("b", "1");
        main.expect(BlobClause.WRITE_DATA, "b", "1");
    }

    @Test
    final void aValueWhoseStreamNobodyOpenedIsAnEmptyObject() throws Exception {
        TestedContainer main = main();
        main.where().run(BlobClause.WRITE_DATA, () -> {
            try (Writing writing = main.writing()) {
                writing.to(main.plain(), "a").finish();
            }
        });
        main.expect(BlobClause.WRITE_DATA, "a", "");
    }

    @Test
    final void anObjectMayHaveEveryByte() throws Exception {
        TestedContainer main = main();
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        main.write("a", every);
        main.expect(BlobClause.WRITE_DATA, "a", every);
        main.write("b", bytes("\r\nEND\r\n\0"));
        main.expect(BlobClause.WRITE_DATA, "b", "\r\nEND\r\n\0");
    }

    @Test
    final void objectsOfAllLengthsAreKept() throws Exception {
        TestedContainer main = main();
        for (int size : new int[] {1, 2, 255, 256, 4095, 4096, 4097, 65_535, 65_536, 65_537, 131_072, 200_000}) {
            byte[] bytes = random(atMost(size), size);
            main.write("a", bytes);
            main.expect(BlobClause.WRITE_DATA, "a", bytes);
        }
    }

    @Test
    final void anObjectOf1MebibyteIsKept() throws Exception {
        keepsOrRefuses(MEBIBYTE);
    }

    @Test
    final void anObjectOf8MebibytesIsKept() throws Exception {
        keepsOrRefuses(8 * MEBIBYTE);
    }

    private void keepsOrRefuses(int size) throws Exception {
        TestedContainer main = main();
        main.write("a", "old");
        byte[] large = random(size, size);
        if (size <= abilities().maximumObjectBytes()) {
            main.write("a", large);
            main.expect(BlobClause.WRITE_DATA, "a", large);
        } else {
            main.where().refusedWithText(BlobClause.WRITE_DATA, () -> main.put("a", large));
            main.expect(BlobClause.UNHARMED, "a", "old");
        }
    }

    @Test
    final void bytesMayBeWrittenBeforeAndAfterTheirPlaceIsTold() throws Exception {
        TestedContainer main = main();
        byte[] first = random(atMost(300_000) / 2, 1);
        byte[] second = random(atMost(300_000) / 2, 2);
        main.where().run(BlobClause.WRITE_DATA, () -> {
            try (Writing writing = main.writing()) {
                writing.body().bytes(first).end().to(main.plain(), "before").finish();
            }
            try (Writing writing = main.writing()) {
                writing.body()
                        .bytes(first)
                        .to(main.plain(), "between")
                        .bytes(second)
                        .end()
                        .finish();
            }
            try (Writing writing = main.writing()) {
                writing.to(main.plain(), "after").body().bytes(first).end().finish();
            }
        });
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        main.expect(BlobClause.WRITE_DATA, "before", first);
        main.expect(BlobClause.WRITE_DATA, "between", both);
        main.expect(BlobClause.WRITE_DATA, "after", first);
    }

    @Test
    final void manySmallWritesAreOneObject() throws Exception {
        TestedContainer main = main();
        byte[] expected = random(5000, 3);
        main.where().run(BlobClause.WRITE_DATA, () -> {
            try (Writing writing = main.writing()) {
                writing.body().to(main.plain(), "a");
                for (int i = 0; i < expected.length; i += 5) {
                    writing.bytes(
                            new byte[] {expected[i], expected[i + 1], expected[i + 2], expected[i + 3], expected[i + 4]
                            });
                }
                writing.end().finish();
            }
        });
        main.expect(BlobClause.WRITE_DATA, "a", expected);
    }

    @Test
    final void theStreamTakesZerosAndOtherStreams() throws Exception {
        TestedContainer main = main();
        main.write("a", "abc");
        main.where().run(BlobClause.WRITE_BODY, () -> {
            try (Writing writing = main.writing()) {
                writing.body().to(main.plain(), "b");
                writing.stream().blockingWriteAndFlush(bytes("["));
                writing.stream().blockingWriteZeroesAndFlush(2);
                try (var in = main.stream(main.value("a"))) {
                    assertThat(writing.stream().blockingSplice(in, 3))
                            .as(main.where().says(BlobClause.WRITE_BODY))
                            .isEqualTo(3);
                }
                writing.stream().blockingWriteAndFlush(bytes("]"));
                writing.end().finish();
            }
        });
        main.expect(BlobClause.WRITE_BODY, "b", "[\0\0abc]");
    }

    @Test
    final void nothingIsSeenOfAnObjectBeforeItIsFinished() throws Exception {
        TestedContainer main = main();
        main.write("old", "old");
        for (String name : List.of("old", "new")) {
            try (Writing writing = main.writing()) {
                main.where()
                        .run(
                                BlobClause.WRITE_DATA,
                                () -> writing.body().to(main.plain(), name).bytes(random(atMost(200_000), 4)));
                unfinished(main);
                main.where().run(BlobClause.WRITE_DATA, writing::end);
                unfinished(main);
                main.where().run(BlobClause.FINISH, writing::finish);
            }
            main.expect(BlobClause.WHOLE, name, random(atMost(200_000), 4));
            main.delete("new");
            main.write("old", "old");
        }
    }

    private static void unfinished(TestedContainer main) {
        main.expect(BlobClause.WHOLE, "old", "old");
        main.expectNothing(BlobClause.WHOLE, "new");
        assertThat(main.names()).as(main.where().says(BlobClause.WHOLE)).containsExactly("old");
    }

    @Test
    final void aValueThatIsBrokenOffLeavesNothing() throws Exception {
        TestedContainer main = main();
        main.write("old", "old");
        for (String name : List.of("old", "new")) {
            main.where().run(BlobClause.FINISH, () -> {
                try (Writing writing = main.writing()) {
                    writing.to(main.plain(), name);
                }
                try (Writing writing = main.writing()) {
                    writing.body()
                            .bytes(random(1000, 5))
                            .to(main.plain(), name)
                            .bytes(random(atMost(200_000) - 1000, 6));
                }
                try (Writing writing = main.writing()) {
                    writing.body()
                            .to(main.plain(), name)
                            .bytes(random(atMost(200_000), 6))
                            .end();
                }
                try (Writing writing = main.writing()) {
                    writing.body().bytes(random(1000, 5)).end();
                }
            });
            unfinished(main);
        }
        main.write("new", "new");
        main.expect(BlobClause.FINISH, "new", "new");
    }

    @Test
    final void toFinishWhileTheStreamIsThereTrapsAndLeavesNothing() throws Exception {
        TestedContainer main = main();
        main.write("old", "old");
        Writing writing = main.writing();
        main.where()
                .run(
                        BlobClause.WRITE_DATA,
                        () -> writing.body().to(main.plain(), "new").bytes(bytes("1")));
        main.where().traps(BlobClause.FINISH_TRAPS, writing::finish);
        writing.close();
        unfinished(main);
    }

    @Test
    final void theStreamIsGivenOnce() throws Exception {
        TestedContainer main = main();
        try (Writing writing = main.writing()) {
            main.where().run(BlobClause.WRITE_BODY, writing::body);
            for (int time = 0; time < 2; time++) {
                try {
                    writing.value().outgoingValueWriteBody();
                    throw new AssertionError(
                            "[" + main.where().says(BlobClause.WRITE_BODY) + "] expected an error, found a stream");
                } catch (ResultException once) {
                    assertThat(once.error())
                            .as(main.where().says(BlobClause.WRITE_BODY))
                            .isNull();
                }
                main.where().run(BlobClause.WRITE_BODY, () -> writing.stream().blockingFlush());
            }
            main.where()
                    .run(
                            BlobClause.FINISH,
                            () -> writing.bytes(bytes("1"))
                                    .to(main.plain(), "a")
                                    .end()
                                    .finish());
        }
        main.expect(BlobClause.WRITE_BODY, "a", "1");
    }

    @Test
    final void anObjectWhoseContainerIsRemovedMeanwhileIsRefused() throws Exception {
        StartedBlobs store = start();
        TestedContainer main = store.create("main");
        try (Writing writing = main.writing()) {
            store.where().run(BlobClause.WRITE_DATA, () -> writing.body().to(main.plain(), "a"));
            store.delete("main");
            store.where()
                    .refusedWithText(
                            BlobClause.NOT_THERE,
                            () -> writing.bytes(bytes("1")).end().finish());
        }
        assertThat(store.exists("main"))
                .as(store.where().says(BlobClause.UNHARMED))
                .isFalse();
    }

    @Test
    final void writersOfOneObjectAtOnceLeaveTheObjectOfOne() throws Exception {
        StartedBlobs store = start();
        store.create("main");
        int size = atMost(100_000);
        Together.run(6, thread -> {
            TestedContainer main = store.open("main");
            for (int i = 0; i < 5; i++) {
                main.write("a", random(size - thread, thread));
            }
        });
        TestedContainer main = store.open("main");
        byte[] left = main.read("a", 0, -1);
        int thread = size - left.length;
        assertThat(thread).as(store.where().says(BlobClause.WHOLE)).isBetween(0, 5);
        main.expect(BlobClause.WHOLE, "a", random(size - thread, thread));
        assertThat(main.names()).as(store.where().says(BlobClause.WHOLE)).containsExactly("a");
    }

    @Test
    final void writersOfManyObjectsAtOnceLoseNone() throws Exception {
        StartedBlobs store = start();
        store.create("main");
        Together.run(6, thread -> {
            TestedContainer main = store.open("main");
            for (int i = 0; i < 20; i++) {
                main.write(thread + "-" + i, random(3000 + i, thread));
                main.expect(BlobClause.WRITE_DATA, thread + "-" + i, random(3000 + i, thread));
            }
        });
        assertThat(store.open("main").names())
                .as(store.where().says(BlobClause.WRITE_DATA))
                .hasSize(120);
    }

    @Test
    final void valuesAreWrittenSideBySide() throws Exception {
        TestedContainer main = main();
        try (Writing first = main.writing();
                Writing second = main.writing()) {
            main.where().run(BlobClause.WRITE_DATA, () -> {
                first.body().to(main.plain(), "a").bytes(bytes("first "));
                second.body().to(main.plain(), "a").bytes(bytes("second "));
                first.bytes(bytes("value")).end();
                second.bytes(bytes("value")).end();
                second.finish();
            });
            main.expect(BlobClause.WHOLE, "a", "second value");
            main.where().run(BlobClause.FINISH, first::finish);
        }
        main.expect(BlobClause.WHOLE, "a", "first value");
    }
}
