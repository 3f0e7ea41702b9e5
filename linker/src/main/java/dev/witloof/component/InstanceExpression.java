package dev.witloof.component;

import java.util.List;

/**
 * How an instance is made.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#instance-definitions">Binary: instanceexpr</a>
 */
public sealed interface InstanceExpression {

    /**
     * {@code (instantiate c (with …)*)}.
     *
     * @param component the component's index, unsigned
     * @param arguments what it is given for its imports
     */
    record Instantiate(int component, List<Argument> arguments) implements InstanceExpression {

        /** Copies the list. */
        public Instantiate {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A bundle of definitions that are there already.
     *
     * @param exports the exports of the instance
     */
    record InlineExports(List<InlineExport> exports) implements InstanceExpression {

        /** Copies the list. */
        public InlineExports {
            exports = List.copyOf(exports);
        }
    }

    /**
     * {@code (with n si)}.
     *
     * @param name the import that it is given for
     * @param value what is given
     */
    record Argument(String name, SortIndex value) {}

    /**
     * {@code (export n si)}.
     *
     * @param name the export's name with its attributes
     * @param value what is exported
     */
    record InlineExport(ExternNameAttributes name, SortIndex value) {}
}
