package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.Values.bytes;
import static dev.witloof.testkit.contract.Values.random;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Backend;
import dev.witloof.link.Deployment;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What {@code wasi:keyvalue/store@0.2.0-draft} promises to a real component, a session service that has two imports of it:
 * {@code sessions} keeps the truth, in the bucket {@code main}, {@code cache} what was read lately, in the bucket {@code hot}.
 */
public abstract class GuestContract extends KeyValueContract {

    private static final String SERVICE = "demo:named/session-service@0.1.0";

    /** For the class that extends it. */
    protected GuestContract() {}

    @Override
    final Draft draft() {
        return new FirstDraft();
    }

    private static Component guest() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                GuestContract.class.getResourceAsStream("sessions.wasm"), "sessions.wasm: not in the testkit")) {
            return Component.load(in);
        }
    }

    private static LinkPlan plan(Backend sessions, Backend cache) throws IOException {
        Linker.Builder linker = Linker.builder();
        if (sessions == cache) {
            linker.bind("sessions", "cache").to(sessions);
        } else {
            linker.bind("sessions").to(sessions).bind("cache").to(cache);
        }
        return linker.build().plan(guest());
    }

    /** What a test does with the service. */
    private interface Calls {
        void make(ComponentInstance app) throws Exception;
    }

    private static void with(Backend sessions, Backend cache, Calls calls) throws Exception {
        try (Deployment deployment = plan(sessions, cache).start();
                ComponentInstance app = deployment.instantiate()) {
            calls.make(app);
        }
    }

    private static void gives(
            Clause clause, String expected, ComponentInstance app, String function, Object... arguments) {
        assertThat(String.valueOf(app.instance(SERVICE).function(function).call(arguments)))
                .as("%s, called by %s", new Where(new FirstDraft(), Use.NAMED).says(clause), function)
                .isEqualTo(expected);
    }

    private static void login(ComponentInstance app, String user, byte[] profile) {
        gives(Clause.SET, "ok", app, "login", user, profile);
    }

    @Test
    final void whatTheGuestStoresIsInTheStoreOfEachName() throws Exception {
        Backend sessions = fresh();
        Backend cache = fresh();
        with(sessions, cache, app -> login(app, "ada", bytes("profile")));
        start(again(sessions)).main().expect(Clause.APART, "ada", "profile");
        start(again(sessions)).hot().expectNothing(Clause.APART, "ada");
        start(again(cache)).hot().expect(Clause.APART, "ada", "profile");
        start(again(cache)).main().expectNothing(Clause.APART, "ada");
    }

    @Test
    final void exchangedNamesAreExchangedStores() throws Exception {
        Backend left = fresh();
        Backend right = fresh();
        with(left, right, app -> login(app, "ada", bytes("one")));
        with(again(right), again(left), app -> login(app, "ada", bytes("two")));
        start(again(left)).main().expect(Clause.APART, "ada", "one");
        start(again(left)).hot().expect(Clause.APART, "ada", "two");
        start(again(right)).main().expect(Clause.APART, "ada", "two");
        start(again(right)).hot().expect(Clause.APART, "ada", "one");
    }

    @Test
    final void oneStoreServesBothNames() throws Exception {
        Backend store = fresh();
        with(store, store, app -> {
            login(app, "ada", bytes("profile"));
            gives(Clause.DELETE, "ok(true)", app, "logout", "ada");
            login(app, "grace", bytes("profile"));
        });
        Service service = start(again(store));
        service.main().expectNothing(Clause.DELETE, "ada");
        service.hot().expectNothing(Clause.DELETE, "ada");
        service.main().expect(Clause.SET, "grace", "profile");
        service.hot().expect(Clause.SET, "grace", "profile");
    }

    @Test
    final void theGuestReadsWhatJavaStored() throws Exception {
        Backend sessions = fresh();
        Service java = start(sessions);
        java.main().set("ada", "x");
        with(again(sessions), fresh(), app -> {
            gives(Clause.GET, hit("store"), app, "lookup", "ada");
            gives(Clause.GET, hit("cache"), app, "lookup", "ada");
            gives(Clause.GET, "ok(none)", app, "lookup", "grace");
        });
    }

    private static String hit(String origin) {
        return "ok(some({value: [120], origin: " + origin + "}))";
    }

    @Test
    final void theGuestMissesWhatIsDeletedMeanwhile() throws Exception {
        Backend sessions = fresh();
        Backend cache = fresh();
        with(sessions, cache, app -> {
            login(app, "ada", bytes("x"));
            Service java = start(again(cache));
            java.hot().delete("ada");
            gives(Clause.GET, hit("store"), app, "lookup", "ada");
            java.hot().expect(Clause.READ_YOUR_WRITES, "ada", "x");
            gives(Clause.GET, hit("cache"), app, "lookup", "ada");
        });
    }

    @Test
    final void theGuestDeletes() throws Exception {
        Backend sessions = fresh();
        Backend cache = fresh();
        with(sessions, cache, app -> {
            gives(Clause.EXISTS, "ok(false)", app, "logout", "ada");
            login(app, "ada", bytes("profile"));
            gives(Clause.EXISTS, "ok(true)", app, "logout", "ada");
            gives(Clause.EXISTS, "ok(false)", app, "logout", "ada");
        });
        start(again(sessions)).main().expectNothing(Clause.DELETE, "ada");
        start(again(cache)).hot().expectNothing(Clause.DELETE, "ada");
    }

    @Test
    final void theGuestListsToTheEnd() throws Exception {
        Backend sessions = fresh();
        Service java = start(sessions);
        // The service lists 64 users at most.
        for (int i = 10; i < 70; i++) {
            java.main().set("user" + i, "x");
        }
        with(again(sessions), fresh(), app -> {
            String users =
                    String.valueOf(app.instance(SERVICE).function("users").call());
            if (can(Ability.LIST_KEYS)) {
                assertThat(users).as(java.where().says(Clause.CURSOR)).startsWith("ok([\"user");
                assertThat(users.substring(3).split("[^a-z0-9]+"))
                        .as(java.where().says(Clause.CURSOR))
                        .contains(IntStream.range(10, 70)
                                .mapToObj(i -> "user" + i)
                                .toArray(String[]::new));
            } else {
                assertThat(users).as(java.where().says(Clause.OTHER)).startsWith("err(\"sessions.list-keys: ");
            }
        });
    }

    @Test
    final void theGuestsKeysAndValuesArriveAsTheyAre() throws Exception {
        Backend sessions = fresh();
        byte[] large = random((int) Math.min(40_000, abilities().maximumValueBytes()), 5);
        with(sessions, fresh(), app -> {
            login(app, "ключ 鍵 😀/é", large);
            login(app, "empty", new byte[0]);
        });
        Service java = start(again(sessions));
        java.main().expect(Clause.SET, "ключ 鍵 😀/é", large);
        java.main().expect(Clause.SET, "empty", new byte[0]);
    }

    @Test
    final void aLaterDeploymentFindsWhatIsStored() throws Exception {
        Backend sessions = fresh();
        Backend cache = fresh();
        with(sessions, cache, app -> login(app, "ada", bytes("x")));
        with(again(sessions), fresh(), app -> gives(Clause.SAME_STORE, hit("store"), app, "lookup", "ada"));
        with(again(sessions), again(cache), app -> gives(Clause.SAME_STORE, hit("cache"), app, "lookup", "ada"));
    }

    @Test
    final void twoInstancesShareTheStores() throws Exception {
        try (Deployment deployment = plan(fresh(), fresh()).start();
                ComponentInstance one = deployment.instantiate();
                ComponentInstance two = deployment.instantiate()) {
            login(one, "ada", bytes("x"));
            gives(Clause.SAME_STORE, hit("cache"), two, "lookup", "ada");
            gives(Clause.SAME_STORE, "ok(true)", two, "logout", "ada");
            gives(Clause.SAME_STORE, "ok(none)", one, "lookup", "ada");
        }
    }
}
