package dev.witloof.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every real component is valid, and shows the imports and exports that its toolchain gave it. */
class GuestsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "as-sessions/sessions.wasm | 2 | 1",
                "bench-micro/micro.wasm | 2 | 6",
                "c-http/http.wasm | 5 | 1",
                "c-outs/outs.wasm | 5 | 1",
                "c-plain/plain.wasm | 2 | 2",
                "c-sessions/sessions.wasm | 2 | 1",
                "c-stores/stores.wasm | 0 | 3",
                "c-utf16/text-utf16.wasm | 2 | 2",
                "c-wasi/hello-c.p1c.wasm | 16 | 1",
                "c-wasi/hello-c.p2.wasm | 17 | 1",
                "c-wasi/hello-cc.p1c.wasm | 15 | 1",
                "c-wasi/hello-cc.p2.wasm | 15 | 1",
                "dummies/d2.wasm | 2 | 2",
                "dummies/dummy.wasm | 2 | 1",
                "js-sessions/sessions.wasm | 2 | 2",
                "rust-bindgen/sessions.wasm | 2 | 1",
                "rust-sessions/sessions.wasm32-unknown-unknown.wasm | 2 | 1",
                "rust-sessions/sessions.wasm32-wasip1.wasm | 12 | 1",
                "rust-sessions/sessions.wasm32-wasip2.wasm | 16 | 1",
                "rust-wasi/hello.p2.wasm | 18 | 1",
                "rust-wasi/min.p2.wasm | 17 | 1",
                "wat-mirror/mirror.wasm | 2 | 2",
                "wat-nested/nested.wasm | 2 | 2",
                "wat-sample/shop.wasm | 4 | 2",
                "wat-shop/shop.wasm | 4 | 2",
            })
    void isValid(String guest, int imports, int exports) throws Exception {
        Component component = MicroTest.load(guest);
        assertThat(component.unsupported()).isEmpty();
        assertThat(component.imports())
                .as(component.imports().stream().map(Object::toString).collect(Collectors.joining("\n")))
                .hasSize(imports);
        assertThat(component.exports()).hasSize(exports);
        assertThat(component.type().imports()).hasSize(imports);
        component.prepare();
    }
}
