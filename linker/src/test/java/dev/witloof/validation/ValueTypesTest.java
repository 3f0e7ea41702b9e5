package dev.witloof.validation;

import dev.witloof.type.Features;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rules of value types and function types. */
final class ValueTypesTest {

    @TestFactory
    Stream<DynamicTest> values() {
        return Parts.of("values")
                .refuses("record-without-fields", "type at 0xb: expected at least one field, found none")
                .refuses("variant-without-cases", "type at 0xb: expected at least one case, found none")
                .refuses("enum-without-cases", "type at 0xb: expected at least one enum case, found none")
                .refuses("flags-without-flags", "type at 0xb: expected at least one flag, found none")
                .refuses("tuple-without-elements", "type at 0xb: expected at least one element of a tuple, found none")
                .refuses("fields-of-one-name", "type at 0xb: record field \"a\" is there already")
                .refuses(
                        "fields-in-other-case",
                        "type at 0xb: record field \"a-B\" is not strongly unique beside \"a-b\"")
                .refuses("field-not-a-label", "type at 0xb: record field \"a_b\" is not in kebab case")
                .refuses("cases-of-one-name", "type at 0xb: variant case \"A\" is not strongly unique beside \"a\"")
                .refuses("case-not-a-label", "type at 0xb: variant case \"\" is not in kebab case")
                .refuses("enum-cases-of-one-name", "type at 0xb: enum case \"x\" is there already")
                .refuses("flags-of-one-name", "type at 0xb: flag \"x\" is there already")
                .refuses("params-of-one-name", "type at 0xb: parameter \"a\" is there already")
                .refuses("param-not-a-label", "type at 0xb: parameter \"1a\" is not in kebab case")
                .accepts("flags-32")
                .refuses("flags-33", "type at 0xb: expected at most 32 flags, found 33")
                .accepts("map-keys")
                .refuses(
                        "map-of-f32",
                        "type at 0xb: expected bool, an integer, char or string as the key of a map, found f32")
                .refuses(
                        "map-of-f64",
                        "type at 0xb: expected bool, an integer, char or string as the key of a map, found f64")
                .refuses(
                        "map-of-a-list",
                        "type at 0xd: expected bool, an integer, char or string as the key of a map, found list<u8>")
                .accepts("map-of-a-named-string")
                .refuses("borrow-in-result", "type at 0x15: a result cannot carry a borrow, found borrow<r>")
                .refuses(
                        "borrow-inside-a-result",
                        "type at 0x1f: a result cannot carry a borrow, found list<tuple<u8, option<borrow<r>>>>")
                .accepts("borrow-in-a-param")
                .refuses("borrow-in-a-stream", "type at 0x15: a stream cannot carry a borrow, found borrow<r>")
                .refuses("borrow-in-a-future", "type at 0x17: a future cannot carry a borrow, found option<borrow<r>>")
                .refuses("stream-of-char", "type at 0xb: a stream cannot carry char yet, found stream<char>")
                .refuses("stream-of-a-named-char", "type at 0xc: a stream cannot carry char yet, found stream<char>")
                .accepts("future-of-char", "stream-of-lists-of-char")
                .refuses(
                        "fixed-length-list-of-none",
                        Features.ALL,
                        "type at 0xb: expected a fixed-length list of at least one element, found 0")
                .tests();
    }
}
