package dev.witloof.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.name.ImportRef;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The benchmark's component: strings, bytes and lists in both directions, named and unnamed imports side by side. */
class MicroTest {

    static Component load(String guest) throws IOException {
        try (InputStream in = MicroTest.class.getResourceAsStream("/guests/" + guest)) {
            return Component.load(in);
        }
    }

    private static ComponentInstance micro() throws IOException {
        Component micro = load("bench-micro/micro.wasm");
        Map<String, ImportValue> imports = new HashMap<>();
        for (ImportRef need : micro.imports()) {
            HostFunction get = (call, args) -> {
                byte[] value = new byte[need.isNamed() ? 3 : 5];
                return args[0].equals("session:0123456789ab") ? Optional.of(value) : Optional.empty();
            };
            imports.put(need.name(), new ImportValue.Instance(Map.of("get", get), Map.of(), "a test"));
        }
        return new Store().instantiate(micro, imports);
    }

    @Test
    void callsBothWays() throws Throwable {
        try (ComponentInstance app = micro()) {
            assertThat(app.function("add").call(2L, 3L)).isEqualTo(5L);
            assertThat(app.function("add").call(0xFFFF_FFFFL, 1L)).isEqualTo(0L);
            assertThat((long) app.function("add")
                            .handle(MethodType.methodType(long.class, long.class, long.class))
                            .invokeExact(4L, 5L))
                    .isEqualTo(9L);
            assertThat((int) app.function("add")
                            .handle(MethodType.methodType(int.class, int.class, int.class))
                            .invokeExact(-1, 5))
                    .isEqualTo(4);
            assertThat(app.function("concat", String.class, String.class, String.class, String.class)
                            .call("a", "é😀", ""))
                    .isEqualTo("aé😀");
            assertThat(app.function("echo", byte[].class, byte[].class).call((Object) new byte[] {1, 2, 3}))
                    .containsExactly(1, 2, 3);
            assertThat(app.function("named-gets").call(4L)).isEqualTo(12L);
            assertThat(app.function("plain-gets").call(4L)).isEqualTo(20L);
        }
    }

    @Test
    void takesABufferWhereTheHandleNamesOne() throws Throwable {
        try (ComponentInstance app = micro()) {
            byte[] echoed = (byte[]) app.function("echo")
                    .handle(MethodType.methodType(byte[].class, ByteBuffer.class))
                    .invokeExact(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}, 1, 2));
            assertThat(echoed).containsExactly(2, 3);
        }
    }

    @Test
    void listsItsImports() throws IOException {
        assertThat(load("bench-micro/micro.wasm").imports())
                .extracting(Object::toString)
                .isEqualTo(List.of(
                        "import \"sessions\", implements bench:micro/kv@0.1.0", "import \"bench:micro/kv@0.1.0\""));
    }
}
