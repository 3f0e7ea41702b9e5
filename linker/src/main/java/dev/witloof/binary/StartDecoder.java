package dev.witloof.binary;

import dev.witloof.component.Definition;
import java.util.List;

/**
 * Decodes start definitions.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#-start-definitions">Binary: start definitions</a>
 */
final class StartDecoder {

    private StartDecoder() {}

    static Definition start(BinaryReader in) {
        int at = in.position();
        int func = in.u32("a function's index");
        List<Integer> arguments = in.vec("argument", "arguments", () -> in.u32("a value's index"));
        return new Definition.StartDefinition(at, func, arguments, in.u32("the number of results"));
    }
}
