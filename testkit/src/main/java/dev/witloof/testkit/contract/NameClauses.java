package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the name of an import decides, which is the store behind it, and what it does not, which is all else. */
abstract class NameClauses extends KeyValueContract {

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

    private void sharesNothing(Service left, Service right) {
        left.main().set("key", "left's");
        right.main().expectNothing(Clause.APART, "key");
        right.main().set("key", "right's");
        left.main().expect(Clause.APART, "key", "left's");
        left.main().set("other", "left's");
        listed(right, Clause.APART, "key");
        right.main().delete("key");
        right.main().delete("other");
        left.main().expect(Clause.APART, "key", "left's");
        left.main().expect(Clause.APART, "other", "left's");
        listed(right, Clause.APART);
    }

    private void listed(Service service, Clause clause, String... keys) {
        TestedBucket bucket = service.main();
        if (can(Ability.LIST_KEYS)) {
            assertThat(bucket.keys()).as(service.where().says(clause)).containsExactlyInAnyOrder(keys);
        } else {
            service.where()
                    .refusedAsOther(Clause.LIST_KEYS, () -> bucket.plain().listKeys(Optional.empty()));
        }
    }

    @Test
    final void namedAndUnnamedUseHaveOneLayout() throws Exception {
        Backend store = fresh();
        Service named = start(store, Use.NAMED);
        Service unnamed = start(again(store), Use.UNNAMED);
        sees(named, unnamed);
        sees(unnamed, named);
    }

    @Test
    final void anotherNameHasTheSameLayout() throws Exception {
        Backend store = fresh();
        Service named = start(store, Use.NAMED);
        Service other = start(again(store), Use.NAMED_MAIN);
        sees(named, other);
        sees(other, named);
    }

    private void sees(Service writer, Service reader) {
        String from = writer.where().use().toString();
        for (String key : List.of("key", "a/b", "é", from)) {
            writer.main().set(key, from);
            writer.hot().set(key, "hot, " + from);
        }
        for (String key : List.of("key", "a/b", "é", from)) {
            reader.main().expect(Clause.ONE_LAYOUT, key, from);
            reader.hot().expect(Clause.ONE_LAYOUT, key, "hot, " + from);
        }
        listed(reader, Clause.ONE_LAYOUT, "key", "a/b", "é", from);
        reader.main().delete(from);
        writer.main().expectNothing(Clause.ONE_LAYOUT, from);
    }

    @Test
    final void whatOneNameStoredIsThereForAnotherAfterwards() throws Exception {
        Backend store = fresh();
        Service named = start(store, Use.NAMED);
        named.main().set("key", "value");
        close(named);
        Service unnamed = start(again(store), Use.UNNAMED);
        unnamed.main().expect(Clause.ONE_LAYOUT, "key", "value");
        close(unnamed);
        start(again(store), Use.NAMED_MAIN).main().expect(Clause.ONE_LAYOUT, "key", "value");
    }

    @Test
    final void aNameIsNoPartOfKeys() throws Exception {
        Backend store = fresh();
        Service named = start(store, Use.NAMED);
        named.main().set("key", "value");
        listed(named, Clause.ONE_LAYOUT, "key");
        for (String key :
                List.of("contract", "contract/key", "contract:key", "contract.key", "main", "main/key", "main:key")) {
            named.main().expectNothing(Clause.ONE_LAYOUT, key);
        }
    }

    @Test
    final void theNameOfAnImportIsNoBucket() throws Exception {
        Backend store = fresh();
        Service named = start(store, Use.NAMED_MAIN);
        named.hot().set("key", "hot's");
        named.main().expectNothing(Clause.ONE_LAYOUT, "key");
        start(again(store), Use.UNNAMED).hot().expect(Clause.ONE_LAYOUT, "key", "hot's");
    }

    @Test
    final void oneStartServesSeveralNames() throws Exception {
        Where where = new Where(draft(), Use.NAMED);
        String name = draft().nameOf("store");
        List<ImportRef> imports =
                List.of(Use.NAMED.importOf(name), Use.NAMED_MAIN.importOf(name), Use.UNNAMED.importOf(name));
        Backend.Started started = where.call(Clause.SAME_STORE, () -> fresh().start(imports));
        try {
            for (ImportRef each : imports) {
                openedBy(started, each).set("from " + each.name(), Values.bytes("value"));
            }
            for (ImportRef each : imports) {
                TestedBucket bucket = new TestedBucket(where, openedBy(started, each));
                for (ImportRef other : imports) {
                    bucket.expect(Clause.ONE_LAYOUT, "from " + other.name(), "value");
                }
            }
        } finally {
            started.close();
        }
    }

    private Draft.Bucket openedBy(Backend.Started started, ImportRef importRef) throws Exception {
        return draft().store(started.implementation(importRef)).open("main");
    }

    @Test
    final void whatIsPassedToOpenChoosesNoStore() throws Exception {
        Service named = start(fresh(), Use.NAMED);
        Service other = start(fresh(), Use.NAMED_MAIN);
        other.main().set("key", "other's");
        named.main().expectNothing(Clause.APART, "key");
        if (can(Ability.OPEN_ANY_BUCKET)) {
            named.open("contract").expectNothing(Clause.APART, "key");
            other.open("contract").expectNothing(Clause.APART, "key");
        }
    }

    @Test
    final void closingOneStoreLeavesTheOther() throws Exception {
        Service named = start(fresh(), Use.NAMED);
        Service other = start(fresh(), Use.NAMED_MAIN);
        TestedBucket bucket = other.main();
        bucket.set("key", "value");
        close(named);
        bucket.expect(Clause.APART, "key", "value");
        other.main().expect(Clause.APART, "key", "value");
    }

    @Test
    final void handlesOfTwoStoresAreUsedSideBySide() throws Exception {
        Service named = start(fresh(), Use.NAMED);
        Service other = start(fresh(), Use.UNNAMED);
        Together.run(4, thread -> {
            Service own = thread % 2 == 0 ? named : other;
            TestedBucket bucket = own.main();
            for (int i = 0; i < 50; i++) {
                bucket.set("key" + i % 5, own.where().use().toString());
                bucket.expect(Clause.APART, "key" + i % 5, own.where().use().toString());
            }
        });
    }
}
