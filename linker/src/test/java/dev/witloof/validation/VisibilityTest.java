package dev.witloof.validation;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Types of imports and exports that need a name of their own there. */
final class VisibilityTest {

    @TestFactory
    Stream<DynamicTest> visibility() {
        return Parts.of("visibility")
                .refuses(
                        "record-in-an-import",
                        "import at 0x1a, import \"f\": type record { a: u8 } is used in an import and has no name "
                                + "there: import it first")
                .accepts("record-named-by-an-import")
                .refuses(
                        "record-of-the-definition",
                        "import at 0x26, import \"f\": type record { a: u8 } is used in an import and has no name "
                                + "there: import it first")
                .refuses(
                        "enum-inside-a-list-in-an-import",
                        "import at 0x18, import \"f\": type enum { a } is used in an import and has no name there: "
                                + "import it first")
                .refuses(
                        "flags-in-an-import",
                        "import at 0x1b, import \"f\": type flags { a } is used in an import and has no name there: "
                                + "import it first")
                .refuses(
                        "variant-in-an-import",
                        "import at 0x1f, import \"f\": type variant { a } is used in an import and has no name there: "
                                + "import it first")
                .accepts("unnamed-types-in-an-import")
                .refuses(
                        "resource-in-an-import",
                        "import at 0x1a, import \"f\": type resource 0 is used in an import and has no name there: "
                                + "import it first")
                .refuses(
                        "record-inside-a-named-record",
                        "import at 0x18, import \"t\": type record { a: u8 } is used in an import and has no name "
                                + "there: import it first")
                .refuses(
                        "record-in-an-instance",
                        "import at 0x28, import \"i\", export \"f\": type record { a: u8 } is used in an import and "
                                + "has no name there: import it first")
                .accepts("record-named-in-the-instance")
                .refuses(
                        "record-in-an-export",
                        "export at 0x56, export \"f\": type record { a: u8 } is used in an export and has no name "
                                + "there: export it first")
                .accepts("record-exported-first")
                .refuses(
                        "record-exported-after",
                        "export at 0x56, export \"f\": type record { a: u8 } is used in an export and has no name "
                                + "there: export it first")
                .accepts("ascribed-with-the-exported-name")
                .refuses(
                        "resource-in-an-export",
                        "export at 0x56, export \"f\": type resource 0 is used in an export and has no name there: "
                                + "export it first")
                .accepts("resource-exported-first", "resource-of-an-import-in-an-export")
                .refuses(
                        "exported-name-in-an-import",
                        "import at 0x26, import \"f\": type record { a: u8 } is used in an import and has no name "
                                + "there: import it first")
                .refuses(
                        "component-type-with-an-unnamed-record",
                        "type at 0xb, import \"f\": type record { a: u8 } is used in an import and has no name there: "
                                + "import it first")
                .accepts("component-type-that-exports-first")
                .refuses(
                        "inline-instance-of-a-member-without-name",
                        "instance at 0x59, export \"[method]r.m\": expected a label or an interface name, because "
                                + "inline exports name no resource for a func")
                .accepts("inline-instance")
                .tests();
    }
}
