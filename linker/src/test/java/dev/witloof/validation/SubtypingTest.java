package dev.witloof.validation;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Subtyping of components, instances and functions, and what takes the place of a resource. */
final class SubtypingTest {

    @TestFactory
    Stream<DynamicTest> subtyping() {
        return Parts.of("subtyping")
                .refuses(
                        "component-that-imports-more",
                        "instance at 0x50, import \"c\", import \"x\": the expected component type has no such import")
                .accepts("component-that-imports-less")
                .refuses(
                        "component-that-exports-less",
                        "instance at 0x4c, import \"c\", export \"x\": expected func, found nothing of this name")
                .refuses(
                        "component-that-imports-a-larger-instance",
                        "instance at 0x78, import \"c\", import \"i\", export \"g\": expected func, found nothing of "
                                + "this name")
                .accepts("component-that-imports-a-smaller-instance")
                .refuses(
                        "component-that-imports-another-func",
                        "instance at 0x61, import \"c\", import \"f\": expected func(a: s8), found func(a: u8)")
                .accepts("component-with-its-own-resource")
                .refuses(
                        "component-that-confuses-resources",
                        "instance at 0x90, import \"c\", export \"g\": expected func() -> s, found func() -> r")
                .accepts("one-resource-for-two")
                .refuses(
                        "two-resources-for-one",
                        "instance at 0x5c, import \"f\": expected func(a: r, b: r), found func(a: r, b: q)")
                .refuses("two-that-must-be-the-same", "instance at 0x30, import \"t\": expected type r, found q")
                .accepts("imported-resource-comes-back")
                .refuses(
                        "each-instance-has-its-own-resource",
                        "instance at 0xde, import \"f\": expected func(a: r), found one written alike with another "
                                + "resource of that name")
                .refuses("value-for-resource", "instance at 0x21, import \"r\": expected a resource type, found u8")
                .refuses("another-value-type", "instance at 0x26, import \"t\": expected type u16, found u8")
                .accepts("value-type-that-fits", "resource-inside-instances", "ascribed-export")
                .refuses(
                        "ascribed-export-that-wants-more",
                        "export at 0x33, export \"j\", export \"g\": expected func, found nothing of this name")
                .refuses("ascribed-func", "export at 0x27, export \"g\": expected func(a: u16), found func(a: u8)")
                .refuses("hidden-by-ascription", "alias at 0x49: instance 1 has no export \"g\"")
                .tests();
    }
}
