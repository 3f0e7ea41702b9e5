package programs;

import demo.stores.v0_1_0.ProviderExports;
import dev.witloof.host.GuestResource;
import dev.witloof.host.TypeToken;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.TypedFunction;
import dev.witloof.link.Linker;
import dev.witloof.tests.bindings.Program;
import dev.witloof.tests.guests.Shown;
import dev.witloof.value.ResourceValue;
import dev.witloof.value.Result;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import wasi.keyvalue.v0_2_0_draft.Store;

/** Two stores of one guest: one interface in Java, and yet buckets of two types. */
public final class Stores implements Program {

    private static final TypeToken<String> TEXT = new TypeToken<>() {};

    private final StringBuilder said = new StringBuilder();

    public Stores() {}

    @Override
    public String run(Linker.Builder linker, Component component) throws Exception {
        byte[] v = "v".getBytes(StandardCharsets.UTF_8);
        Store hotStore;
        Store.Bucket left;
        try (ComponentInstance app = linker.build().plan(component).instantiate()) {
            ProviderExports exports = app.as(ProviderExports.class);
            hotStore = exports.hot();
            Store.Bucket hot = hotStore.open("a");
            Store.Bucket cold = exports.cold().open("a");
            step("types differ", () -> handle(hot).type() != handle(cold).type());
            step("live", exports::live);
            for (int i = 0; i < 5; i++) {
                String key = "k" + i;
                step("hot.set " + key, () -> set(hot, key, v));
            }
            for (int i = 0; i < 5; i++) {
                cold.set("c" + i, v);
            }
            step("hot keys", () -> hot.listKeys(Optional.empty()));
            step("cold keys", () -> cold.listKeys(Optional.empty()));
            step("cold keys 2", () -> cold.listKeys(Optional.of(2L)));
            step("cold keys 4", () -> cold.listKeys(Optional.of(4L)));
            step("big", () -> set(cold, "x", new byte[100]));
            step("nope", () -> exports.cold().open("nope"));
            step("hot.get cold key", () -> hot.get("c1"));
            step("cold.get", () -> cold.get("c1"));
            step("exists", () -> cold.exists("zz"));

            TypedFunction<Result<Boolean, Store.Error>> coldExists = app.instance("cold")
                    .function("[method]bucket.exists", new TypeToken<>() {}, new TypeToken<Store.Bucket>() {}, TEXT);
            step("cold.exists of cold", () -> coldExists.call(cold, "c1"));
            step("cold.exists of hot", () -> coldExists.call(hot, "k1"));
            step("the same, untyped", () -> app.instance("cold")
                    .function("[method]bucket.exists")
                    .call(handle(hot), "k1"));
            step("hot is as it was", () -> hot.exists("k1"));

            hot.close();
            step("live after drop", exports::live);
            hot.close();
            step("live after a second drop", exports::live);
            step("hot.exists after drop", () -> hot.exists("k1"));
            left = cold;
        }
        step("cold.exists after the end", () -> left.exists("c1"));
        step("hot.open after the end", () -> hotStore.open("b"));
        left.close();
        return said.toString();
    }

    private static ResourceValue handle(Store.Bucket bucket) {
        return ((GuestResource) bucket).witloofHandle();
    }

    private static Object set(Store.Bucket bucket, String key, byte[] value) throws Store.ErrorException {
        bucket.set(key, value);
        return null;
    }

    /** A call that may fail as WIT says that it may. */
    private interface Call {
        Object run() throws Store.ErrorException;
    }

    private void step(String what, Call call) {
        String outcome;
        try {
            outcome = "ok " + Shown.withBytes(call.run());
        } catch (Store.ErrorException e) {
            outcome = "err " + Shown.withBytes(e.error());
        } catch (IllegalArgumentException e) {
            outcome = "illegal argument: " + e.getMessage();
        } catch (IllegalStateException e) {
            outcome = "illegal state: " + e.getMessage();
        }
        said.append(what).append(" -> ").append(outcome).append('\n');
    }
}
