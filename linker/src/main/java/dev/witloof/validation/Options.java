package dev.witloof.validation;

import dev.witloof.component.CanonicalOption.StringEncoding;
import java.util.OptionalInt;

/**
 * The canonical options of one definition, checked.
 *
 * @param encoding how strings lie in memory
 * @param memory the core memory
 * @param realloc the core function that allocates in it
 * @param postReturn the core function that is called after the results were lifted
 * @param callback the core function that continues an asynchronous call
 * @param async whether the asynchronous calling convention is asked for
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canonical-abi-options">CanonicalABI: canonical ABI options</a>
 */
public record Options(
        StringEncoding encoding,
        OptionalInt memory,
        OptionalInt realloc,
        OptionalInt postReturn,
        OptionalInt callback,
        boolean async) {}
