package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.Values.random;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.blobstore.v0_2_0_draft.Types;
import org.junit.jupiter.api.Test;

/** What {@code wasi:blobstore@0.2.0-draft} promises, for named and unnamed imports of it. */
public abstract class BlobContract extends BlobListingClauses {

    /** For the class that extends it. */
    protected BlobContract() {}

    @Test
    final void anObjectIsCopiedWithinItsContainer() throws Exception {
        StartedBlobs store = start();
        TestedContainer main = store.create("main");
        main.write("a", "1");
        store.copy("main", "a", "main", "b");
        main.expect(BlobClause.COPY_OBJECT, "a", "1");
        main.expect(BlobClause.COPY_OBJECT, "b", "1");
        assertThat(main.info("b").name())
                .as(store.where().says(BlobClause.OBJECT_INFO))
                .isEqualTo("b");
    }

    @Test
    final void anObjectIsCopiedToAnotherContainer() throws Exception {
        StartedBlobs store = start();
        byte[] large = random(atMost(2 * MEBIBYTE + 3), 1);
        store.create("main").write("a", large);
        TestedContainer hot = store.create("hot");
        store.copy("main", "a", "hot", "a");
        hot.expect(BlobClause.COPY_OBJECT, "a", large);
        store.open("main").expect(BlobClause.COPY_OBJECT, "a", large);
        assertThat(hot.info("a").container())
                .as(store.where().says(BlobClause.OBJECT_INFO))
                .isEqualTo("hot");
    }

    @Test
    final void aCopyReplacesWhatStandsThere() throws Exception {
        StartedBlobs store = start();
        TestedContainer main = store.create("main");
        main.write("a", "1");
        main.write("b", "a longer object");
        store.copy("main", "a", "main", "b");
        main.expect(BlobClause.COPY_OBJECT, "b", "1");
        assertThat(main.names()).as(store.where().says(BlobClause.COPY_OBJECT)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    final void aCopyIsAnObjectOfItsOwn() throws Exception {
        StartedBlobs store = start();
        TestedContainer main = store.create("main");
        main.write("a", "1");
        store.copy("main", "a", "main", "b");
        main.write("a", "2");
        main.expect(BlobClause.COPY_OBJECT, "b", "1");
        main.delete("a");
        main.expect(BlobClause.COPY_OBJECT, "b", "1");
        main.delete("b");
        main.expectNothing(BlobClause.COPY_OBJECT, "b");
    }

    @Test
    final void anObjectMayBeCopiedToItself() throws Exception {
        StartedBlobs store = start();
        TestedContainer main = store.create("main");
        main.write("a", random(atMost(200_000), 1));
        store.copy("main", "a", "main", "a");
        main.expect(BlobClause.COPY_OBJECT, "a", random(atMost(200_000), 1));
    }

    @Test
    final void anEmptyObjectIsCopiedAndMoved() throws Exception {
        StartedBlobs store = start();
        TestedContainer main = store.create("main");
        main.write("a", "");
        store.copy("main", "a", "main", "b");
        store.move("main", "a", "main", "c");
        main.expect(BlobClause.COPY_OBJECT, "b", "");
        main.expect(BlobClause.MOVE_OBJECT, "c", "");
    }

    /** To copy or to move. */
    private interface Transfer {
        void make(Types.ObjectId from, Types.ObjectId to) throws Exception;
    }

    private void refusesWhatIsNotThere(StartedBlobs store, BlobClause clause, Transfer transfer) {
        TestedContainer main = store.create("main");
        TestedContainer hot = store.create("hot");
        main.write("a", "1");
        hot.write("b", "2");
        Types.ObjectId there = StartedBlobs.id("main", "a");
        Types.ObjectId target = StartedBlobs.id("hot", "b");
        BlobWhere where = store.where();
        where.refusedWithText(clause, () -> transfer.make(StartedBlobs.id("main", "unknown"), target));
        where.refusedWithText(clause, () -> transfer.make(StartedBlobs.id("unknown", "a"), target));
        where.refusedWithText(
                clause, () -> transfer.make(StartedBlobs.id("main", "unknown"), StartedBlobs.id("main", "unknown")));
        where.refusedWithText(BlobClause.DESTINATION, () -> transfer.make(there, StartedBlobs.id("unknown", "b")));
        main.expect(BlobClause.UNHARMED, "a", "1");
        hot.expect(BlobClause.UNHARMED, "b", "2");
        assertThat(main.names()).as(where.says(BlobClause.UNHARMED)).containsExactly("a");
        assertThat(store.exists("unknown")).as(where.says(BlobClause.UNHARMED)).isFalse();
    }

    @Test
    final void whatIsNotThereIsNotCopied() throws Exception {
        StartedBlobs store = start();
        refusesWhatIsNotThere(store, BlobClause.NOT_THERE, store.plain()::copyObject);
    }

    @Test
    final void whatIsNotThereIsNotMoved() throws Exception {
        StartedBlobs store = start();
        refusesWhatIsNotThere(store, BlobClause.NOT_THERE, store.plain()::moveObject);
    }

    @Test
    final void anObjectIsRenamed() throws Exception {
        StartedBlobs store = start();
        TestedContainer main = store.create("main");
        main.write("a", "1");
        store.move("main", "a", "main", "b");
        main.expectNothing(BlobClause.MOVE_OBJECT, "a");
        main.expect(BlobClause.MOVE_OBJECT, "b", "1");
        assertThat(main.names()).as(store.where().says(BlobClause.MOVE_OBJECT)).containsExactly("b");
    }

    @Test
    final void anObjectIsMovedToAnotherContainer() throws Exception {
        StartedBlobs store = start();
        byte[] large = random(atMost(2 * MEBIBYTE + 3), 1);
        TestedContainer main = store.create("main");
        main.write("a", large);
        TestedContainer hot = store.create("hot");
        hot.write("a", "old");
        store.move("main", "a", "hot", "a");
        main.expectNothing(BlobClause.MOVE_OBJECT, "a");
        hot.expect(BlobClause.MOVE_OBJECT, "a", large);
        assertThat(hot.names()).as(store.where().says(BlobClause.MOVE_OBJECT)).containsExactly("a");
    }

    @Test
    final void anObjectThatIsMovedToItselfStays() throws Exception {
        StartedBlobs store = start();
        TestedContainer main = store.create("main");
        main.write("a", "1");
        store.move("main", "a", "main", "a");
        main.expect(BlobClause.MOVE_OBJECT, "a", "1");
    }
}
