package dev.witloof.component;

import dev.witloof.type.CoreValType;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind the opcode of a built-in; {@link BuiltinKind#form()} tells which of these a built-in has.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#canonical-definitions">Binary: canon</a>
 */
public sealed interface BuiltinImmediates {

    /** Nothing. */
    record None() implements BuiltinImmediates {}

    /**
     * The result that a task returns.
     *
     * @param result the type of the result
     * @param options the options in order
     */
    record TaskResult(Optional<ValTypeRef> result, List<CanonicalOption> options) implements BuiltinImmediates {

        /** Copies the list. */
        public TaskResult {
            options = List.copyOf(options);
        }
    }

    /**
     * A place in the storage of the current thread.
     *
     * @param type the type of what is stored
     * @param index which place, unsigned
     */
    record ContextSlot(CoreValType type, int index) implements BuiltinImmediates {}

    /**
     * {@code async?}.
     *
     * @param async whether the call returns at once
     */
    record Async(boolean async) implements BuiltinImmediates {}

    /**
     * A stream or future type.
     *
     * @param type the type's index, unsigned
     */
    record OfType(int type) implements BuiltinImmediates {}

    /**
     * A stream or future type, and options.
     *
     * @param type the type's index, unsigned
     * @param options the options in order
     */
    record OfTypeWithOptions(int type, List<CanonicalOption> options) implements BuiltinImmediates {

        /** Copies the list. */
        public OfTypeWithOptions {
            options = List.copyOf(options);
        }
    }

    /**
     * A stream or future type, and {@code async?}.
     *
     * @param type the type's index, unsigned
     * @param async whether the call returns at once
     */
    record OfTypeAsync(int type, boolean async) implements BuiltinImmediates {}

    /**
     * Options alone.
     *
     * @param options the options in order
     */
    record Options(List<CanonicalOption> options) implements BuiltinImmediates {

        /** Copies the list. */
        public Options {
            options = List.copyOf(options);
        }
    }

    /**
     * {@code cancel?}.
     *
     * @param cancellable whether the wait ends when the task is cancelled
     */
    record Cancellable(boolean cancellable) implements BuiltinImmediates {}

    /**
     * {@code cancel?} and a memory.
     *
     * @param cancellable whether the wait ends when the task is cancelled
     * @param memory the core memory's index, unsigned
     */
    record CancellableInMemory(boolean cancellable, int memory) implements BuiltinImmediates {}

    /**
     * A core function type and a table.
     *
     * @param type the core function type's index, unsigned
     * @param table the core table's index, unsigned
     */
    record Indirect(int type, int table) implements BuiltinImmediates {}

    /**
     * {@code shared?}.
     *
     * @param shared whether threads share it
     */
    record Shared(boolean shared) implements BuiltinImmediates {}

    /**
     * {@code shared?} and a core function type.
     *
     * @param shared whether threads share it
     * @param type the core function type's index, unsigned
     */
    record SharedRef(boolean shared, int type) implements BuiltinImmediates {}

    /**
     * {@code shared?}, a core function type and a table.
     *
     * @param shared whether threads share it
     * @param type the core function type's index, unsigned
     * @param table the core table's index, unsigned
     */
    record SharedIndirect(boolean shared, int type, int table) implements BuiltinImmediates {}
}
