package dev.witloof.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Backend;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.name.ImportRef;
import dev.witloof.value.Wave;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which adapters serve, and backends that are Java interfaces. */
class AdapterKindTest {

    private static Store hot(AdapterKind kind) {
        return Linker.builder()
                .adapters(kind)
                .build()
                .plan(SessionsTest.guest("c-stores/stores.wasm"))
                .instantiate()
                .export("hot", Store.class);
    }

    @Test
    void eachWayIsTaken() throws Exception {
        Store hidden = hot(AdapterKind.HIDDEN_CLASSES);
        assertThat(hidden.getClass().isHidden()).isTrue();
        assertThat(hidden.open("h").getClass().isHidden()).isTrue();
        assertThat(hidden).hasToString("Store of a guest");
        Store written = hot(AdapterKind.WRITTEN);
        assertThat(written).isInstanceOf(StoreAdapters.Exported.class);
        assertThat(written.open("h").getClass().getEnclosingClass()).isEqualTo(Store_BucketAdapters.class);
        Store proxy = hot(AdapterKind.PROXY);
        assertThat(Proxy.isProxyClass(proxy.getClass())).isTrue();
        assertThat(Proxy.isProxyClass(proxy.open("h").getClass())).isTrue();
        assertThat(proxy).hasToString("Store of a guest").isEqualTo(proxy).isNotEqualTo(hidden);
    }

    @Test
    void adaptersAreMadeOnceForAComponent() {
        LinkPlan plan = Linker.builder().build().plan(SessionsTest.guest("c-stores/stores.wasm"));
        try (ComponentInstance one = plan.instantiate();
                ComponentInstance other = plan.instantiate()) {
            assertThat(one.export("hot", Store.class).getClass())
                    .isSameAs(other.export("hot", Store.class).getClass());
        }
    }

    /** An interface that asks for more than there is. */
    public interface Much {

        int open(String identifier);

        void shut();
    }

    @Test
    void anExportThatDiffersIsRefusedWithAllDifferences() {
        try (ComponentInstance app = Linker.builder()
                .build()
                .plan(SessionsTest.guest("c-stores/stores.wasm"))
                .instantiate()) {
            assertThatThrownBy(() -> app.export("hot", Much.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("""
                            component, export "hot" cannot be dev.witloof.host.AdapterKindTest$Much: 3 differences
                              open, at the result's ok case
                                the component gives   bucket
                                Java takes            s32
                                declared as           int AdapterKindTest.Much.open(String)
                              open, at the result's error case
                                the component gives   error
                                Java takes            no checked exception with error(): declare that it throws ErrorException
                                declared as           int AdapterKindTest.Much.open(String)
                              shut
                                the component gives   no such function
                                Java takes            a method that needs one
                                declared as           void AdapterKindTest.Much.shut()""");
        }
    }

    /** Stands for an interface of a later version. */
    @WitInterface("wasi:keyvalue/store@0.3.0")
    public interface Later {}

    @Test
    void anExportThatIsAnotherInterfaceIsRefused() {
        try (ComponentInstance app = Linker.builder()
                .build()
                .plan(SessionsTest.guest("c-stores/stores.wasm"))
                .instantiate()) {
            assertThatThrownBy(() -> app.export("hot", Later.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("component, export \"hot\" cannot be dev.witloof.host.AdapterKindTest$Later: expected"
                            + " wasi:keyvalue/store@0.3.0, for which that stands, found"
                            + " wasi:keyvalue/store@0.2.0-draft");
        }
    }

    /** A backend that is a Java interface and writes down what it is asked. */
    private record Served(List<String> log) implements Backend {

        @Override
        public String description() {
            return "maps";
        }

        @Override
        public List<Class<?>> serves() {
            return List.of(Store.class);
        }

        @Override
        public Started start(List<ImportRef> imports) {
            return ref -> new MapStore(ref.name(), log);
        }
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void aBackendMayBeAJavaInterfaceAndStandBehindInterceptors(AdapterKind kind) throws Exception {
        List<String> log = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        Backend backend = new Served(log).around((call, args, next) -> {
            Object result = next.call(call, args);
            String text = Arrays.stream(args)
                    .map(each -> each instanceof Store.Bucket ? "bucket" : Wave.print(each))
                    .collect(Collectors.joining(", "));
            seen.add(call.function() + "(" + text + ")" + (result == null ? "" : " " + kindOf(result)));
            return result;
        });
        LinkPlan plan = Linker.builder()
                .adapters(kind)
                .bind("sessions")
                .to(new Served(log))
                .bind("cache")
                .to(backend)
                .build()
                .plan(SessionsTest.guest("c-sessions/sessions.wasm"));
        assertThat(plan.bindings().get(1).boundTo()).isEqualTo("maps");
        try (ComponentInstance app = plan.instantiate()) {
            SessionService service = app.export(SessionsTest.SERVICE, SessionService.class);
            service.login("ada", new byte[] {1});
            assertThat(service.lookup("ada").orElseThrow().origin()).isEqualTo(SessionService.Origin.CACHE);
        }
        assertThat(log).contains("cache.set ada", "sessions.set ada");
        assertThat(seen)
                .containsExactly(
                        "open(\"hot\") Ok",
                        "[method]bucket.set(bucket, \"ada\", [1]) ok",
                        "[resource-drop]bucket(bucket)",
                        "open(\"hot\") Ok",
                        "[method]bucket.get(bucket, \"ada\") ok(some([1]))",
                        "[resource-drop]bucket(bucket)");
    }

    private static String kindOf(Object result) {
        String text = result.toString();
        return text.startsWith("ok(<") ? result.getClass().getSimpleName() : text;
    }
}
