package dev.witloof.examples.shop;

import dev.witloof.configuration.Configuration;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.TypedFunction;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.keyvalue.v0_2_0_draft.Store;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * A shop whose carts are kept in one key-value store and whose receipts in another, told apart by name; it tells somebody what
 * happens, and asks how to greet. The README shows what stands between its marks.
 */
public final class Shop {

    private Shop() {}

    /** Runs the example; takes no arguments. */
    public static void main(String[] args) throws IOException {
        try (InputStream wasm = Shop.class.getResourceAsStream("/guests/wat-shop/shop.wasm")) {
            if (wasm == null) {
                throw new IOException("guests/wat-shop/shop.wasm: expected on the class path, found nothing");
            }
            run(wasm, System.out);
        }
    }

    static void run(InputStream wasm, PrintStream out) throws IOException {
        // README
        Component shop = Component.load(wasm);
        Linker linker = Linker.builder()
                .bind("sessions")
                .to(KeyValue.inMemory()) // a backend of a library
                .bind("cache")
                .to(Store.class, new Receipts()) // a class that implements an interface made from WIT
                .bind("audit")
                .toFunctions(f -> f.function("record", (call, args) -> { // untyped values
                    out.println("audit: " + args[0]);
                    return null;
                }))
                .bindInterface("wasi:config/store@0.2.0-rc.1") // unnamed imports only
                .to(Configuration.of(Map.of("greeting", "Thank you for")))
                .build();

        LinkPlan plan = linker.plan(shop); // every import is checked here, and nothing opened yet
        try (ComponentInstance app = plan.instantiate()) {
            TypedFunction<String> checkout = app.function("checkout", String.class, String.class); // result, parameters
            out.println(checkout.call("cart-42")); // audit: checkout cart-42, then: Thank you for cart-42
            out.println(checkout.call("cart-42")); // the same receipt, out of the cache

            Desk admin = app.export("admin", Desk.class); // an interface of your own
            out.println("pending: " + admin.pending());
        }
        // README
    }
}
