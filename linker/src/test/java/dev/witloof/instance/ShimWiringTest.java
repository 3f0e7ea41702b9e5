package dev.witloof.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.error.TrapException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.validation.Step;
import dev.witloof.validation.ValidComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shims and fixups that are wired away make no difference but in time. */
class ShimWiringTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "as-sessions/sessions.wasm | 2 | true",
                "bench-micro/micro.wasm | 0 | true",
                "c-http/http.wasm | 2 | true",
                "c-outs/outs.wasm | 2 | true",
                "c-plain/plain.wasm | 2 | true",
                "c-sessions/sessions.wasm | 2 | true",
                "c-stores/stores.wasm | 2 | false",
                "c-utf16/text-utf16.wasm | 2 | true",
                "c-wasi/hello-c.p1c.wasm | 2 | true",
                "c-wasi/hello-c.p2.wasm | 2 | true",
                "c-wasi/hello-cc.p1c.wasm | 2 | true",
                "c-wasi/hello-cc.p2.wasm | 2 | true",
                "dummies/d2.wasm | 0 | false",
                "dummies/dummy.wasm | 0 | false",
                "js-sessions/sessions.wasm | 0 | true",
                "rust-bindgen/sessions.wasm | 2 | true",
                "rust-sessions/sessions.wasm32-unknown-unknown.wasm | 2 | true",
                "rust-sessions/sessions.wasm32-wasip1.wasm | 2 | true",
                "rust-sessions/sessions.wasm32-wasip2.wasm | 2 | true",
                "rust-wasi/hello.p2.wasm | 2 | true",
                "rust-wasi/min.p2.wasm | 2 | true",
                "wat-mirror/mirror.wasm | 0 | true",
                "wat-nested/nested.wasm | 2 | true",
                "wat-sample/shop.wasm | 0 | true",
                "wat-shop/shop.wasm | 0 | true",
            })
    void guestsDoTheSameBothWays(String guest, int wiredSteps, boolean callsImports) throws Exception {
        Component component = MicroTest.load(guest);
        assertThat(wiredSteps(component.prepared().component())).isEqualTo(wiredSteps);
        List<List<String>> wired = runs(component);
        component.prepareAsWritten();
        List<List<String>> written = runs(component);
        assertThat(wired).isEqualTo(written);
        assertThat(written)
                .allSatisfy(log -> assertThat(AnyHost.importCalls(log) > 0).isEqualTo(callsImports));
    }

    /** In the component and those nested in it. */
    private static int wiredSteps(ValidComponent component) {
        int nested = component.steps().stream()
                .filter(Step.DefineComponent.class::isInstance)
                .mapToInt(step -> wiredSteps(((Step.DefineComponent) step).component()))
                .sum();
        return nested + ShimWiring.of(component.steps()).size();
    }

    /** What happens when a component of ours is instantiated and runs; lengths of the text are given to the host. */
    private static List<String> own(Component component) {
        List<String> log = new ArrayList<>();
        HostFunction host = (call, args) -> {
            log.add("log " + args[0]);
            return null;
        };
        try (ComponentInstance instance =
                new Store().instantiate(component, Map.of("log", new ImportValue.Function(host, "a log")))) {
            instance.function("run").call(4L);
            instance.function("run").call(5L);
        } catch (TrapException | UninstantiableException e) {
            log.add(e.getMessage().lines().findFirst().orElseThrow());
        }
        return log;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exact | 2 | log hell, log hello",
                "direct | 2 | log hell, log hello",
                "early | 2 | core module 1: expected segments that fit and a start function that returns, found a trap: uninitialized element 0",
                "more-instruction | 0 | log hell, log hello",
                "more-local | 0 | log hell, log hello",
                "more-memory | 0 | log hell, log hello",
                "more-code | 0 | log hel, log hell",
                "other-slot | 0 | log hell, log hello",
                "tail-call | 0 | log hell, log hello",
                "two-names | 0 | log hell, log hello",
                "two-users | 0 | export run: uninitialized element 0",
                "user-in-group | 0 | log hell, log ello, log hello, log ello!",
                "fixup-offset | 0 | log hell, log hello",
                "fixup-start | 0 | log he, log hell, log hello",
                "fixup-segments | 0 | log hell, log hello",
                "fixup-short | 0 | export run: uninitialized element 0",
                "fixup-type | 0 | export run: indirect call type mismatch",
                "no-fixup | 0 | export run: uninitialized element 0",
            })
    void onlyExactPairsAreWired(String name, int wiredSteps, String expected) {
        Component component = Components.load("shims/" + name);
        assertThat(ShimWiring.of(component.prepared().component().steps())).hasSize(wiredSteps);
        List<String> wired = own(component);
        assertThat(String.join(", ", wired)).isEqualTo(expected);
        component.prepareAsWritten();
        assertThat(own(component)).isEqualTo(wired);
    }

    private static List<List<String>> runs(Component component) {
        return LongStream.rangeClosed(1, 3)
                .mapToObj(seed -> AnyHost.run(component, seed))
                .toList();
    }
}
