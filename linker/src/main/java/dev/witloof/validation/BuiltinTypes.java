package dev.witloof.validation;

import static dev.witloof.type.CoreValType.Number.I32;
import static dev.witloof.type.CoreValType.Number.I64;

import dev.witloof.component.BuiltinImmediates;
import dev.witloof.component.Canonical;
import dev.witloof.component.CanonicalOption;
import dev.witloof.error.InvalidException;
import dev.witloof.layout.Flattening;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import dev.witloof.type.FutureType;
import dev.witloof.type.StreamType;
import dev.witloof.type.ValType;
import java.util.List;
import java.util.Optional;

/**
 * The core types of the built-ins, and the checks of the indices that they carry.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#canonical-built-ins">Explainer: canonical built-ins</a>
 */
final class BuiltinTypes {

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
                options(result.options());
                List<ValType> values = result.result().map(new ValueTypes(scope)::resolve).stream()
                        .toList();
                List<CoreValType> flat = Flattening.flatten(values, Flattening.MAX_FLAT_PARAMS + 1);
                return func(flat.size() > Flattening.MAX_FLAT_PARAMS ? List.of(I32) : flat);
            case CONTEXT_GET:
                return func(List.of(), slot(given));
            case CONTEXT_SET:
                return func(List.of(slot(given)));
            case SUBTASK_CANCEL:
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
                options(((BuiltinImmediates.Options) given).options());
                return func(List.of(I32, I32), I32);
            case ERROR_CONTEXT_DEBUG_MESSAGE:
                options(((BuiltinImmediates.Options) given).options());
                return func(List.of(I32, I32));
            case WAITABLE_SET_WAIT, WAITABLE_SET_POLL:
                scope.coreMemories.get(((BuiltinImmediates.CancellableInMemory) given).memory());
                return func(List.of(I32, I32), I32);
            case WAITABLE_JOIN:
                return func(List.of(I32, I32));
            case WAITABLE_SET_NEW, THREAD_INDEX, THREAD_SUSPEND, THREAD_YIELD, THREAD_AVAILABLE_PARALLELISM:
                return func(List.of(), I32);
            case THREAD_NEW_INDIRECT:
                BuiltinImmediates.Indirect indirect = (BuiltinImmediates.Indirect) given;
                scope.coreTypes.get(indirect.type());
                scope.coreTables.get(indirect.table());
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

    private static CoreValType slot(BuiltinImmediates given) {
        return ((BuiltinImmediates.ContextSlot) given).type();
    }

    private void options(List<CanonicalOption> options) {
        CanonicalOptions.read(scope, options);
    }

    /** Checks the type and the options of a built-in on streams or futures. */
    private void copied(Canonical.Builtin form) {
        BuiltinImmediates given = form.immediates();
        int index;
        if (given instanceof BuiltinImmediates.OfType ofType) {
            index = ofType.type();
        } else if (given instanceof BuiltinImmediates.OfTypeWithOptions withOptions) {
            index = withOptions.type();
            options(withOptions.options());
        } else {
            index = ((BuiltinImmediates.OfTypeAsync) given).type();
        }
        boolean stream = form.kind().toString().startsWith("stream.");
        Optional<ValType> type = Optional.of(scope.valueType(index));
        if (type.filter(t -> stream ? t instanceof StreamType : t instanceof FutureType)
                .isEmpty()) {
            throw new InvalidException(
                    "", form.kind() + ": expected a " + (stream ? "stream" : "future") + " type, found " + type.get());
        }
    }
}
