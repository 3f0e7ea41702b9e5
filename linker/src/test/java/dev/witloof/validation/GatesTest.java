package dev.witloof.validation;

import dev.witloof.type.Feature;
import dev.witloof.type.Features;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each gate closed and open. */
final class GatesTest {

    @TestFactory
    Stream<DynamicTest> gates() {
        return Parts.of("gates")
                .refuses(
                        "fixed-length-list",
                        "type at 0xb: a fixed-length list needs the feature \"fixed-length lists\", whose gate is "
                                + "closed")
                .accepts("fixed-length-list", Features.DEFAULT.with(Feature.FIXED_LENGTH_LISTS))
                .refuses(
                        "error-context",
                        "type at 0xb: error-context needs the feature \"error-context\", whose gate is closed")
                .accepts("error-context", Features.DEFAULT.with(Feature.ERROR_CONTEXT))
                .refuses(
                        "error-context-inside",
                        "type at 0xb: error-context needs the feature \"error-context\", whose gate is closed")
                .accepts("error-context-inside", Features.DEFAULT.with(Feature.ERROR_CONTEXT))
                .refuses(
                        "error-context-builtin",
                        "canon at 0xb: error-context.drop needs the feature \"error-context\", whose gate is closed")
                .accepts("error-context-builtin", Features.DEFAULT.with(Feature.ERROR_CONTEXT), "error-context.drop")
                .refuses(
                        "start",
                        "start at 0x19: a component-level start function is not supported (feature \"values\")")
                .refuses(
                        "nested-namespace",
                        "import at 0x10, import \"a:b:c/d\": a nested name needs the feature \"nested namespaces and "
                                + "packages\", whose gate is closed")
                .accepts("nested-namespace", Features.DEFAULT.with(Feature.NESTED_NAMES))
                .refuses(
                        "nested-package",
                        "import at 0x10, import \"a:b/c/d\": a nested name needs the feature \"nested namespaces and "
                                + "packages\", whose gate is closed")
                .accepts("nested-package", Features.DEFAULT.with(Feature.NESTED_NAMES))
                .refuses(
                        "canonical-version",
                        "import at 0x10, import \"a:b/c@1\": the version \"1\" needs the feature \"canonical "
                                + "interface names\", whose gate is closed")
                .accepts("canonical-version", Features.DEFAULT.with(Feature.CANONICAL_INTERFACE_NAMES))
                .refuses(
                        "canonical-minor-version",
                        "import at 0x10, import \"a:b/c@0.2\": the version \"0.2\" needs the feature \"canonical "
                                + "interface names\", whose gate is closed")
                .accepts("canonical-minor-version", Features.DEFAULT.with(Feature.CANONICAL_INTERFACE_NAMES))
                .refuses(
                        "implements-canonical-version",
                        "import at 0x10, import \"x\": the version \"1\" needs the feature \"canonical interface "
                                + "names\", whose gate is closed")
                .accepts("implements-canonical-version", Features.DEFAULT.with(Feature.CANONICAL_INTERFACE_NAMES))
                .refuses(
                        "memory64",
                        "core type at 0xb: a memory with 64-bit addresses needs the feature \"memory64\", whose gate "
                                + "is closed")
                .accepts("memory64", Features.DEFAULT.with(Feature.MEMORY64))
                .refuses(
                        "shared-memory",
                        "core type at 0xb: a shared memory needs the feature \"shared-everything-threads\", whose "
                                + "gate is closed")
                .accepts("shared-memory", Features.DEFAULT.with(Feature.SHARED_EVERYTHING_THREADS))
                .refuses(
                        "stackful",
                        "canon at 0x42: an async lift without a callback needs the feature \"stackful async lift\", "
                                + "whose gate is closed")
                .accepts("stackful", Features.DEFAULT.with(Feature.STACKFUL_ASYNC), "async lift")
                .accepts("thread", Features.DEFAULT, "thread.yield")
                .refuses(
                        "thread-index",
                        "canon at 0xb: thread.index needs the feature \"threading built-ins\", whose gate is closed")
                .accepts("thread-index", Features.DEFAULT.with(Feature.THREADING), "thread.index")
                .refuses(
                        "stream-read-that-waits",
                        "canon at 0x10: stream.read without async needs the feature \"more asynchronous built-ins\", "
                                + "whose gate is closed")
                .accepts("stream-read-that-waits", Features.DEFAULT.with(Feature.MORE_ASYNC_BUILTINS), "stream.read")
                .refuses(
                        "future-cancel-that-does-not-wait",
                        "canon at 0x10: future.cancel-read with async needs the feature \"more asynchronous "
                                + "built-ins\", whose gate is closed")
                .accepts(
                        "future-cancel-that-does-not-wait",
                        Features.DEFAULT.with(Feature.MORE_ASYNC_BUILTINS),
                        "future.cancel-read")
                .refuses(
                        "subtask-cancel-that-does-not-wait",
                        "canon at 0xb: subtask.cancel with async needs the feature \"more asynchronous built-ins\", "
                                + "whose gate is closed")
                .accepts(
                        "subtask-cancel-that-does-not-wait",
                        Features.DEFAULT.with(Feature.MORE_ASYNC_BUILTINS),
                        "subtask.cancel")
                .refuses(
                        "async-func",
                        Features.DEFAULT.without(Feature.ASYNC),
                        "type at 0xb: an async func needs the feature \"async\", whose gate is closed")
                .accepts("async-func", Features.DEFAULT)
                .refuses(
                        "stream",
                        Features.DEFAULT.without(Feature.ASYNC),
                        "type at 0xb: a stream needs the feature \"async\", whose gate is closed")
                .accepts("stream", Features.DEFAULT)
                .refuses(
                        "future",
                        Features.DEFAULT.without(Feature.ASYNC),
                        "type at 0xb: a future needs the feature \"async\", whose gate is closed")
                .accepts("future", Features.DEFAULT)
                .refuses(
                        "async-builtin",
                        Features.DEFAULT.without(Feature.ASYNC),
                        "canon at 0xb: task.cancel needs the feature \"async\", whose gate is closed")
                .accepts("async-builtin", Features.DEFAULT, "task.cancel")
                .refuses(
                        "map",
                        Features.DEFAULT.without(Feature.MAP),
                        "type at 0xb: a map needs the feature \"map\", whose gate is closed")
                .accepts("map", Features.DEFAULT)
                .refuses(
                        "implements",
                        Features.DEFAULT.without(Feature.IMPLEMENTS),
                        "import at 0x10, import \"x\": the attribute implements needs the feature \"implements and "
                                + "external-id\", whose gate is closed")
                .accepts("implements", Features.DEFAULT)
                .refuses(
                        "external-id",
                        Features.DEFAULT.without(Feature.IMPLEMENTS),
                        "import at 0x10, import \"x\": the attribute external-id needs the feature \"implements and "
                                + "external-id\", whose gate is closed")
                .accepts("external-id", Features.DEFAULT)
                .tests();
    }
}
