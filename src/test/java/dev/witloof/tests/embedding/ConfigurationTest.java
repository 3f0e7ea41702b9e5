package dev.witloof.tests.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.configuration.Configuration;
import dev.witloof.configuration.v0_2_0_rc_1.Store;
import dev.witloof.host.Tuple2;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import dev.witloof.tests.wast.ComponentText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Settings as a component sees them. */
final class ConfigurationTest {

    private static final String NAME = "wasi:config/store@0.2.0-rc.1";

    /** Asks its import what it is asked itself; all passes through its memory. */
    private static final Component ASKS_ON =
            Component.load(ComponentText.binaries("""
            (component
              (import "wasi:config/store@0.2.0-rc.1" (instance $config
                (type $error' (variant (case "upstream" string) (case "io" string)))
                (export "error" (type $error (eq $error')))
                (export "get" (func (param "key" string) (result (result (option string) (error $error)))))
                (export "get-all" (func (result (result (list (tuple string string)) (error $error)))))))
              (alias export $config "error" (type $error))
              (core module $Mem
                (memory (export "memory") 16)
                (global $top (mut i32) (i32.const 64))
                (func (export "realloc") (param i32 i32 i32 i32) (result i32)
                  (global.set $top (i32.and (i32.add (global.get $top) (i32.const 7)) (i32.const -8)))
                  (global.get $top)
                  (global.set $top (i32.add (global.get $top) (local.get 3)))))
              (core instance $mem (instantiate $Mem))
              (alias core export $mem "memory" (core memory $memory))
              (alias core export $mem "realloc" (core func $realloc))
              (core func $get (canon lower (func $config "get") (memory $memory) (realloc $realloc)))
              (core func $get-all (canon lower (func $config "get-all") (memory $memory) (realloc $realloc)))
              (core module $Main
                (import "config" "get" (func $get (param i32 i32 i32)))
                (import "config" "get-all" (func $get-all (param i32)))
                (func (export "get") (param i32 i32) (result i32)
                  (call $get (local.get 0) (local.get 1) (i32.const 16))
                  (i32.const 16))
                (func (export "get-all") (result i32)
                  (call $get-all (i32.const 16))
                  (i32.const 16)))
              (core instance $main (instantiate $Main
                (with "config" (instance (export "get" (func $get)) (export "get-all" (func $get-all))))))
              (func $lifted-get (param "key" string) (result (result (option string) (error $error)))
                (canon lift (core func $main "get") (memory $memory) (realloc $realloc)))
              (func $lifted-get-all (result (result (list (tuple string string)) (error $error)))
                (canon lift (core func $main "get-all") (memory $memory) (realloc $realloc)))
              (instance $again
                (export "error" (type $error)) (export "get" (func $lifted-get)) (export "get-all" (func $lifted-get-all)))
              (export "wasi:config/store@0.2.0-rc.1" (instance $again)))
            """).get(0));

    private static ComponentInstance on(Map<String, String> settings) {
        return Linker.builder()
                .bindInterface(NAME)
                .to(Configuration.of(settings))
                .build()
                .plan(ASKS_ON)
                .instantiate();
    }

    @Test
    void aComponentGetsWhatTheMapHas() throws Exception {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("greeting", "héllo 😀");
        settings.put("", "nameless");
        settings.put("empty", "");
        try (ComponentInstance app = on(settings)) {
            Store store = app.export(NAME, Store.class);

            assertThat(store.get("greeting")).contains("héllo 😀");
            assertThat(store.get("")).contains("nameless");
            assertThat(store.get("empty")).contains("");
            assertThat(store.get("absent")).isEmpty();
            assertThat(store.getAll())
                    .containsExactly(
                            new Tuple2<>("greeting", "héllo 😀"),
                            new Tuple2<>("", "nameless"),
                            new Tuple2<>("empty", ""));
        }
    }

    @Test
    void manySettingsKeepTheirOrder() throws Exception {
        Map<String, String> settings = new LinkedHashMap<>();
        IntStream.range(0, 1000).forEach(i -> settings.put("key" + (999 - i), "value" + i));
        try (ComponentInstance app = on(settings)) {
            assertThat(app.export(NAME, Store.class).getAll().stream().map(Tuple2::v0))
                    .containsExactlyElementsOf(settings.keySet());
        }
    }

    @Test
    void nothingIsThereInAnEmptyOne() throws Exception {
        try (ComponentInstance app = on(Map.of())) {
            assertThat(app.export(NAME, Store.class).getAll()).isEmpty();
        }
    }
}
