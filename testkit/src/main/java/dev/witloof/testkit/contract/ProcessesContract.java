package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Backend;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a store promises that several processes have open at once: they see the same, and no change of one key is lost, whichever
 * draft it is made by. Each test starts virtual machines of their own, with the class path of this one.
 */
public abstract class ProcessesContract extends KeyValueContract {

    private static final int PROCESSES = 4;
    private static final int TIMES = 50;
    private static final int SEVERAL_PAGES = 1_200;

    /** For the class that extends it. */
    protected ProcessesContract() {}

    /**
     * How another process opens the same store.
     *
     * @param store what {@link #fresh()} gave
     */
    protected abstract Elsewhere elsewhere(Backend store);

    @Override
    final Draft draft() {
        return new SecondDraft();
    }

    @Override
    final List<String> interfaces() {
        return List.of("store", "atomics");
    }

    /** Runs a task in one process for each argument, together. */
    private List<String> run(Backend store, List<ChildMain.Task> tasks, String argument)
            throws IOException, InterruptedException {
        List<Child> children = new ArrayList<>();
        try {
            for (ChildMain.Task task : tasks) {
                children.add(Child.start(elsewhere(store), task, argument));
            }
            return Child.run(children);
        } finally {
            children.forEach(Child::close);
        }
    }

    private void countsTo(Service service, List<String> sums) {
        String all = String.valueOf(PROCESSES * TIMES);
        assertThat(String.valueOf(sums.stream().distinct().count()))
                .as(
                        "%s, the different sums that %d processes were given",
                        service.where().says(Clause.ATOMIC), PROCESSES)
                .isEqualTo(all);
        service.main().expect(Clause.COUNTERS, "n", all);
    }

    @Test
    final void noIncrementOfSeveralProcessesIsLost() throws Exception {
        Backend store = fresh();
        Service service = start(store);
        TestedBucket bucket = service.main();
        if (can(Ability.INCREMENT)) {
            ChildMain.Task first = ChildMain.Task.INCREMENT_UNSIGNED;
            ChildMain.Task second = ChildMain.Task.INCREMENT_SIGNED;
            countsTo(service, run(store, List.of(first, second, first, second), String.valueOf(TIMES)));
        } else {
            service.where()
                    .refusedAsOther(Clause.INCREMENT, () -> service.atomics().increment(bucket.handle(), "n", 1));
        }
    }

    @Test
    final void noSwapOfSeveralProcessesIsLost() throws Exception {
        Backend store = fresh();
        Service service = start(store);
        if (can(Ability.COMPARE_AND_SWAP)) {
            ChildMain.Task swap = ChildMain.Task.SWAP;
            countsTo(service, run(store, List.of(swap, swap, swap, swap), String.valueOf(TIMES)));
        } else {
            Draft2CasContract.refused(service, service.main());
        }
    }

    @Test
    final void whatAnotherProcessSetIsThere() throws Exception {
        Backend store = fresh();
        Service service = start(store);
        service.main().set("here", "here");
        run(store, List.of(ChildMain.Task.SET), "there");
        service.main().expect(Clause.SAME_STORE, "there", "there");
        service.main().expect(Clause.SAME_STORE, "here", "here");
        service.hot().expectNothing(Clause.SAME_STORE, "there");
    }

    @Test
    final void aCursorIsGoodInAnotherProcess() throws Exception {
        Backend store = fresh();
        Service service = start(store);
        TestedBucket bucket = service.main();
        if (!can(Ability.LIST_KEYS)) {
            service.where()
                    .refusedAsOther(Clause.LIST_KEYS, () -> bucket.plain().listKeys(Optional.empty()));
            return;
        }
        List<String> keys = ListingClauses.numbered("key", SEVERAL_PAGES);
        keys.forEach(key -> bucket.set(key, "v"));
        Draft.Page first = bucket.page(Optional.empty());
        List<String> listed = new ArrayList<>(first.keys());
        if (first.cursor().isPresent()) {
            listed.addAll(run(
                    store, List.of(ChildMain.Task.LIST), first.cursor().get().toString()));
        }
        bucket.expectListed(Clause.CURSOR, listed, keys, can(Ability.LIST_KEYS_ONCE));
    }
}
