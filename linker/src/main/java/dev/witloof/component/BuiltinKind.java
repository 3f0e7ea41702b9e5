package dev.witloof.component;

import dev.witloof.type.Feature;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The built-ins beyond those of resources: opcode, name in the text format, feature, and what stands behind the opcode.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#canonical-definitions">Binary: canon</a>
 */
public enum BuiltinKind {
    /** {@code backpressure.inc}. */
    BACKPRESSURE_INC(0x24, "backpressure.inc", Feature.ASYNC, Form.NONE),
    /** {@code backpressure.dec}. */
    BACKPRESSURE_DEC(0x25, "backpressure.dec", Feature.ASYNC, Form.NONE),
    /** {@code task.return}. */
    TASK_RETURN(0x09, "task.return", Feature.ASYNC, Form.TASK_RESULT),
    /** {@code task.cancel}. */
    TASK_CANCEL(0x05, "task.cancel", Feature.ASYNC, Form.NONE),
    /** {@code context.get}. */
    CONTEXT_GET(0x0a, "context.get", Feature.ASYNC, Form.CONTEXT_SLOT),
    /** {@code context.set}. */
    CONTEXT_SET(0x0b, "context.set", Feature.ASYNC, Form.CONTEXT_SLOT),
    /** {@code subtask.cancel}. */
    SUBTASK_CANCEL(0x06, "subtask.cancel", Feature.ASYNC, Form.ASYNC),
    /** {@code subtask.drop}. */
    SUBTASK_DROP(0x0d, "subtask.drop", Feature.ASYNC, Form.NONE),
    /** {@code stream.new}. */
    STREAM_NEW(0x0e, "stream.new", Feature.ASYNC, Form.OF_TYPE),
    /** {@code stream.read}. */
    STREAM_READ(0x0f, "stream.read", Feature.ASYNC, Form.OF_TYPE_WITH_OPTIONS),
    /** {@code stream.write}. */
    STREAM_WRITE(0x10, "stream.write", Feature.ASYNC, Form.OF_TYPE_WITH_OPTIONS),
    /** {@code stream.cancel-read}. */
    STREAM_CANCEL_READ(0x11, "stream.cancel-read", Feature.ASYNC, Form.OF_TYPE_ASYNC),
    /** {@code stream.cancel-write}. */
    STREAM_CANCEL_WRITE(0x12, "stream.cancel-write", Feature.ASYNC, Form.OF_TYPE_ASYNC),
    /** {@code stream.drop-readable}. */
    STREAM_DROP_READABLE(0x13, "stream.drop-readable", Feature.ASYNC, Form.OF_TYPE),
    /** {@code stream.drop-writable}. */
    STREAM_DROP_WRITABLE(0x14, "stream.drop-writable", Feature.ASYNC, Form.OF_TYPE),
    /** {@code future.new}. */
    FUTURE_NEW(0x15, "future.new", Feature.ASYNC, Form.OF_TYPE),
    /** {@code future.read}. */
    FUTURE_READ(0x16, "future.read", Feature.ASYNC, Form.OF_TYPE_WITH_OPTIONS),
    /** {@code future.write}. */
    FUTURE_WRITE(0x17, "future.write", Feature.ASYNC, Form.OF_TYPE_WITH_OPTIONS),
    /** {@code future.cancel-read}. */
    FUTURE_CANCEL_READ(0x18, "future.cancel-read", Feature.ASYNC, Form.OF_TYPE_ASYNC),
    /** {@code future.cancel-write}. */
    FUTURE_CANCEL_WRITE(0x19, "future.cancel-write", Feature.ASYNC, Form.OF_TYPE_ASYNC),
    /** {@code future.drop-readable}. */
    FUTURE_DROP_READABLE(0x1a, "future.drop-readable", Feature.ASYNC, Form.OF_TYPE),
    /** {@code future.drop-writable}. */
    FUTURE_DROP_WRITABLE(0x1b, "future.drop-writable", Feature.ASYNC, Form.OF_TYPE),
    /** {@code error-context.new}. */
    ERROR_CONTEXT_NEW(0x1c, "error-context.new", Feature.ERROR_CONTEXT, Form.OPTIONS),
    /** {@code error-context.debug-message}. */
    ERROR_CONTEXT_DEBUG_MESSAGE(0x1d, "error-context.debug-message", Feature.ERROR_CONTEXT, Form.OPTIONS),
    /** {@code error-context.drop}. */
    ERROR_CONTEXT_DROP(0x1e, "error-context.drop", Feature.ERROR_CONTEXT, Form.NONE),
    /** {@code waitable-set.new}. */
    WAITABLE_SET_NEW(0x1f, "waitable-set.new", Feature.ASYNC, Form.NONE),
    /** {@code waitable-set.wait}. */
    WAITABLE_SET_WAIT(0x20, "waitable-set.wait", Feature.ASYNC, Form.CANCELLABLE_IN_MEMORY),
    /** {@code waitable-set.poll}. */
    WAITABLE_SET_POLL(0x21, "waitable-set.poll", Feature.ASYNC, Form.CANCELLABLE_IN_MEMORY),
    /** {@code waitable-set.drop}. */
    WAITABLE_SET_DROP(0x22, "waitable-set.drop", Feature.ASYNC, Form.NONE),
    /** {@code waitable.join}. */
    WAITABLE_JOIN(0x23, "waitable.join", Feature.ASYNC, Form.NONE),
    /** {@code thread.index}. */
    THREAD_INDEX(0x26, "thread.index", Feature.THREADING, Form.NONE),
    /** {@code thread.new-indirect}. */
    THREAD_NEW_INDIRECT(0x27, "thread.new-indirect", Feature.THREADING, Form.INDIRECT),
    /** {@code thread.resume-later}. */
    THREAD_RESUME_LATER(0x28, "thread.resume-later", Feature.THREADING, Form.NONE),
    /** {@code thread.suspend}. */
    THREAD_SUSPEND(0x29, "thread.suspend", Feature.THREADING, Form.CANCELLABLE),
    /** {@code thread.yield}. */
    THREAD_YIELD(0x0c, "thread.yield", Feature.ASYNC, Form.CANCELLABLE),
    /** {@code thread.suspend-then-resume}. */
    THREAD_SUSPEND_THEN_RESUME(0x2a, "thread.suspend-then-resume", Feature.THREADING, Form.CANCELLABLE),
    /** {@code thread.yield-then-resume}. */
    THREAD_YIELD_THEN_RESUME(0x2b, "thread.yield-then-resume", Feature.THREADING, Form.CANCELLABLE),
    /** {@code thread.suspend-then-promote}. */
    THREAD_SUSPEND_THEN_PROMOTE(0x2c, "thread.suspend-then-promote", Feature.THREADING, Form.CANCELLABLE),
    /** {@code thread.yield-then-promote}. */
    THREAD_YIELD_THEN_PROMOTE(0x2d, "thread.yield-then-promote", Feature.THREADING, Form.CANCELLABLE),
    /** {@code thread.spawn-ref}. */
    THREAD_SPAWN_REF(0x40, "thread.spawn-ref", Feature.SHARED_EVERYTHING_THREADS, Form.SHARED_REF),
    /** {@code thread.spawn-indirect}. */
    THREAD_SPAWN_INDIRECT(0x41, "thread.spawn-indirect", Feature.SHARED_EVERYTHING_THREADS, Form.SHARED_INDIRECT),
    /** {@code thread.available-parallelism}. */
    THREAD_AVAILABLE_PARALLELISM(0x42, "thread.available-parallelism", Feature.SHARED_EVERYTHING_THREADS, Form.SHARED);

    private static final @Nullable BuiltinKind[] BY_OPCODE = new BuiltinKind[0x100];

    static {
        for (BuiltinKind kind : values()) {
            BY_OPCODE[kind.opcode] = kind;
        }
    }

    private final int opcode;
    private final String words;
    private final Feature feature;
    private final Form form;

    BuiltinKind(int opcode, String words, Feature feature, Form form) {
        this.opcode = opcode;
        this.words = words;
        this.feature = feature;
        this.form = form;
    }

    /** The built-in with this opcode, from 0 to 255; empty if there is none. */
    public static Optional<BuiltinKind> ofOpcode(int opcode) {
        return Optional.ofNullable(BY_OPCODE[opcode]);
    }

    /** The byte that stands for it in the binary. */
    public int opcode() {
        return opcode;
    }

    /** The feature to which it belongs. */
    public Feature feature() {
        return feature;
    }

    /** What stands behind its opcode. */
    public Form form() {
        return form;
    }

    /** The built-in as the text format writes it, such as {@code stream.cancel-read}. */
    @Override
    public String toString() {
        return words;
    }

    /** The forms of {@link BuiltinImmediates}. */
    public enum Form {
        /** Nothing: {@link BuiltinImmediates.None}. */
        NONE,
        /** {@link BuiltinImmediates.TaskResult}. */
        TASK_RESULT,
        /** {@link BuiltinImmediates.ContextSlot}. */
        CONTEXT_SLOT,
        /** {@link BuiltinImmediates.Async}. */
        ASYNC,
        /** {@link BuiltinImmediates.OfType}. */
        OF_TYPE,
        /** {@link BuiltinImmediates.OfTypeWithOptions}. */
        OF_TYPE_WITH_OPTIONS,
        /** {@link BuiltinImmediates.OfTypeAsync}. */
        OF_TYPE_ASYNC,
        /** {@link BuiltinImmediates.Options}. */
        OPTIONS,
        /** {@link BuiltinImmediates.Cancellable}. */
        CANCELLABLE,
        /** {@link BuiltinImmediates.CancellableInMemory}. */
        CANCELLABLE_IN_MEMORY,
        /** {@link BuiltinImmediates.Indirect}. */
        INDIRECT,
        /** {@link BuiltinImmediates.Shared}. */
        SHARED,
        /** {@link BuiltinImmediates.SharedRef}. */
        SHARED_REF,
        /** {@link BuiltinImmediates.SharedIndirect}. */
        SHARED_INDIRECT
    }
}
