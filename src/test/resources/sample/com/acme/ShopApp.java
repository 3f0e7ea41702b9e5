package com.acme;

import dev.witloof.config.BackendRegistry;
import dev.witloof.config.Bindings;
import dev.witloof.config.SecretResolver;
import dev.witloof.configuration.Configuration;
import dev.witloof.instance.Component;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import java.util.function.Consumer;

/** Links the shop: its cache and its audit are bound here, the rest in a file. */
public final class ShopApp {

    private static final BackendRegistry BACKENDS = BackendRegistry.builder()
            .register("memory", settings -> KeyValue.inMemory())
            .register("map", settings -> Configuration.of(settings.all()))
            .build();

    private ShopApp() {}

    /**
     * A plan.
     *
     * @param file the text of the file {@code bindings.yaml}
     * @param audit told each line
     */
    public static LinkPlan plan(Component shop, String file, Consumer<String> audit) {
        Linker.Builder linker = Linker.builder();
        linker.bind("cache").to(new MyCache());
        linker.bind("audit").toFunctions(f -> f.function("record", (call, args) -> {
            audit.accept((String) args[0]);
            return null;
        }));
        Bindings.load("bindings.yaml", file, BACKENDS, SecretResolver.none()).applyTo(linker);
        return linker.build().plan(shop);
    }
}
