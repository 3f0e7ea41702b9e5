package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.Values.bytes;
import static dev.witloof.testkit.contract.Values.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Backend;
import dev.witloof.link.Deployment;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.value.Result;
import dev.witloof.wasi.Wasi;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What {@code wasi:blobstore@0.2.0-draft} promises to a real component, which keeps albums of photos in the store {@code photos} and
 * copies of them in the store {@code backups}.
 */
public abstract class BlobGuestContract extends BlobTests {

    private static final String SERVICE = "demo:albums/album-service@0.1.0";

    /** For the class that extends it. */
    protected BlobGuestContract() {}

    private static Component guest() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                BlobGuestContract.class.getResourceAsStream("albums.wasm"), "albums.wasm: not in the testkit")) {
            return Component.load(in);
        }
    }

    /** The interfaces that both names share are served by the last one. */
    private static LinkPlan plan(Backend photos, Backend backups) throws IOException {
        Linker.Builder linker = Linker.builder();
        if (photos == backups) {
            linker.bind("photos", "backups").to(photos);
        } else {
            linker.bind("photos").to(photos).bind("backups").to(backups);
        }
        return linker.bindAll(backups).bindAll(Wasi.builder().build()).build().plan(guest());
    }

    /** What a test does with the service. */
    private interface Calls {
        void make(ComponentInstance app) throws Exception;
    }

    private static void with(Backend photos, Backend backups, Calls calls) throws Exception {
        try (Deployment deployment = plan(photos, backups).start();
                ComponentInstance app = deployment.instantiate()) {
            calls.make(app);
        }
    }

    private static Object call(ComponentInstance app, String function, Object... arguments) {
        return app.instance(SERVICE).function(function).call(arguments);
    }

    private static void gives(
            BlobClause clause, String expected, ComponentInstance app, String function, Object... arguments) {
        assertThat(String.valueOf(call(app, function, arguments)))
                .as("%s, called by %s", new BlobWhere(Use.NAMED).says(clause), function)
                .isEqualTo(expected);
    }

    private static void givesBytes(
            BlobClause clause, byte[] expected, ComponentInstance app, String function, Object... arguments) {
        Object given = call(app, function, arguments);
        assertThat(
                        given instanceof Result.Ok<?, ?> ok && ok.value() instanceof byte[] found
                                ? Values.shown(found)
                                : String.valueOf(given))
                .as("%s, called by %s", new BlobWhere(Use.NAMED).says(clause), function)
                .isEqualTo(Values.shown(expected));
    }

    private static void keep(ComponentInstance app, String name, byte[] photo) {
        gives(BlobClause.WRITE_DATA, "ok", app, "keep", "album", name, photo);
    }

    @Test
    final void whatTheGuestWritesIsInTheStoreOfEachName() throws Exception {
        Backend photos = fresh();
        Backend backups = fresh();
        with(photos, backups, app -> {
            keep(app, "a", bytes("one"));
            keep(app, "b", bytes("two"));
            gives(BlobClause.ACROSS, "ok(3)", app, "backup", "album", "a");
        });
        TestedContainer kept = start(again(photos)).open("album");
        kept.expect(BlobClause.APART, "a", "one");
        kept.expect(BlobClause.APART, "b", "two");
        TestedContainer copies = start(again(backups)).open("album");
        copies.expect(BlobClause.ACROSS, "a", "one");
        copies.expectNothing(BlobClause.APART, "b");
    }

    @Test
    final void exchangedNamesAreExchangedStores() throws Exception {
        Backend left = fresh();
        Backend right = fresh();
        with(left, right, app -> keep(app, "a", bytes("left's")));
        with(again(right), again(left), app -> keep(app, "a", bytes("right's")));
        start(again(left)).open("album").expect(BlobClause.APART, "a", "left's");
        start(again(right)).open("album").expect(BlobClause.APART, "a", "right's");
    }

    @Test
    final void oneStoreServesBothNames() throws Exception {
        Backend store = fresh();
        with(store, store, app -> {
            keep(app, "a", bytes("one"));
            gives(BlobClause.COPY_OBJECT, "ok(3)", app, "backup", "album", "a");
            givesBytes(BlobClause.GET_DATA, bytes("one"), app, "fetch-backup", "album", "a");
        });
        start(again(store)).open("album").expect(BlobClause.WRITE_DATA, "a", "one");
    }

    @Test
    final void largeObjectsGoThroughTheGuest() throws Exception {
        Backend photos = fresh();
        Backend backups = fresh();
        byte[] large = random(atMost(2 * MEBIBYTE + 1), 1);
        with(photos, backups, app -> {
            keep(app, "large", large);
            keep(app, "empty", new byte[0]);
            gives(BlobClause.ACROSS, "ok(" + large.length + ")", app, "backup", "album", "large");
            gives(BlobClause.ACROSS, "ok(0)", app, "backup", "album", "empty");
            gives(BlobClause.OBJECT_INFO, "ok(" + large.length + ")", app, "size", "album", "large");
            givesBytes(BlobClause.GET_DATA, large, app, "fetch-backup", "album", "large");
            givesBytes(BlobClause.GET_DATA, new byte[0], app, "fetch-backup", "album", "empty");
        });
        start(again(photos)).open("album").expect(BlobClause.WRITE_DATA, "large", large);
        start(again(backups)).open("album").expect(BlobClause.ACROSS, "large", large);
    }

    @Test
    final void whatTheGuestGivesUpIsNotThere() throws Exception {
        Backend photos = fresh();
        with(photos, fresh(), app -> {
            gives(BlobClause.FINISH, "ok", app, "abandon", "album", "a", bytes("one"));
            gives(BlobClause.WHOLE, "ok([])", app, "names", "album");
            keep(app, "a", bytes("one"));
            gives(BlobClause.FINISH, "ok", app, "abandon", "album", "a", bytes("two"));
            givesBytes(BlobClause.UNHARMED, bytes("one"), app, "fetch", "album", "a", 0L, 99L);
        });
        start(again(photos)).open("album").expect(BlobClause.UNHARMED, "a", "one");
    }

    @Test
    final void theGuestReadsParts() throws Exception {
        with(fresh(), fresh(), app -> {
            keep(app, "a", bytes("0123456789"));
            givesBytes(BlobClause.GET_DATA, bytes("345"), app, "fetch", "album", "a", 3L, 5L);
            givesBytes(BlobClause.CLIPPED, bytes("89"), app, "fetch", "album", "a", 8L, -1L);
            givesBytes(BlobClause.CLIPPED, new byte[0], app, "fetch", "album", "a", 10L, 20L);
        });
    }

    @Test
    final void theGuestListsToTheEnd() throws Exception {
        Backend photos = fresh();
        List<String> names =
                IntStream.range(100, 140).mapToObj(i -> "photo" + i).toList();
        with(photos, fresh(), app -> {
            names.forEach(name -> keep(app, name, bytes("x")));
            Object listed = call(app, "names", "album");
            assertThat(listed)
                    .as(new BlobWhere(Use.NAMED).says(BlobClause.READ_NAMES))
                    .isInstanceOf(Result.Ok.class);
            assertThat((List<?>) ((Result.Ok<?, ?>) listed).value())
                    .as(new BlobWhere(Use.NAMED).says(BlobClause.READ_NAMES))
                    .map(String::valueOf)
                    .containsExactlyInAnyOrderElementsOf(names);
        });
    }

    @Test
    final void theGuestMovesAndRemoves() throws Exception {
        Backend photos = fresh();
        Backend backups = fresh();
        StartedBlobs copies = start(backups);
        copies.create("other").write("c", "the copy's");
        with(photos, again(backups), app -> {
            keep(app, "a", bytes("one"));
            assertThat(call(app, "rename", "album", "a", "other", "c"))
                    .as(new BlobWhere(Use.NAMED).says(BlobClause.DESTINATION))
                    .asString()
                    .startsWith("err(\"move-object: ");
            gives(BlobClause.MOVE_OBJECT, "ok", app, "rename", "album", "a", "album", "b");
            gives(BlobClause.MOVE_OBJECT, "ok([\"b\"])", app, "names", "album");
            gives(BlobClause.ACROSS, "ok(3)", app, "backup", "album", "b");
            gives(BlobClause.DELETE_OBJECT, "ok", app, "remove", "album", "b");
            gives(BlobClause.DELETE_OBJECT, "ok([])", app, "names", "album");
            givesBytes(BlobClause.APART, bytes("one"), app, "fetch-backup", "album", "b");
        });
        copies.open("other").expect(BlobClause.ACROSS, "c", "the copy's");
    }

    @Test
    final void theGuestIsToldWhatIsNotThere() throws Exception {
        with(fresh(), fresh(), app -> {
            assertThat(call(app, "names", "album")).asString().startsWith("err(\"photos: ");
            assertThat(call(app, "fetch-backup", "album", "a")).asString().startsWith("err(\"backups: ");
            keep(app, "a", bytes("one"));
            assertThat(call(app, "size", "album", "b")).asString().startsWith("err(\"object-info: ");
            assertThat(call(app, "fetch", "album", "b", 0L, 1L)).asString().startsWith("err(\"get-data: ");
            assertThat(call(app, "fetch", "album", "a", 2L, 1L)).asString().startsWith("err(\"get-data: ");
        });
    }

    @Test
    final void toFinishTooEarlyTrapsAndLeavesTheStoresAsTheyAre() throws Exception {
        Backend photos = fresh();
        with(photos, fresh(), app -> {
            keep(app, "a", bytes("one"));
            assertThatThrownBy(() -> call(app, "finish-early"))
                    .as(new BlobWhere(Use.NAMED).says(BlobClause.FINISH_TRAPS))
                    .isInstanceOf(TrapException.class);
        });
        start(again(photos)).open("album").expect(BlobClause.UNHARMED, "a", "one");
    }

    @Test
    final void aLaterDeploymentFindsWhatIsStored() throws Exception {
        Backend photos = fresh();
        with(photos, fresh(), app -> keep(app, "фото 😀/é", bytes("one")));
        with(again(photos), fresh(), app -> {
            givesBytes(BlobClause.SAME_STORE, bytes("one"), app, "fetch", "album", "фото 😀/é", 0L, 99L);
            gives(BlobClause.SAME_STORE, "ok([\"фото 😀/é\"])", app, "names", "album");
        });
    }
}
