package dev.witloof.core;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.InterpreterMachine;
import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.runtime.StackFrame;
import com.dylibso.chicory.wasm.types.FunctionType;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engine's interpreter, which notes the guest functions that an exception leaves: a Java stack trace does not say
 * which function an interpreter was at.
 */
final class GuestInterpreter extends InterpreterMachine {

    /** Enough for any message; a deep recursion leaves thousands. */
    private static final int MOST_NOTED = 256;

    /** Stands for an activation that is not the guest's. */
    static final String NO_FRAME = "";

    private static final ThreadLocal<Unwinding> LAST = ThreadLocal.withInitial(Unwinding::new);

    private final GuestNames names;

    GuestInterpreter(Instance instance, GuestNames names) {
        super(instance);
        this.names = names;
    }

    /** The last exception that left interpreted code in this thread, and the functions it left, innermost first. */
    private static final class Unwinding {
        WeakReference<Throwable> thrown = new WeakReference<>(null);
        List<String> frames = List.of();
    }

    @Override
    protected long @Nullable [] call(
            MStack stack,
            Instance instance,
            Deque<StackFrame> callStack,
            int function,
            long[] args,
            @Nullable FunctionType callType,
            boolean popResults) {
        int depth = callStack.size();
        try {
            long[] results = super.call(stack, instance, callStack, function, args, callType, popResults);
            dropTailCalls(callStack, depth);
            return results;
        } catch (RuntimeException | StackOverflowError thrown) {
            note(thrown, instance, function, names);
            throw thrown;
        }
    }

    /**
     * Drops what a call has left on the stack of activations. The engine takes away the frame with which the call began;
     * if that was replaced by tail calls the last one stays, and the caller's own tail call would take it for its own.
     */
    static void dropTailCalls(Deque<StackFrame> callStack, int depth) {
        while (callStack.size() > depth) {
            callStack.pop();
        }
    }

    /** Notes that an exception leaves a function. An import has an activation as well, but is no frame of the guest. */
    static void note(Throwable thrown, Instance instance, int function, GuestNames names) {
        note(thrown, function < instance.imports().functionCount() ? NO_FRAME : names.frame(function));
    }

    private static void note(Throwable thrown, String frame) {
        Unwinding last = LAST.get();
        Throwable before = last.thrown.get();
        if (before == null || before != thrown && before != thrown.getCause()) {
            last.frames = new ArrayList<>();
        }
        if (before != thrown) {
            last.thrown = new WeakReference<>(thrown);
        }
        if (last.frames.size() < MOST_NOTED) {
            last.frames.add(frame);
        }
    }

    /**
     * The activations that an exception left in this thread, innermost first, some of them {@link #NO_FRAME}; empty for
     * an older exception.
     */
    static List<String> left(Throwable thrown) {
        Unwinding last = LAST.get();
        return last.thrown.get() == thrown ? List.copyOf(last.frames) : List.of();
    }

    /** Whether a Java frame is the activation of a function in this interpreter. */
    static boolean isActivation(StackTraceElement element) {
        String name = element.getClassName();
        return (name.equals(GuestInterpreter.class.getName()) || name.equals(MixedMachine.Interpreter.class.getName()))
                && element.getMethodName().equals("call");
    }
}
