package dev.witloof.validation;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Indices in and out of range, and references to definitions of another kind. */
final class IndexSpacesTest {

    @TestFactory
    Stream<DynamicTest> indices() {
        return Parts.of("indices")
                .refuses("type", "type at 0xb: expected the index of a type, found 0 of 0")
                .refuses("func", "canon at 0xb: expected the index of a func, found 0 of 0")
                .refuses("instance", "alias at 0xb: expected the index of an instance, found 0 of 0")
                .refuses("component", "instance at 0xb: expected the index of a component, found 0 of 0")
                .refuses("core-type", "import at 0xb: expected the index of a core type, found 0 of 0")
                .refuses("core-module", "core instance at 0xb: expected the index of a core module, found 0 of 0")
                .refuses("core-instance", "alias at 0xb: expected the index of a core instance, found 0 of 0")
                .refuses("core-func", "canon at 0x12: expected the index of a core func, found 0 of 0")
                .refuses("core-table", "core instance at 0xb: expected the index of a core table, found 0 of 0")
                .refuses("core-memory", "core instance at 0xb: expected the index of a core memory, found 0 of 0")
                .refuses("core-global", "core instance at 0xb: expected the index of a core global, found 0 of 0")
                .refuses("core-tag", "core instance at 0xb: expected the index of a core tag, found 0 of 0")
                .refuses("itself", "type at 0xb: expected the index of a type, found 0 of 0")
                .refuses("later", "type at 0xb: expected the index of a type, found 1 of 0")
                .refuses("largest", "type at 0xb: expected the index of a type, found 4294967295 of 0")
                .refuses("func-for-value", "type at 0xf: type 0: expected a value type, found a func type")
                .refuses("resource-for-value", "type at 0xe: type 0: expected a value type, found resource 0")
                .refuses("value-for-resource", "type at 0x10: type 0: expected a resource type, found record { a: u8 }")
                .refuses("func-for-resource", "type at 0xf: type 0: expected a resource type, found a func type")
                .refuses("value-for-func", "import at 0xf: type 0: expected a func type, found u8")
                .refuses("instance-for-func", "import at 0x10: type 0: expected a func type, found an instance type")
                .refuses("func-for-instance", "import at 0x12: type 0: expected an instance type, found a func type")
                .refuses(
                        "instance-for-component",
                        "import at 0x10: type 0: expected a component type, found an instance type")
                .refuses(
                        "core-func-for-module",
                        "import at 0x11: core type 0: expected a module type, found another kind of core type")
                .refuses("module-for-core-func", "core type at 0xb: expected the index of a core type, found 1 of 1")
                .accepts("func-exported-as-type")
                .accepts("bound-by-func")
                .accepts("everything-in-order")
                .tests();
    }
}
