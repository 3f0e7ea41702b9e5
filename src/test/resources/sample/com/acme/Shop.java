package com.acme;

import dev.witloof.configuration.Configuration;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Backend;
import dev.witloof.link.Deployment;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the shop, all of whose imports are bound here. */
public final class Shop {

    private Shop() {}

    /**
     * Checks a cart out twice and says what came of it.
     *
     * @param sessions knows the carts' customers
     * @param audit told each line
     */
    public static String run(Component shop, Backend sessions, Consumer<String> audit) {
        Linker linker = Linker.builder()
                .bind("sessions").to(sessions)
                .bind("cache").to(KeyValue.inMemory())
                .bind("audit").toFunctions(f -> f.function("record", (call, args) -> {
                    audit.accept((String) args[0]);
                    return null;
                }))
                .bindInterface("wasi:config/store@0.2.0-rc.1").to(Configuration.of(Map.of("greeting", "hello")))
                .build();

        LinkPlan plan = linker.plan(shop);
        try (Deployment deployment = plan.start();
                ComponentInstance app = deployment.instantiate()) {
            String first = app.function("checkout", String.class, String.class).call("cart-42");
            String second = app.function("checkout", String.class, String.class).call("cart-42");
            return first + ", " + second + ", " + app.export("admin", Desk.class).pending();
        }
    }
}
