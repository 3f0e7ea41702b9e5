package dev.witloof.core;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import com.dylibso.chicory.runtime.ExecutionListener;
import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.wasm.types.Instruction;

/**
 * Looks for an interrupt of the thread where the engine does not. Compiled code looks at each call and each jump back; the
 * interpreter only at calls and at {@code br}, so that a loop by {@code br_if}, a tail call or an exception would go on
 * for ever; and an instruction that fills or copies much takes its time.
 */
final class Interrupts implements ExecutionListener {

    /** For the interpreter. */
    static final Interrupts LISTENER = new Interrupts();

    /** So many bytes are filled or copied at once: a fraction of a millisecond. */
    static final int CHUNK = 1 << 22;

    private Interrupts() {}

    /** Ends guest code in a thread that was interrupted; the interrupt stays. */
    static void poll() {
        if (Thread.currentThread().isInterrupted()) {
            throw new ChicoryInterruptedException("Thread interrupted");
        }
    }

    @Override
    public void onExecution(Instruction instruction, MStack stack) {
        poll();
    }
}
