package dev.witloof.tests.wast;

import dev.witloof.core.CoreModule;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The module that scripts of core modules may import as {@code spectest}. What its functions would print is not kept. */
final class Spectest {

    /** The name by which it is imported. */
    static final String NAME = "spectest";

    private static final String TEXT = """
            (module
              (func (export "print"))
              (func (export "print_i32") (param i32))
              (func (export "print_i64") (param i64))
              (func (export "print_f32") (param f32))
              (func (export "print_f64") (param f64))
              (func (export "print_i32_f32") (param i32 f32))
              (func (export "print_f64_f64") (param f64 f64))
              (global (export "global_i32") i32 (i32.const 666))
              (global (export "global_i64") i64 (i64.const 666))
              (global (export "global_f32") f32 (f32.const 666.6))
              (global (export "global_f64") f64 (f64.const 666.6))
              (table (export "table") 10 20 funcref)
              (memory (export "memory") 1 2))
            """;

    private Spectest() {}

    static ScriptInstance instance() {
        try {
            byte[] bytes = ScriptLibrary.read(TEXT.getBytes(StandardCharsets.UTF_8))
                    .get(0)
                    .binary()
                    .orElseThrow();
            return new CoreScriptInstance(
                    CoreModule.parse(bytes, 0, bytes.length, NAME).instantiate(List.of()));
        } catch (UnreadableScriptException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
