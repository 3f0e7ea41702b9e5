package dev.witloof.validation;

import dev.witloof.type.Features;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Canonical options, lifts and lowers, built-ins, and destructors. */
final class CanonicalDefinitionsTest {

    @TestFactory
    Stream<DynamicTest> canon() {
        return Parts.of("canon")
                .refuses("memory-missing", "canon at 0x1d: the option memory is needed for func(a: string)")
                .refuses(
                        "memory-missing-for-spilled-params",
                        "canon at 0x4d: the option memory is needed for func(a: u8, b: u8, c: u8, d: u8, e: u8, f: "
                                + "u8, g: u8, h: u8, i: u8, j: u8, k: u8, l: u8, m: u8, n: u8, o: u8, p: u8, q: u8)")
                .refuses(
                        "memory-missing-for-spilled-result",
                        "canon at 0x1e: the option memory is needed for func() -> tuple<u8, u8>")
                .refuses("realloc-missing-in-lower", "canon at 0x3f: the option realloc is needed for func() -> string")
                .accepts("realloc-not-needed-in-lower")
                .refuses("realloc-missing-in-lift", "canon at 0x58: the option realloc is needed for func(a: list<u8>)")
                .accepts("realloc-not-needed-in-lift")
                .refuses("realloc-without-memory", "canon at 0x50: the option realloc needs the option memory")
                .refuses("memory-twice", "canon at 0x3f: expected each canonical option once, found memory twice")
                .refuses(
                        "encoding-twice",
                        "canon at 0x1a: expected each canonical option once, found string-encoding twice")
                .refuses("memory-index", "canon at 0x1a: expected the index of a core memory, found 0 of 0")
                .refuses(
                        "realloc-of-another-type",
                        "canon at 0x5e: realloc: expected type [i32 i32 i32 i32] -> [i32], found [i32 i32 i32] -> [i32]")
                .refuses(
                        "memory64",
                        "core type at 0x1d: a memory with 64-bit addresses needs the feature \"memory64\", whose gate "
                                + "is closed")
                .refuses(
                        "memory64",
                        Features.ALL,
                        "canon at 0x40: a memory with 64-bit addresses is not supported (feature \"memory64\")")
                .refuses(
                        "post-return-of-another-type",
                        "canon at 0x57: post-return: expected type [i32] -> [], found [i64] -> []")
                .accepts("post-return")
                .refuses(
                        "post-return-twice",
                        "canon at 0x42: expected each canonical option once, found post-return twice")
                .refuses(
                        "post-return-in-lower",
                        "canon at 0x4a: lower: the options post-return and callback are for lift only")
                .refuses("callback-without-async", "canon at 0x58: the option callback needs the option async")
                .refuses(
                        "callback-of-another-type",
                        "canon at 0x45: callback: expected type [i32 i32 i32] -> [i32], found [] -> [i32]")
                .refuses(
                        "async-with-post-return", "canon at 0x42: the options async and post-return exclude each other")
                .refuses(
                        "async-lower-of-a-sync-func",
                        "canon at 0x1a: lower: the option async needs an async func, found func()")
                .refuses(
                        "async-lift-of-a-sync-func",
                        "canon at 0x5b: lift: the option async needs an async func, found func()")
                .accepts("async-lift", Features.DEFAULT, "async lift")
                .refuses(
                        "async-lower-with-five-params",
                        "canon at 0x29: the option memory is needed for async func(a: u8, b: u8, c: u8, d: u8, e: u8)")
                .refuses(
                        "lift-of-another-core-type",
                        "canon at 0x46: lift: expected a core func of type [i64] -> [f32], found [i32] -> []")
                .refuses(
                        "lift-without-the-pointer-to-the-result",
                        "canon at 0x57: lift: expected a core func of type [] -> [i32], found [] -> [i32 i32]")
                .refuses("lift-to-a-value-type", "canon at 0x3f: type 0: expected a func type, found u8")
                .refuses(
                        "lower-used-where-another-is-needed",
                        "core instance at 0x47, import \"a\" \"f\": expected func [i32] -> [], found func [i64] -> []")
                .refuses(
                        "resource-new-of-an-import",
                        "canon at 0x13: type 0: expected a resource that this component defines, found r")
                .refuses(
                        "resource-rep-of-an-import",
                        "canon at 0x13: type 0: expected a resource that this component defines, found r")
                .refuses(
                        "resource-new-of-an-instance",
                        "canon at 0x4a: type 0: expected a resource that this component defines, found r")
                .refuses(
                        "resource-rep-outside",
                        "component at 0x10, component 0, canon at 0x23: type 0: expected a resource that this "
                                + "component defines, found r")
                .refuses("resource-drop-of-a-value-type", "canon at 0xf: type 0: expected a resource type, found u8")
                .accepts("resource-builtins")
                .refuses(
                        "representation-i64",
                        "type at 0xb: a resource represented by i64 is not supported (feature \"memory64\")")
                .refuses(
                        "destructor-of-another-type",
                        "type at 0x3c: expected a destructor of type [i32] -> [], found [i64] -> []")
                .accepts("destructor")
                .refuses("destructor-index", "type at 0xb: expected the index of a core func, found 3 of 0")
                .refuses(
                        "stream-read-of-a-future",
                        "canon at 0x36: stream.read: expected a stream type, found future<u8>")
                .refuses("future-new-of-a-value-type", "canon at 0xf: future.new: expected a future type, found u8")
                .refuses("stream-read-without-memory", "canon at 0x11: stream.read: the option memory is needed")
                .refuses("task-return-without-memory", "canon at 0xb: task.return: the option memory is needed")
                .refuses(
                        "task-return-with-realloc",
                        "canon at 0x50: task.return: only the options memory and string-encoding are allowed")
                .accepts("task-return", Features.DEFAULT, "task.return")
                .refuses("stream-read-without-realloc", "canon at 0x36: stream.read: the option realloc is needed")
                .accepts("stream-write-without-realloc", Features.DEFAULT, "stream.write")
                .accepts("future-without-a-value", Features.DEFAULT, "future.read")
                .refuses(
                        "context-i64",
                        "canon at 0xb: context.get of i64 needs the feature \"memory64\", whose gate is closed")
                .accepts("context-i64", Features.ALL, "context.get")
                .accepts("context-slot-1", Features.DEFAULT, "context.set")
                .refuses("context-slot-2", "canon at 0xb: context.get: expected a slot below 2, found 2")
                .refuses("waitable-set-wait-memory", "canon at 0xb: expected the index of a core memory, found 0 of 0")
                .tests();
    }
}
