package dev.witloof.validation;

import dev.witloof.type.Features;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Types at the limits of depth, of their number of nodes and of their size in memory. */
final class TypeLimitsTest {

    @TestFactory
    Stream<DynamicTest> limits() {
        return Parts.of("limits")
                .accepts("depth-100")
                .refuses("depth-101", "type at 0xf6: the type is nested deeper than 100 levels")
                .refuses("depth-of-instances", "type at 0x515: the type is nested deeper than 100 levels")
                .accepts("size-below-a-million")
                .refuses("size-over-a-million", "type at 0x54: the type is larger than 1000000 nodes")
                .refuses("size-of-all", "type at 0x5b: the types of the component are larger than 3000000 nodes")
                .refuses("size-of-a-func", "type at 0x54: the type is larger than 1000000 nodes")
                .accepts("bytes-2-28-less-one", Features.ALL)
                .refuses(
                        "bytes-2-28",
                        Features.ALL,
                        "type at 0xb: a value of the type takes 2^28 bytes or more, expected fewer: list<u8, 268435456>")
                .refuses(
                        "bytes-of-lists-of-lists",
                        Features.ALL,
                        "type at 0x10: a value of the type takes 2^28 bytes or more, expected fewer: list<list<u64, "
                                + "65536>, 512>")
                .refuses(
                        "bytes-of-the-largest-length",
                        Features.ALL,
                        "type at 0xb: a value of the type takes 2^28 bytes or more, expected fewer: list<u64, "
                                + "4294967295>")
                .accepts("bytes-behind-a-pointer", Features.ALL)
                .refuses(
                        "bytes-of-pointers-64-bits-wide",
                        Features.ALL,
                        "type at 0xb: a value of the type takes 2^28 bytes or more, expected fewer: list<string, "
                                + "16777216>")
                .tests();
    }
}
