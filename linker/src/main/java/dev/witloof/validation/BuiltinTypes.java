package dev.witloof.validation;

import static dev.witloof.type.CoreValType.Number.I32;
import static dev.witloof.type.CoreValType.Number.I64;

import dev.witloof.component.BuiltinImmediates;
import dev.witloof.component.Canonical;
import dev.witloof.component.CanonicalOption;
import dev.witloof.error.InvalidException;
import dev.witloof.layout.Flattening;
import dev.witloof.layout.TypePredicates;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import dev.witloof.type.Feature;
import dev.witloof.type.FutureType;
import dev.witloof.type.StreamType;
import dev.witloof.type.ValType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The core types of the built-ins, and the checks of the indices that they carry.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#canonical-built-ins">Explainer: canonical built-ins</a>
 */
final class BuiltinTypes {

    /** How many slots the storage of a thread has. */
    private static final int CONTEXT_SLOTS = 2;

    private static final CoreValType.Reference FUNCREF =
            new CoreValType.Reference(true, CoreValType.AbstractHeapType.FUNC);

    private final Scope scope;

    BuiltinTypes(Scope scope) {
        this.scope = scope;
    }

    /** The type of the core function that a built-in defines. */
    CoreExternType.Func coreType(Canonical.Builtin form) {
        BuiltinImmediates given = form.immediates();
        switch (form.kind()) {
            case BACKPRESSURE_INC, BACKPRESSURE_DEC, TASK_CANCEL:
                return func(List.of());
            case TASK_RETURN:
                BuiltinImmediates.TaskResult result = (BuiltinImmediates.TaskResult) given;
                Options taken = CanonicalOptions.read(scope, result.options());
                if (taken.realloc().isPresent()
                        || taken.postReturn().isPresent()
                        || taken.callback().isPresent()
                        || taken.async()) {
                    throw new InvalidException(
                            "", "task.return: only the options memory and string-encoding are allowed");
                }
                List<ValType> values = result.result().map(new ValueTypes(scope)::resolve).stream()
                        .toList();
                List<CoreValType> flat = Flattening.flatten(values, Flattening.MAX_FLAT_PARAMS + 1);
                boolean spilled = flat.size() > Flattening.MAX_FLAT_PARAMS;
                if (spilled || values.stream().anyMatch(TypePredicates::containsPointer)) {
                    requireMemory(form, taken);
                }
                return func(spilled ? List.of(I32) : flat);
            case CONTEXT_GET:
                return func(List.of(), slot(form));
            case CONTEXT_SET:
                return func(List.of(slot(form)));
            case SUBTASK_CANCEL:
                cancelled(form, ((BuiltinImmediates.Async) given).async());
                return func(List.of(I32), I32);
            case SUBTASK_DROP, ERROR_CONTEXT_DROP, WAITABLE_SET_DROP, THREAD_RESUME_LATER:
                return func(List.of(I32));
            case STREAM_NEW, FUTURE_NEW:
                copied(form);
                return func(List.of(), I64);
            case STREAM_READ, STREAM_WRITE:
                copied(form);
                return func(List.of(I32, I32, I32), I32);
            case FUTURE_READ, FUTURE_WRITE:
                copied(form);
                return func(List.of(I32, I32), I32);
            case STREAM_CANCEL_READ, STREAM_CANCEL_WRITE, FUTURE_CANCEL_READ, FUTURE_CANCEL_WRITE:
                copied(form);
                return func(List.of(I32), I32);
            case STREAM_DROP_READABLE, STREAM_DROP_WRITABLE, FUTURE_DROP_READABLE, FUTURE_DROP_WRITABLE:
                copied(form);
                return func(List.of(I32));
            case ERROR_CONTEXT_NEW:
                requireMemory(form, synchronous(form));
                return func(List.of(I32, I32), I32);
            case ERROR_CONTEXT_DEBUG_MESSAGE:
                Options message = synchronous(form);
                requireMemory(form, message);
                requireRealloc(form, message);
                return func(List.of(I32, I32));
            case WAITABLE_SET_WAIT, WAITABLE_SET_POLL:
                CanonicalOptions.require32Bits(
                        scope.coreMemories.get(((BuiltinImmediates.CancellableInMemory) given).memory()));
                return func(List.of(I32, I32), I32);
            case WAITABLE_JOIN:
                return func(List.of(I32, I32));
            case WAITABLE_SET_NEW, THREAD_INDEX, THREAD_SUSPEND, THREAD_YIELD, THREAD_AVAILABLE_PARALLELISM:
                return func(List.of(), I32);
            case THREAD_NEW_INDIRECT:
                BuiltinImmediates.Indirect indirect = (BuiltinImmediates.Indirect) given;
                requireThreadStart(form, indirect.type(), indirect.table());
                return func(List.of(I32, I32), I32);
            case THREAD_SUSPEND_THEN_RESUME,
                    THREAD_YIELD_THEN_RESUME,
                    THREAD_SUSPEND_THEN_PROMOTE,
                    THREAD_YIELD_THEN_PROMOTE:
                return func(List.of(I32), I32);
            case THREAD_SPAWN_REF:
                int type = ((BuiltinImmediates.SharedRef) given).type();
                scope.coreTypes.get(type);
                CoreValType ref = new CoreValType.Reference(true, new CoreValType.TypeIndex(type));
                return func(List.of(ref, I32), I32);
            case THREAD_SPAWN_INDIRECT:
                BuiltinImmediates.SharedIndirect shared = (BuiltinImmediates.SharedIndirect) given;
                scope.coreTypes.get(shared.type());
                scope.coreTables.get(shared.table());
                return func(List.of(I32, I32), I32);
        }
        throw new IllegalStateException("no core type for " + form.kind());
    }

    private static CoreExternType.Func func(List<CoreValType> params, CoreValType... results) {
        return new CoreExternType.Func(params, List.of(results));
    }

    private CoreValType slot(Canonical.Builtin form) {
        BuiltinImmediates.ContextSlot slot = (BuiltinImmediates.ContextSlot) form.immediates();
        if (Integer.compareUnsigned(slot.index(), CONTEXT_SLOTS) >= 0) {
            throw new InvalidException(
                    "",
                    form.kind() + ": expected a slot below " + CONTEXT_SLOTS + ", found "
                            + Integer.toUnsignedString(slot.index()));
        }
        if (slot.type() == I64) {
            scope.limits.require(Feature.MEMORY64, form.kind() + " of i64");
        } else if (slot.type() != I32) {
            throw new InvalidException("", form.kind() + ": expected i32, found " + slot.type());
        }
        if (scope.contextType != null && scope.contextType != slot.type()) {
            throw new InvalidException(
                    "",
                    form.kind() + ": expected " + scope.contextType + " as everywhere in the component, found "
                            + slot.type());
        }
        scope.contextType = slot.type();
        return slot.type();
    }

    /** The options of a built-in that has no asynchronous form. */
    private Options synchronous(Canonical.Builtin form) {
        List<CanonicalOption> given = ((BuiltinImmediates.Options) form.immediates()).options();
        Options options = CanonicalOptions.ofBuiltin(scope, given, form.kind().toString());
        if (options.async()) {
            throw new InvalidException("", form.kind() + ": the option async is not allowed");
        }
        return options;
    }

    /** Checks that a thread can begin with what a table holds: a function that takes its argument and returns nothing. */
    private void requireThreadStart(Canonical.Builtin form, int type, int table) {
        CoreExternType.Func found = CoreTypes.funcType(scope, type);
        CoreExternType.Func expected = func(List.of(I32));
        if (!found.equals(expected)) {
            throw new InvalidException("", form.kind() + ": expected type " + expected + ", found " + found);
        }
        CoreExternType.Table functions = scope.coreTables.get(table);
        if (!functions.element().equals(FUNCREF) || functions.limits().address64()) {
            throw new InvalidException(
                    "", form.kind() + ": expected a table of " + FUNCREF + ", found one of " + functions.element());
        }
    }

    private void cancelled(Canonical.Builtin form, boolean async) {
        if (async) {
            scope.limits.require(Feature.MORE_ASYNC_BUILTINS, form.kind() + " with async");
        }
    }

    private static void requireMemory(Canonical.Builtin form, Options options) {
        if (options.memory().isEmpty()) {
            throw new InvalidException("", form.kind() + ": the option memory is needed");
        }
    }

    private static void requireRealloc(Canonical.Builtin form, Options options) {
        if (options.realloc().isEmpty()) {
            throw new InvalidException("", form.kind() + ": the option realloc is needed");
        }
    }

    /** Checks the type and the options of a built-in on streams or futures. */
    private void copied(Canonical.Builtin form) {
        BuiltinImmediates given = form.immediates();
        @Nullable Options options = null;
        int index;
        if (given instanceof BuiltinImmediates.OfType ofType) {
            index = ofType.type();
        } else if (given instanceof BuiltinImmediates.OfTypeWithOptions withOptions) {
            index = withOptions.type();
            options = CanonicalOptions.ofBuiltin(
                    scope, withOptions.options(), form.kind().toString());
            if (!options.async()) {
                scope.limits.require(Feature.MORE_ASYNC_BUILTINS, form.kind() + " without async");
            }
        } else {
            BuiltinImmediates.OfTypeAsync cancel = (BuiltinImmediates.OfTypeAsync) given;
            index = cancel.type();
            cancelled(form, cancel.async());
        }
        boolean stream = form.kind().toString().startsWith("stream.");
        Optional<ValType> type = Optional.of(scope.valueType(index));
        if (type.filter(t -> stream ? t instanceof StreamType : t instanceof FutureType)
                .isEmpty()) {
            throw new InvalidException(
                    "", form.kind() + ": expected a " + (stream ? "stream" : "future") + " type, found " + type.get());
        }
        Optional<ValType> element =
                type.get() instanceof StreamType streamed ? streamed.element() : ((FutureType) type.get()).value();
        if (options != null && element.isPresent()) {
            requireMemory(form, options);
            if (form.kind().toString().endsWith(".read") && TypePredicates.containsPointer(element.get())) {
                requireRealloc(form, options);
            }
        }
    }
}
