package dev.witloof.core;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.StackFrame;
import com.dylibso.chicory.runtime.internal.CompilerInterpreterMachine;
import com.dylibso.chicory.wasm.types.FunctionType;
import java.util.Collection;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The machine of a module some of whose functions are interpreted. The compiler's own has an interpreter too, but one
 * that leaves a frame behind for each tail call. Compiled code reaches an interpreted function through the instance's
 * machine, so this one decides.
 */
final class MixedMachine implements Machine {

    private final Machine compiled;
    private final Interpreter interpreter;
    private final boolean[] interpreted;

    MixedMachine(Instance instance, Machine compiled, Collection<Integer> functions, GuestNames names) {
        int[] ids = functions.stream().mapToInt(Integer::intValue).sorted().toArray();
        this.compiled = compiled;
        this.interpreter = new Interpreter(instance, ids, names);
        this.interpreted = new boolean[ids[ids.length - 1] + 1];
        for (int id : ids) {
            interpreted[id] = true;
        }
    }

    @Override
    public long[] call(int function, long[] args) {
        return function < interpreted.length && interpreted[function]
                ? interpreter.call(function, args)
                : compiled.call(function, args);
    }

    /** The class of the machine that has the compiled code. */
    static Class<?> compiledClass(Machine machine) {
        return machine instanceof MixedMachine mixed ? mixed.compiled.getClass() : machine.getClass();
    }

    /** Interprets these functions and calls the others compiled. */
    static final class Interpreter extends CompilerInterpreterMachine {

        private final GuestNames names;

        Interpreter(Instance instance, int[] functions, GuestNames names) {
            super(instance, functions);
            this.names = names;
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
                GuestInterpreter.dropTailCalls(callStack, depth);
                return results;
            } catch (RuntimeException | StackOverflowError thrown) {
                GuestInterpreter.note(thrown, instance, function, names);
                throw thrown;
            }
        }
    }
}
