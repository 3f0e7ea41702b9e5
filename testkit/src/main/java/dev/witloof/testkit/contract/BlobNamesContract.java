package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.Values.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.blobstore.v0_2_0_draft.Blobstore;
import dev.witloof.blobstore.v0_2_0_draft.Types;
import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import dev.witloof.wasi.io.Streams;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the name of an import of {@code wasi:blobstore@0.2.0-draft} decides, which is the store behind it, and what it does not. */
public abstract class BlobNamesContract extends BlobTests {

    /** For the class that extends it. */
    protected BlobNamesContract() {}

    @Test
    final void twoStoresUnderTwoNamesShareNothing() throws Exception {
        sharesNothing(start(fresh(), Use.NAMED), start(fresh(), Use.NAMED_MAIN));
    }

    @Test
    final void aNamedAndAnUnnamedStoreShareNothing() throws Exception {
        sharesNothing(start(fresh(), Use.NAMED), start(fresh(), Use.UNNAMED));
    }

    @Test
    final void twoStoresUnderTheSameNameShareNothing() throws Exception {
        sharesNothing(start(fresh(), Use.NAMED), start(fresh(), Use.NAMED));
    }

    private static void sharesNothing(StartedBlobs left, StartedBlobs right) {
        TestedContainer lefts = left.create("main");
        assertThat(right.exists("main"))
                .as(right.where().says(BlobClause.APART))
                .isFalse();
        TestedContainer rights = right.create("main");
        lefts.write("a", "left's");
        rights.expectNothing(BlobClause.APART, "a");
        rights.write("a", "right's");
        lefts.expect(BlobClause.APART, "a", "left's");
        lefts.write("b", "left's");
        assertThat(rights.names()).as(right.where().says(BlobClause.APART)).containsExactly("a");
        right.delete("main");
        lefts.expect(BlobClause.APART, "a", "left's");
        assertThat(left.exists("main")).as(left.where().says(BlobClause.APART)).isTrue();
    }

    @Test
    final void toCopyStaysWithinAStore() throws Exception {
        StartedBlobs named = start(fresh(), Use.NAMED);
        StartedBlobs other = start(fresh(), Use.NAMED_MAIN);
        TestedContainer main = named.create("main");
        named.create("hot");
        TestedContainer others = other.create("main");
        TestedContainer othersHot = other.create("hot");
        main.write("a", "1");
        othersHot.write("b", "2");
        named.copy("main", "a", "hot", "b");
        othersHot.expect(BlobClause.ACROSS, "b", "2");
        named.where()
                .refusedWithText(
                        BlobClause.ACROSS,
                        () -> named.plain().copyObject(StartedBlobs.id("hot", "c"), StartedBlobs.id("main", "c")));
        others.write("only here", "3");
        named.where()
                .refusedWithText(
                        BlobClause.ACROSS,
                        () -> named.plain()
                                .copyObject(StartedBlobs.id("main", "only here"), StartedBlobs.id("main", "d")));
        other.create("other's");
        named.where()
                .refusedWithText(
                        BlobClause.ACROSS,
                        () -> named.plain().moveObject(StartedBlobs.id("main", "a"), StartedBlobs.id("other's", "a")));
        main.expect(BlobClause.UNHARMED, "a", "1");
        assertThat(other.open("other's").names())
                .as(other.where().says(BlobClause.ACROSS))
                .isEmpty();
        assertThat(others.names()).as(other.where().says(BlobClause.ACROSS)).containsExactly("only here");
    }

    @Test
    final void whatIsReadFromOneStoreIsWrittenToAnother() throws Exception {
        StartedBlobs named = start(fresh(), Use.NAMED);
        StartedBlobs other = start(fresh(), Use.UNNAMED);
        byte[] large = Values.random(atMost(2 * MEBIBYTE + 1), 1);
        TestedContainer main = named.create("main");
        TestedContainer others = other.create("main");
        main.write("a", large);
        other.where().run(BlobClause.ACROSS, () -> {
            try (Writing writing = others.writing();
                    Streams.InputStream from = main.stream(main.value("a"))) {
                writing.body().to(others.plain(), "b");
                long copied = 0;
                while (copied < large.length) {
                    copied += writing.stream().blockingSplice(from, large.length - copied);
                }
                writing.end().finish();
            }
        });
        others.expect(BlobClause.ACROSS, "b", large);
        assertThat(main.names()).as(named.where().says(BlobClause.ACROSS)).containsExactly("a");
    }

    /** A component has one {@code types}, whichever store stands behind it. */
    @Test
    final void aValueMadeByOneStoreIsWrittenToAnother() throws Exception {
        StartedBlobs named = start(fresh(), Use.NAMED);
        StartedBlobs other = start(fresh(), Use.NAMED_MAIN);
        TestedContainer main = named.create("main");
        TestedContainer others = other.create("main");
        other.where().run(BlobClause.ACROSS, () -> {
            try (Writing writing = new Writing(named.types())) {
                writing.body()
                        .bytes(bytes("1"))
                        .to(others.plain(), "a")
                        .bytes(bytes("2"))
                        .end()
                        .finish();
            }
        });
        others.expect(BlobClause.ACROSS, "a", "12");
        assertThat(main.names()).as(named.where().says(BlobClause.APART)).isEmpty();
        Types.IncomingValue value = others.value("a");
        assertThat(named.where()
                        .call(BlobClause.ACROSS, () -> named.types().incomingValueIncomingValueConsumeSync(value)))
                .as(named.where().says(BlobClause.ACROSS))
                .isEqualTo(bytes("12"));
    }

    @Test
    final void namedAndUnnamedUseHaveOneLayout() throws Exception {
        Backend backend = fresh();
        StartedBlobs named = start(backend, Use.NAMED);
        named.create("main");
        named.create("contract");
        StartedBlobs unnamed = start(again(backend), Use.UNNAMED);
        StartedBlobs other = start(again(backend), Use.NAMED_MAIN);
        for (StartedBlobs writer : List.of(named, unnamed, other)) {
            String from = writer.where().use().toString();
            for (String object : List.of("a", "b/c", "é", from)) {
                writer.open("main").write(object, from);
            }
            for (StartedBlobs reader : List.of(named, unnamed, other)) {
                TestedContainer main = reader.open("main");
                for (String object : List.of("a", "b/c", "é", from)) {
                    main.expect(BlobClause.ONE_LAYOUT, object, from);
                }
                assertThat(reader.open("contract").names())
                        .as(reader.where().says(BlobClause.ONE_LAYOUT))
                        .isEmpty();
            }
            writer.open("main").delete(from);
        }
    }

    @Test
    final void whatOneNameStoredIsThereForAnotherAfterwards() throws Exception {
        Backend backend = fresh();
        StartedBlobs named = start(backend, Use.NAMED);
        named.create("main").write("a", "1");
        close(named);
        StartedBlobs unnamed = start(again(backend), Use.UNNAMED);
        unnamed.open("main").expect(BlobClause.ONE_LAYOUT, "a", "1");
        assertThat(unnamed.exists("contract"))
                .as(unnamed.where().says(BlobClause.ONE_LAYOUT))
                .isFalse();
        close(unnamed);
        start(again(backend), Use.NAMED_MAIN).open("main").expect(BlobClause.ONE_LAYOUT, "a", "1");
    }

    @Test
    final void oneStartServesSeveralNames() throws Exception {
        BlobWhere where = new BlobWhere(Use.NAMED);
        String name = BlobClause.nameOf("blobstore");
        List<ImportRef> imports =
                List.of(Use.NAMED.importOf(name), Use.NAMED_MAIN.importOf(name), Use.UNNAMED.importOf(name));
        Backend.Started started = where.call(BlobClause.SAME_STORE, () -> fresh().start(imports));
        try {
            for (ImportRef each : imports) {
                where.call(BlobClause.ONE_LAYOUT, () -> blobstore(started, each).createContainer(each.name()));
            }
            for (ImportRef each : imports) {
                for (ImportRef other : imports) {
                    assertThat(where.call(
                                    BlobClause.ONE_LAYOUT,
                                    () -> blobstore(started, each).containerExists(other.name())))
                            .as(where.says(BlobClause.ONE_LAYOUT))
                            .isTrue();
                }
            }
        } finally {
            started.close();
        }
    }

    private static Blobstore blobstore(Backend.Started started, ImportRef importRef) throws Exception {
        return (Blobstore) started.implementation(importRef);
    }

    @Test
    final void theNameOfAContainerChoosesNoStore() throws Exception {
        StartedBlobs named = start(fresh(), Use.NAMED);
        StartedBlobs other = start(fresh(), Use.NAMED_MAIN);
        other.create("contract").write("a", "other's");
        other.create("main").write("a", "other's");
        assertThat(named.exists("contract"))
                .as(named.where().says(BlobClause.APART))
                .isFalse();
        named.create("main").expectNothing(BlobClause.APART, "a");
    }

    @Test
    final void closingOneStoreLeavesTheOther() throws Exception {
        StartedBlobs named = start(fresh(), Use.NAMED);
        StartedBlobs other = start(fresh(), Use.NAMED_MAIN);
        TestedContainer main = other.create("main");
        main.write("a", "1");
        close(named);
        main.expect(BlobClause.APART, "a", "1");
        main.write("b", "2");
        other.open("main").expect(BlobClause.APART, "b", "2");
    }
}
