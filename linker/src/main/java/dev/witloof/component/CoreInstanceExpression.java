package dev.witloof.component;

import java.util.List;

/**
 * How a core instance is made.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#instance-definitions">Binary: core:instanceexpr</a>
 */
public sealed interface CoreInstanceExpression {

    /**
     * {@code (instantiate m (with …)*)}.
     *
     * @param module the core module's index, unsigned
     * @param arguments the instances from which its imports are taken
     */
    record Instantiate(int module, List<Argument> arguments) implements CoreInstanceExpression {

        /** Copies the list. */
        public Instantiate {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A bundle of core definitions that are there already.
     *
     * @param exports the exports of the core instance
     */
    record InlineExports(List<InlineExport> exports) implements CoreInstanceExpression {

        /** Copies the list. */
        public InlineExports {
            exports = List.copyOf(exports);
        }
    }

    /**
     * {@code (with n (instance i))}.
     *
     * @param name the first of the two names of the imports that it serves
     * @param instance the core instance's index, unsigned
     */
    record Argument(String name, int instance) {}

    /**
     * {@code (export n si)}.
     *
     * @param name the export's name
     * @param value what is exported
     */
    record InlineExport(String name, CoreSortIndex value) {}
}
