package dev.witloof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.configuration.Configuration;
import dev.witloof.error.TrapException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.keyvalue.InMemoryKeyValue;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.keyvalue.v0_2_0_draft.Store;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShopTest {

    private final InMemoryKeyValue sessions =
            InMemoryKeyValue.builder().pageSize(2).build();
    private final List<Object> audit = new ArrayList<>();

    private static InputStream wasm() {
        return Objects.requireNonNull(ShopTest.class.getResourceAsStream("/guests/wat-shop/shop.wasm"));
    }

    private LinkPlan plan(Store cache, Map<String, String> settings) throws IOException {
        return Linker.builder()
                .bind("sessions")
                .to(sessions)
                .bind("cache")
                .to(Store.class, cache)
                .bind("audit")
                .toFunctions(f -> f.function("record", (call, args) -> {
                    audit.add(args[0]);
                    return null;
                }))
                .bindInterface("wasi:config/store@0.2.0-rc.1")
                .to(Configuration.of(settings))
                .build()
                .plan(Component.load(wasm()));
    }

    @Test
    void printsWhatTheReadmeSays() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Shop.run(wasm(), new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("""
                audit: checkout cart-42
                Thank you for cart-42
                Thank you for cart-42
                pending: 1
                """);
    }

    @Test
    void theImportsAreThoseOfTheWorld() throws IOException {
        assertThat(Component.load(wasm()).imports())
                .extracting(need -> need.name() + " | " + need.implementsName().orElse(null) + " | "
                        + need.externalId().orElse("-"))
                .containsExactly(
                        "sessions | wasi:keyvalue/store@0.2.0-draft | session-db:eu-west-1",
                        "cache | wasi:keyvalue/store@0.2.0-draft | -",
                        "audit | null | -",
                        "wasi:config/store@0.2.0-rc.1 | null | -");
    }

    @Test
    void keepsCartsInOneStoreAndReceiptsInTheOther() throws Exception {
        Receipts cache = new Receipts();
        try (ComponentInstance app = plan(cache, Map.of()).instantiate()) {
            for (int i = 0; i < 5; i++) {
                assertThat(app.function("checkout", String.class, String.class).call("cart-" + i))
                        .isEqualTo("receipt for cart-" + i);
            }
            assertThat(app.export("admin", Desk.class).pending()).isEqualTo(5);
        }
        assertThat(sessions.bucketNames()).containsExactly("main");
        assertThat(sessions.bucket("main").keys()).containsExactly("cart-0", "cart-1", "cart-2", "cart-3", "cart-4");
        assertThat(cache.open("hot").get("cart-3")).contains("receipt for cart-3".getBytes(StandardCharsets.UTF_8));
        assertThat(audit)
                .containsExactly(
                        "checkout cart-0", "checkout cart-1", "checkout cart-2", "checkout cart-3", "checkout cart-4");
    }

    @Test
    void aStoreThatRefusesEndsTheCall() throws IOException {
        try (ComponentInstance app =
                plan(KeyValue.bounded().maximumBytes(1).build(), Map.of()).instantiate()) {
            assertThatThrownBy(() -> app.function("checkout").call("cart")).isInstanceOf(TrapException.class);
        }
    }
}
