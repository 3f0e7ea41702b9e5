package dev.witloof.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.core.CoreFunction;
import dev.witloof.core.CoreInstance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A named import costs what an unnamed one costs: the same prepared classes carry the calls of both. */
class CarriersTest {

    @Test
    void namedAndUnnamedImportsAreCarriedByTheSameClasses() throws IOException {
        Component micro = MicroTest.load("bench-micro/micro.wasm");
        List<List<String>> carriers = new ArrayList<>();
        Map<String, ImportValue> imports = new HashMap<>();
        HostFunction get = (call, args) -> {
            carriers.add(StackWalker.getInstance()
                    .walk(frames -> frames.skip(1)
                            .map(StackWalker.StackFrame::getClassName)
                            .takeWhile(name -> !name.contains("guest.Module_"))
                            .toList()));
            return Optional.empty();
        };
        micro.imports()
                .forEach(need ->
                        imports.put(need.name(), new ImportValue.Instance(Map.of("get", get), Map.of(), "a test")));
        try (ComponentInstance app = new Store().instantiate(micro, imports)) {
            app.function("named-gets").call(1L);
            app.function("plain-gets").call(1L);
        }
        assertThat(carriers).hasSize(2);
        assertThat(carriers.get(0))
                .startsWith(HostFunctionInstance.class.getName(), LoweredFunction.class.getName())
                .isEqualTo(carriers.get(1));
        assertThat(carriers.get(0)).noneMatch(name -> name.equals(CoreInstance.class.getName()));
        assertThat(carriers.get(0)).anyMatch(name -> name.equals(CoreFunction.class.getName()));
    }
}
