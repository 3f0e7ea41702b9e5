package dev.witloof.tests.wast;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Components that a test writes as text, or has made for a world. */
public final class ComponentText {

    /** Part of a core module: a memory, and {@code realloc}, which goes on and on and grows the memory when it must. */
    public static final String ALLOCATOR = """
            (memory (export "memory") 1)
            (global $next (mut i32) (i32.const 16))
            (func $realloc (export "realloc") (param $old i32) (param $size i32) (param $align i32) (param $wanted i32) (result i32)
              (local $at i32) (local $pages i32)
              (local.set $at (i32.and
                (i32.add (global.get $next) (i32.sub (local.get $align) (i32.const 1)))
                (i32.sub (i32.const 0) (local.get $align))))
              (global.set $next (i32.add (local.get $at) (local.get $wanted)))
              (local.set $pages (i32.sub
                (i32.shr_u (i32.add (global.get $next) (i32.const 65535)) (i32.const 16))
                (memory.size)))
              (if (i32.gt_s (local.get $pages) (i32.const 0)) (then
                (if (i32.eq (memory.grow (local.get $pages)) (i32.const -1)) (then (unreachable)))))
              (memory.copy (local.get $at) (local.get $old)
                (select (local.get $size) (local.get $wanted) (i32.lt_u (local.get $size) (local.get $wanted))))
              (local.get $at))
            """;

    private ComponentText() {}

    /**
     * The binaries of a text's components, in order.
     *
     * @param text any number of {@code (component …)}, one after the other
     * @throws IllegalArgumentException if it is none
     */
    public static List<byte[]> binaries(String text) {
        List<byte[]> binaries = new ArrayList<>();
        try {
            for (Command command : ScriptLibrary.read(text.getBytes(StandardCharsets.UTF_8))) {
                binaries.add(command.binary()
                        .orElseThrow(() -> new IllegalArgumentException("line " + command.line() + ": "
                                + command.refused().orElse(command.kind()))));
            }
        } catch (UnreadableScriptException e) {
            throw new IllegalArgumentException("line " + e.line() + ": " + e.getMessage(), e);
        }
        return binaries;
    }

    /**
     * A component that imports and exports what a world does, and whose functions trap.
     *
     * @param world the world's name
     * @param witPackage its package in binary form
     * @throws IllegalArgumentException if there is none of this world
     */
    public static byte[] ofWorld(String world, byte[] witPackage) {
        return ScriptLibrary.ofWorld(world, witPackage, "");
    }

    /**
     * A component of a core module.
     *
     * @param module the module's text, with the names of imports and exports that the encoder asks for
     * @throws IllegalArgumentException if it does not have what the world asks for
     */
    public static byte[] ofWorld(String world, byte[] witPackage, String module) {
        return ScriptLibrary.ofWorld(world, witPackage, module);
    }
}
