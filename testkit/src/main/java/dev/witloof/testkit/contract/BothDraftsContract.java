package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Backend;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store promises that serves all of both drafts: that they are two views of the same keys. */
public abstract class BothDraftsContract extends KeyValueContract {

    private static final List<String> ALL = List.of("store", "atomics", "batch");

    /** For the class that extends it. */
    protected BothDraftsContract() {}

    @Override
    final Draft draft() {
        return new SecondDraft();
    }

    private Service first(Backend store) {
        return start(store, new FirstDraft(), Use.UNNAMED, ALL);
    }

    private Service second(Backend store) {
        return start(store, new SecondDraft(), Use.UNNAMED, ALL);
    }

    private static void sees(Service writer, Service reader) {
        String from = writer.where().draft().version();
        for (String key : List.of("key", "a/b", "é", "😀", from)) {
            writer.main().set(key, from);
            reader.main().expect(Clause.ONE_LAYOUT, key, from);
            reader.hot().expectNothing(Clause.ONE_LAYOUT, key);
        }
        writer.main().delete("key");
        reader.main().expectNothing(Clause.ONE_LAYOUT, "key");
    }

    @Test
    final void eachDraftSeesTheOthersKeys() throws Exception {
        Backend store = fresh();
        Service first = first(store);
        Service second = second(again(store));
        sees(first, second);
        sees(second, first);
    }

    @Test
    final void bothDraftsListTheSame() throws Exception {
        Backend store = fresh();
        Service first = first(store);
        Service second = second(again(store));
        first.main().set("a", "1");
        second.main().set("b", "2");
        for (Service each : List.of(first, second)) {
            if (can(Ability.LIST_KEYS)) {
                assertThat(each.main().keys())
                        .as(each.where().says(Clause.ONE_LAYOUT))
                        .containsExactlyInAnyOrder("a", "b");
            } else {
                each.where()
                        .refusedAsOther(
                                Clause.LIST_KEYS, () -> each.main().plain().listKeys(Optional.empty()));
            }
        }
    }

    @Test
    final void bothDraftsCountTogether() throws Exception {
        Backend store = fresh();
        Service first = first(store);
        Service second = second(again(store));
        for (Service each : List.of(first, second)) {
            if (!can(Ability.INCREMENT)) {
                each.where()
                        .refusedAsOther(
                                Clause.INCREMENT,
                                () -> each.atomics().increment(each.main().handle(), "n", 1));
            }
        }
        if (can(Ability.INCREMENT)) {
            counts(first, 1, 1);
            counts(second, 2, 3);
            counts(first, 40, 43);
            counts(second, -43, 0);
            counts(first, 5, 5);
            first.main().expect(Clause.COUNTERS, "n", "5");
            second.main().expect(Clause.COUNTERS, "n", "5");
        }
    }

    private static void counts(Service service, long delta, long sum) {
        assertThat(CounterClauses.increment(service, service.main(), "n", delta))
                .as(service.where().says(Clause.COUNTERS))
                .isEqualTo(sum);
    }

    @Test
    final void aNegativeCounterIsNoNumberWithoutASign() throws Exception {
        Backend store = fresh();
        Service first = first(store);
        first.main().set("n", "-5");
        first.where()
                .refusedAsOther(
                        Clause.INCREMENT,
                        () -> first.atomics().increment(first.main().handle(), "n", 1));
        first.main().expect(Clause.UNHARMED, "n", "-5");
    }

    @Test
    final void batchesOfOneDraftAreSeenByTheOther() throws Exception {
        Backend store = fresh();
        Service first = first(store);
        Service second = second(again(store));
        List<Draft.Entry> entries =
                List.of(new Draft.Entry("a", Values.bytes("1")), new Draft.Entry("b", Values.bytes("2")));
        first.where()
                .run(Clause.SET_MANY, () -> first.batch().setMany(first.main().handle(), entries));
        second.main().expect(Clause.ONE_LAYOUT, "a", "1");
        second.where()
                .run(
                        Clause.DELETE_MANY,
                        () -> second.batch().deleteMany(second.main().handle(), List.of("a")));
        first.main().expectNothing(Clause.ONE_LAYOUT, "a");
        first.main().expect(Clause.ONE_LAYOUT, "b", "2");
    }
}
