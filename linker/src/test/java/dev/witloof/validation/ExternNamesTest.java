package dev.witloof.validation;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Names of imports and exports, with their annotations and attributes. */
final class ExternNamesTest {

    @TestFactory
    Stream<DynamicTest> names() {
        return Parts.of("names")
                .refuses(
                        "not-a-name",
                        "import at 0x12, import \"Ab\": \"Ab\" is not a valid extern name: label \"Ab\" is not in "
                                + "kebab case")
                .refuses(
                        "empty",
                        "import at 0x12, import \"\": \"\" is not a valid extern name: label \"\" is not in kebab case")
                .refuses(
                        "underscore",
                        "export at 0x1a, export \"a_b\": \"a_b\" is not a valid extern name: label \"a_b\" is not in "
                                + "kebab case")
                .refuses(
                        "unknown-annotation",
                        "import at 0x12, import \"[getter]a.b\": \"[getter]a.b\" is not a valid extern name: expected "
                                + "[constructor], [method] or [static]")
                .refuses("import-twice", "import at 0x21, import \"a\": the name is taken already")
                .refuses(
                        "import-in-other-case",
                        "import at 0x23, import \"a-B\": the name is not strongly unique beside \"a-b\"")
                .refuses("export-twice", "export at 0x20, export \"b\": the name is taken already")
                .accepts("import-and-export", "acronym")
                .refuses("interface-twice", "import at 0x21, import \"a:b/c\": the name is taken already")
                .accepts("interface-in-two-versions")
                .refuses(
                        "inline-export-twice",
                        "instance at 0x1a, export \"A\": the name is not strongly unique beside \"a\"")
                .refuses("type-import-twice", "type at 0xb, import \"a\": the name is taken already")
                .refuses("type-export-twice", "type at 0xb, export \"A\": the name is not strongly unique beside \"a\"")
                .accepts("label-and-constructor")
                .refuses(
                        "label-and-method",
                        "import at 0x22, import \"[method]a.a\": the name is not strongly unique beside \"a\"")
                .refuses(
                        "method-and-static",
                        "import at 0x3b, import \"[static]a.b\": the name is not strongly unique beside \"[method]a.b\"")
                .accepts("resource-members")
                .refuses(
                        "constructor-without-resource",
                        "import at 0x12, import \"[constructor]a\": expected a resource \"a\" before it, found none")
                .refuses(
                        "method-of-another-name",
                        "import at 0x22, import \"[method]b.m\": expected a resource \"b\" before it, found none")
                .refuses(
                        "resource-after-static",
                        "import at 0x12, import \"[static]a.s\": expected a resource \"a\" before it, found none")
                .refuses(
                        "static-of-a-value-type",
                        "import at 0x1f, import \"[static]a.s\": expected a resource \"a\" before it, found none")
                .refuses(
                        "constructor-returns-nothing",
                        "import at 0x1a, import \"[constructor]a\": expected a func that returns a, found func()")
                .refuses(
                        "constructor-returns-another",
                        "import at 0x21, import \"[constructor]a\": expected a func that returns a, found func() -> b")
                .refuses(
                        "constructor-returns-a-borrow-of-error",
                        "import at 0x20, import \"[constructor]a\": expected a func that returns a, found func() -> "
                                + "result<_, a>")
                .refuses(
                        "method-without-self",
                        "import at 0x1a, import \"[method]a.m\": expected (self: borrow<a>, …), found func()")
                .refuses(
                        "method-with-another-label",
                        "import at 0x22, import \"[method]a.m\": expected (self: borrow<a>, …), found func(this: "
                                + "borrow<a>)")
                .refuses(
                        "method-that-owns-self",
                        "import at 0x22, import \"[method]a.m\": expected (self: borrow<a>, …), found func(self: a)")
                .refuses(
                        "method-of-another-resource",
                        "import at 0x27, import \"[method]a.m\": expected (self: borrow<a>, …), found func(self: "
                                + "borrow<b>)")
                .refuses(
                        "static-instance",
                        "import at 0x18, import \"[static]a.s\": expected a func under this name, found instance")
                .refuses(
                        "exported-member-of-import",
                        "export at 0x2a, export \"[method]a.m\": expected a resource \"a\" before it, found none")
                .accepts("implements")
                .refuses(
                        "implements-on-a-func",
                        "import at 0x12, import \"one\": implements stands on an instance only, found func")
                .refuses(
                        "implements-beside-an-interface",
                        "import at 0x10, import \"a:b/d\": implements stands beside a plain name only")
                .refuses(
                        "implements-a-label",
                        "import at 0x10, import \"one\": \"two\" is not a valid extern name: expected "
                                + "namespace:package/interface")
                .refuses(
                        "implements-in-another-case",
                        "import at 0x10, import \"one\": \"A:b/c\" is not a valid extern name: namespace \"A\" is not "
                                + "in lower-case kebab case")
                .refuses(
                        "implements-same-name",
                        "import at 0x27, import \"ONE\": the name is not strongly unique beside \"one\"")
                .refuses(
                        "implements-in-a-type",
                        "type at 0xb, export \"f\": implements stands on an instance only, found func")
                .refuses(
                        "implements-in-inline-exports",
                        "instance at 0x1a, export \"g\": implements stands on an instance only, found func")
                .tests();
    }
}
