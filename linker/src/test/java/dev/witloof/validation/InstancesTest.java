package dev.witloof.validation;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arguments of instances and of core instances. */
final class InstancesTest {

    @TestFactory
    Stream<DynamicTest> instances() {
        return Parts.of("instances")
                .refuses("argument-missing", "instance at 0x24, import \"f\": no argument of this name is given")
                .refuses("argument-twice", "instance at 0x33: argument \"f\" is given twice")
                .refuses(
                        "argument-of-another-name", "instance at 0x33, import \"f\": no argument of this name is given")
                .accepts("argument-unused")
                .refuses("argument-of-another-sort", "instance at 0x31, import \"f\": expected func, found instance")
                .refuses(
                        "func-of-another-type",
                        "instance at 0x39, import \"f\": expected func(a: u16), found func(a: u8)")
                .refuses(
                        "func-with-another-label",
                        "instance at 0x39, import \"f\": expected func(b: u8), found func(a: u8)")
                .refuses("func-that-is-async", "instance at 0x33, import \"f\": expected func(), found async func()")
                .refuses(
                        "instance-without-an-export",
                        "instance at 0x50, import \"i\", export \"g\": expected func, found nothing of this name")
                .refuses(
                        "instance-with-another-export",
                        "instance at 0x45, import \"i\", export \"f\": expected func(), found func() -> string")
                .accepts("instance-with-more")
                .refuses(
                        "module-memory-too-small",
                        "instance at 0x3f, import \"m\", export \"m\": expected memory 2.., found memory 1..")
                .refuses(
                        "module-memory-without-maximum",
                        "instance at 0x40, import \"m\", export \"m\": expected memory 1..4, found memory 1..")
                .refuses(
                        "module-table-maximum-too-large",
                        "instance at 0x43, import \"m\", export \"t\": expected table 1..4 (ref null func), found "
                                + "table 1..5 (ref null func)")
                .refuses(
                        "module-without-an-export",
                        "instance at 0x36, import \"m\", export \"f\": expected func, found nothing of this name")
                .refuses(
                        "module-with-an-import",
                        "instance at 0x3c, import \"m\", import \"a\" \"b\": the expected module type has no such "
                                + "import")
                .refuses(
                        "module-with-another-import",
                        "instance at 0x3f, import \"m\", import \"a\" \"b\": expected memory 2.., found memory 1..")
                .accepts("module-that-fits")
                .refuses(
                        "core-argument-missing",
                        "core instance at 0x24, import \"a\" \"f\": no argument \"a\" is given")
                .refuses("core-argument-twice", "core instance at 0x18: argument \"a\" is given twice")
                .refuses(
                        "core-export-missing",
                        "core instance at 0x31, import \"a\" \"f\": core instance 0 has no export \"f\"")
                .refuses(
                        "core-func-of-another-type",
                        "core instance at 0x4a, import \"a\" \"f\": expected func [i32] -> [], found func [i64] -> []")
                .refuses(
                        "core-global-that-is-mutable",
                        "core instance at 0x3b, import \"a\" \"g\": expected global i32, found global mut i32")
                .refuses(
                        "core-sort-of-another-kind",
                        "core instance at 0x39, import \"a\" \"x\": expected table 1.. (ref null func), found memory "
                                + "1..")
                .refuses("core-export-twice", "core instance at 0x3b: export \"f\": the name is taken already")
                .refuses(
                        "core-module-imports-a-name-twice",
                        "core module at 0xa: import \"a\" \"f\": the name is taken already")
                .refuses(
                        "module-type-imports-a-name-twice",
                        "core type at 0xb: import \"a\" \"f\": the name is taken already")
                .refuses(
                        "module-type-exports-a-name-twice", "core type at 0xb: export \"f\": the name is taken already")
                .refuses(
                        "module-type-with-too-many-pages",
                        "core type at 0xb: memory: expected at most 65536 pages, found 65537..")
                .refuses(
                        "module-type-with-minimum-over-maximum",
                        "core type at 0xb: memory: expected a minimum within the maximum, found 3..2")
                .refuses(
                        "nested-error",
                        "component at 0xa, component 0, component at 0x14, component 0, type at 0x1f: expected the "
                                + "index of a type, found 7 of 0")
                .tests();
    }
}
