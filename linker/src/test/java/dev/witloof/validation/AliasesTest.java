package dev.witloof.validation;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Aliases of exports, of core exports and of outer definitions. */
final class AliasesTest {

    @TestFactory
    Stream<DynamicTest> aliases() {
        return Parts.of("aliases")
                .refuses("export-missing", "alias at 0x23: instance 0 has no export \"g\"")
                .refuses("export-of-another-sort", "alias at 0x23: export \"f\": expected instance, found func")
                .refuses("export-type-for-func", "alias at 0x1e: export \"t\": expected func, found type")
                .accepts("export")
                .refuses("core-export-missing", "alias at 0x32: core instance 0 has no export \"g\"")
                .refuses(
                        "core-export-of-another-sort",
                        "alias at 0x32: export \"f\": expected core memory, found core func")
                .refuses("outer-count-too-large", "alias at 0xb: expected an outer count of at most 0, found 1")
                .refuses(
                        "outer-count-too-large-inside",
                        "component at 0xa, component 0, alias at 0x15: expected an outer count of at most 1, found 3")
                .refuses(
                        "outer-index-missing",
                        "component at 0xe, component 0, alias at 0x19: expected the index of a type, found 1 of 1")
                .refuses(
                        "outer-module-missing",
                        "component at 0xa, component 0, alias at 0x15: expected the index of a core module, found 0 "
                                + "of 0")
                .refuses(
                        "outer-component-missing",
                        "component at 0xa, component 0, alias at 0x15: expected the index of a component, found 0 of 0")
                .refuses(
                        "outer-core-type-missing",
                        "component at 0xa, component 0, alias at 0x15: expected the index of a core type, found 0 of 0")
                .refuses(
                        "outer-later",
                        "component at 0xa, component 0, alias at 0x15: expected the index of a type, found 0 of 0")
                .accepts("outer")
                .refuses(
                        "outer-resource",
                        "component at 0x10, component 0, alias at 0x1b: an outer alias cannot carry a resource type "
                                + "across a component, found resource 0")
                .refuses(
                        "outer-own",
                        "component at 0x19, component 0, alias at 0x24: an outer alias cannot carry a resource type "
                                + "across a component, found list<r>")
                .refuses(
                        "outer-func-with-resource",
                        "component at 0x1e, component 0, alias at 0x29: an outer alias cannot carry a resource type "
                                + "across a component, found a func type")
                .refuses(
                        "outer-resource-into-type-inside",
                        "component at 0x12, component 0, type at 0x1d: an outer alias cannot carry a resource type "
                                + "across a component, found r")
                .accepts(
                        "outer-resource-into-instance-type",
                        "outer-resource-into-component-type",
                        "outer-type-that-makes-its-own")
                .refuses(
                        "func-in-type",
                        "type at 0xb: expected an alias of a type or instance inside a type, found func")
                .refuses(
                        "resource-in-type", "type at 0xb: a resource can be defined in a component only, not in a type")
                .tests();
    }
}
