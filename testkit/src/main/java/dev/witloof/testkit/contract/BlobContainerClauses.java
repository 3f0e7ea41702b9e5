package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.Values.bytes;
import static dev.witloof.testkit.contract.Values.random;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.blobstore.v0_2_0_draft.Container;
import dev.witloof.blobstore.v0_2_0_draft.Types;
import dev.witloof.host.ResultException;
import dev.witloof.link.Backend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code blobstore} promises of containers and their handles, and all stores of being started. */
@ParameterizedClass
@EnumSource(
        value = Use.class,
        names = {"UNNAMED", "NAMED"})
abstract class BlobContainerClauses extends BlobTests {

    @Parameter
    Use use;

    @Override
    final Use use() {
        return use;
    }

    @Test
    final void aContainerThatWasMadeIsThere() throws Exception {
        StartedBlobs store = start();
        store.create("main");
        assertThat(store.exists("main"))
                .as(store.where().says(BlobClause.CREATE_CONTAINER))
                .isTrue();
        assertThat(store.open("main").names())
                .as(store.where().says(BlobClause.CREATE_CONTAINER))
                .isEmpty();
    }

    @Test
    final void aContainerThatWasNotMadeIsNotThere() throws Exception {
        StartedBlobs store = start();
        BlobWhere where = store.where();
        store.create("main");
        assertThat(store.exists("unknown"))
                .as(where.says(BlobClause.CONTAINER_EXISTS))
                .isFalse();
        where.refusedWithText(BlobClause.NOT_THERE, () -> store.plain().getContainer("unknown"));
        where.refusedWithText(BlobClause.NOT_THERE, () -> store.plain().deleteContainer("unknown"));
        assertThat(store.exists("unknown")).as(where.says(BlobClause.UNHARMED)).isFalse();
        assertThat(store.exists("main")).as(where.says(BlobClause.UNHARMED)).isTrue();
    }

    @Test
    final void aContainerIsMadeOnce() throws Exception {
        StartedBlobs store = start();
        store.create("main").write("a", "1");
        store.where()
                .refusedWithText(
                        BlobClause.CREATE_CONTAINER, () -> store.plain().createContainer("main"));
        store.open("main").expect(BlobClause.UNHARMED, "a", "1");
    }

    @Test
    final void aContainerIsMadeByOneOfManyThreads() throws Exception {
        StartedBlobs store = start();
        AtomicInteger made = new AtomicInteger();
        Together.run(8, thread -> {
            try {
                store.plain().createContainer("main");
                made.incrementAndGet();
            } catch (ResultException another) {
                store.open("main").write("object" + thread, "1");
            }
        });
        assertThat(made.get())
                .as(store.where().says(BlobClause.CREATE_CONTAINER))
                .isEqualTo(1);
        assertThat(store.open("main").names())
                .as(store.where().says(BlobClause.CREATE_CONTAINER))
                .hasSize(7);
    }

    @Test
    final void aRemovedContainerIsGoneWithItsObjects() throws Exception {
        StartedBlobs store = start();
        store.create("main").write("a", "1");
        store.create("hot").write("a", "2");
        store.delete("main");
        assertThat(store.exists("main"))
                .as(store.where().says(BlobClause.DELETE_CONTAINER))
                .isFalse();
        TestedContainer again = store.create("main");
        again.expectNothing(BlobClause.DELETE_CONTAINER, "a");
        assertThat(again.names())
                .as(store.where().says(BlobClause.DELETE_CONTAINER))
                .isEmpty();
        store.open("hot").expect(BlobClause.DELETE_CONTAINER, "a", "2");
    }

    @Test
    final void aHandleToARemovedContainerIsOfNoUse() throws Exception {
        StartedBlobs store = start();
        TestedContainer main = store.create("main");
        main.write("a", "1");
        store.delete("main");
        Container.Container_ handle = main.plain();
        BlobWhere where = store.where();
        where.refusedWithText(BlobClause.NOT_THERE, handle::info);
        where.refusedWithText(BlobClause.NOT_THERE, () -> handle.getData("a", 0, 9));
        where.refusedWithText(BlobClause.NOT_THERE, () -> handle.objectInfo("a"));
        where.refusedWithText(BlobClause.NOT_THERE, () -> main.put("b", bytes("2")));
        where.refusedWithText(BlobClause.NOT_THERE, handle::listObjects);
        where.refusedWithText(BlobClause.NOT_THERE, handle::clear);
        assertThat(store.exists("main")).as(where.says(BlobClause.UNHARMED)).isFalse();
    }

    @Test
    final void containersAreApart() throws Exception {
        StartedBlobs store = start();
        TestedContainer main = store.create("main");
        TestedContainer hot = store.create("hot");
        main.write("a", "main's");
        hot.expectNothing(BlobClause.CONTAINER, "a");
        hot.write("a", "hot's");
        hot.write("b", "hot's");
        main.expect(BlobClause.CONTAINER, "a", "main's");
        assertThat(main.names()).as(main.where().says(BlobClause.LIST_OBJECTS)).containsExactly("a");
        main.plain().clear();
        hot.expect(BlobClause.CONTAINER, "a", "hot's");
    }

    @Test
    final void containerAndObjectAreNotMixedUp() throws Exception {
        StartedBlobs store = start();
        TestedContainer main = store.create("main");
        for (String between : List.of(":", "/", ".", "\0", "-", "_", "%", "::", "\u001f", "\\")) {
            main.write("a" + between + "b", "main's");
            TestedContainer joined = store.create("main" + between + "a");
            joined.expectNothing(BlobClause.CONTAINER, "b");
            joined.write("b", "joined's");
            main.expect(BlobClause.CONTAINER, "a" + between + "b", "main's");
            joined.expectNothing(BlobClause.CONTAINER, ".." + between + "main" + between + "a" + between + "b");
            store.delete("main" + between + "a");
            main.expect(BlobClause.CONTAINER, "a" + between + "b", "main's");
        }
    }

    @Test
    final void namesOfContainersAreTakenToTheLetter() throws Exception {
        StartedBlobs store = start();
        store.create("main").write("a", "main's");
        List<String> names = new ArrayList<>(List.of(
                "Main",
                "MAIN",
                "main ",
                " main",
                "main/",
                "./main",
                "../main",
                "m%61in",
                "*",
                "main.lock",
                "é",
                "e\u0301",
                "鍵",
                "😀",
                ".",
                "..",
                "/",
                "\0",
                "CON",
                "main\n",
                "a.b",
                "a>b"));
        if (can(BlobAbility.EMPTY_CONTAINER_NAME)) {
            names.add("");
        } else {
            store.where()
                    .refusedWithText(
                            BlobClause.ANY_CONTAINER_NAME, () -> store.plain().createContainer(""));
        }
        for (String name : names) {
            assertThat(store.exists(name))
                    .as(
                            "%s, of the container %s",
                            store.where().says(BlobClause.ANY_CONTAINER_NAME), Values.quoted(name))
                    .isFalse();
            store.create(name).write("a", "that of <" + name + ">");
        }
        for (String name : names) {
            TestedContainer container = store.open(name);
            container.expect(BlobClause.ANY_CONTAINER_NAME, "a", "that of <" + name + ">");
            assertThat(container.plain().name())
                    .as(store.where().says(BlobClause.NAME))
                    .isEqualTo(name);
        }
        store.open("main").expect(BlobClause.ANY_CONTAINER_NAME, "a", "main's");
    }

    @Test
    final void longNamesOfContainersAreKeptApartOrRefused() throws Exception {
        StartedBlobs store = start();
        for (int length : new int[] {63, 64, 128, 200}) {
            String name = "c".repeat(length);
            if (length < abilities().maximumContainerNameBytes()) {
                store.create(name + "1").write("a", "1");
                store.create(name + "2").write("a", "2");
                store.open(name + "1").expect(BlobClause.ANY_CONTAINER_NAME, "a", "1");
                assertThat(store.exists(name))
                        .as(store.where().says(BlobClause.ANY_CONTAINER_NAME))
                        .isFalse();
            } else {
                store.where()
                        .refusedWithText(
                                BlobClause.ANY_CONTAINER_NAME,
                                () -> store.plain().createContainer(name + "1"));
            }
        }
    }

    @Test
    final void aContainerKnowsItsNameAndWhenItWasMade() throws Exception {
        StartedBlobs store = start();
        long before = Instant.now().getEpochSecond();
        TestedContainer main = store.create("main");
        long after = Instant.now().getEpochSecond();
        Types.ContainerMetadata info =
                store.where().call(BlobClause.INFO, () -> main.plain().info());
        assertThat(info.name()).as(store.where().says(BlobClause.INFO)).isEqualTo("main");
        // Another machine's clock may go differently, but not by an hour: that would be another unit or another zone.
        assertThat(info.createdAt())
                .as(store.where().says(BlobClause.CREATED_AT))
                .isBetween(before - 600, after + 600);
        main.write("a", "1");
        assertThat(store.open("main").plain().info())
                .as(store.where().says(BlobClause.CREATED_AT))
                .isEqualTo(info);
    }

    @Test
    final void twoHandlesAreToOneContainer() throws Exception {
        StartedBlobs store = start();
        TestedContainer first = store.create("main");
        TestedContainer second = store.open("main");
        first.write("a", "1");
        second.expect(BlobClause.GET_CONTAINER, "a", "1");
        second.delete("a");
        first.expectNothing(BlobClause.GET_CONTAINER, "a");
    }

    @Test
    final void aClosedHandleLeavesTheOthersAndTheObjects() throws Exception {
        StartedBlobs store = start();
        TestedContainer first = store.create("main");
        TestedContainer second = store.open("main");
        first.write("a", "1");
        first.close();
        second.expect(BlobClause.HANDLES, "a", "1");
        second.write("a", "2");
        second.close();
        store.open("main").expect(BlobClause.HANDLES, "a", "2");
    }

    @Test
    final void aThousandHandlesAreOpenAtOnce() throws Exception {
        StartedBlobs store = start();
        store.create("main").write("a", "1");
        List<TestedContainer> handles = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            handles.add(store.open("main"));
        }
        handles.get(999).expect(BlobClause.GET_CONTAINER, "a", "1");
        handles.forEach(TestedContainer::close);
        store.open("main").expect(BlobClause.HANDLES, "a", "1");
    }

    @Test
    final void whatWasStoredIsThereWhenTheStoreIsStartedAgain() throws Exception {
        Backend backend = fresh();
        StartedBlobs first = start(backend);
        byte[] large = random(atMost(3 * MEBIBYTE + 7), 1);
        TestedContainer main = first.create("main");
        main.write("a", "1");
        main.write("large", large);
        main.write("gone", "1");
        main.delete("gone");
        first.create("gone");
        first.delete("gone");
        Types.ObjectMetadata info = main.info("a");
        Types.ContainerMetadata containerInfo = main.plain().info();
        close(first);
        StartedBlobs second = start(again(backend));
        TestedContainer again = second.open("main");
        again.expect(BlobClause.SAME_STORE, "a", "1");
        again.expect(BlobClause.SAME_STORE, "large", large);
        again.expectNothing(BlobClause.SAME_STORE, "gone");
        assertThat(again.info("a"))
                .as(second.where().says(BlobClause.SAME_STORE))
                .isEqualTo(info);
        assertThat(again.plain().info())
                .as(second.where().says(BlobClause.SAME_STORE))
                .isEqualTo(containerInfo);
        assertThat(second.exists("gone"))
                .as(second.where().says(BlobClause.SAME_STORE))
                .isFalse();
    }

    @Test
    final void twoStartsSeeEachOther() throws Exception {
        Backend backend = fresh();
        StartedBlobs first = start(backend);
        StartedBlobs second = start(again(backend));
        first.create("main").write("a", "1");
        second.open("main").expect(BlobClause.SAME_STORE, "a", "1");
        second.open("main").write("a", "2");
        first.open("main").expect(BlobClause.SAME_STORE, "a", "2");
        second.delete("main");
        assertThat(first.exists("main"))
                .as(first.where().says(BlobClause.SAME_STORE))
                .isFalse();
    }

    @Test
    final void toCloseOneStartLeavesTheOther() throws Exception {
        Backend backend = fresh();
        StartedBlobs first = start(backend);
        StartedBlobs second = start(backend);
        TestedContainer main = second.create("main");
        first.open("main").write("a", "1");
        close(first);
        main.expect(BlobClause.SAME_STORE, "a", "1");
        main.write("a", "2");
        second.open("main").expect(BlobClause.SAME_STORE, "a", "2");
    }
}
