package dev.witloof.core;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import com.dylibso.chicory.runtime.WasmException;
import com.dylibso.chicory.wasm.ChicoryException;
import dev.witloof.error.CancelledException;
import dev.witloof.error.DeadlineException;
import dev.witloof.error.ExitException;
import dev.witloof.error.LimitException;
import dev.witloof.error.TrapException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whatever leaves a core call, as a trap in the specification's words. The engine throws several unrelated classes, some
 * of the JDK's among them; an exception of the host passes through guest code unchanged and becomes a trap here.
 */
public final class CoreTraps {

    /** More frames than this help nobody. */
    private static final int MOST_FRAMES = 50;

    /** What the engine says first where it says more than the specification. */
    private static final List<String> WORDS = List.of(
            "out of bounds memory access",
            "out of bounds table access",
            "out of bounds array access",
            "integer divide by zero",
            "integer overflow",
            "invalid conversion to integer",
            "indirect call type mismatch",
            "call stack exhausted");

    /** What the interpreter says of a vector instruction. */
    private static final Pattern UNKNOWN_INSTRUCTION =
            Pattern.compile("Machine doesn't recognize Instruction .*?0x[0-9a-fA-F]+: (\\w+).*", Pattern.DOTALL);

    private static final Map<String, String> OTHER_WORDS = Map.of(
            "Trapped on unreachable instruction", "unreachable",
            "Trapped on call_ref on null function reference", "null function reference",
            "Trapped on ref_as_non_null on null reference", "null reference");

    private CoreTraps() {}

    /**
     * The trap that a core call ended with.
     *
     * @param thrown what left the call
     * @param export the exported function that the embedder called, if it is known
     * @param importOnTheWay the imported function that the guest was calling, if it was
     * @return a new trap with the guest's frames, and with {@code thrown} as its cause unless that was a trap of ours
     *     already, which keeps its class, its reason and whatever context it has
     * @throws Error {@code thrown} itself, if it is any but a {@link StackOverflowError}
     */
    public static TrapException asTrap(Throwable thrown, @Nullable String export, @Nullable String importOnTheWay) {
        if (thrown instanceof Error error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
        if (thrown instanceof TrapException ours) {
            return widened(ours, export, importOnTheWay);
        }
        TrapException trap = new TrapException(reason(thrown), export, importOnTheWay, frames(thrown), thrown);
        trap.setStackTrace(thrown.getStackTrace());
        return trap;
    }

    private static TrapException widened(TrapException trap, @Nullable String export, @Nullable String importOnTheWay) {
        String outer = trap.export().orElse(export);
        String inner = trap.importOnTheWay().orElse(importOnTheWay);
        List<String> frames = trap.frames().isEmpty() ? frames(trap) : trap.frames();
        TrapException wider;
        if (trap instanceof DeadlineException) {
            wider = new DeadlineException(trap.reason(), outer, inner, frames, trap.getCause());
        } else if (trap instanceof CancelledException) {
            wider = new CancelledException(trap.reason(), outer, inner, frames, trap.getCause());
        } else if (trap instanceof ExitException exit) {
            wider = new ExitException(exit.code(), outer, inner, frames);
        } else if (trap instanceof LimitException) {
            wider = new LimitException(trap.reason(), outer, inner, frames, trap.getCause());
        } else {
            wider = new TrapException(trap.reason(), outer, inner, frames, trap.getCause());
        }
        wider.setStackTrace(trap.getStackTrace());
        return wider;
    }

    private static String reason(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return "call stack exhausted";
        }
        if (thrown instanceof WasmException) {
            return "uncaught exception";
        }
        if (thrown instanceof ChicoryInterruptedException) {
            return "interrupted";
        }
        if (thrown instanceof ChicoryException || thrownByEngine(thrown)) {
            return words(thrown);
        }
        return "host function failed: " + thrown;
    }

    /** Whether an exception arose in code of the host's, such as the accessor of a user's record, and not in the guest. */
    public static boolean isOfHost(Throwable thrown) {
        return !(thrown instanceof TrapException)
                && !(thrown instanceof StackOverflowError)
                && !(thrown instanceof ChicoryException)
                && !thrownByEngine(thrown);
    }

    private static String words(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        for (String words : WORDS) {
            if (message.startsWith(words)) {
                return words;
            }
        }
        if (thrown instanceof ChicoryException) {
            return OTHER_WORDS.getOrDefault(message, message);
        }
        Matcher unknown = UNKNOWN_INSTRUCTION.matcher(message);
        if (unknown.matches()) {
            return "the core engine lacks the instruction " + unknown.group(1);
        }
        return thrown instanceof IndexOutOfBoundsException || thrown instanceof NegativeArraySizeException
                ? "out of bounds access"
                : "engine failed: " + thrown;
    }

    /** Whether the JDK's exception arose in the engine or in compiled guest code, not in the host. */
    private static boolean thrownByEngine(Throwable thrown) {
        for (StackTraceElement element : thrown.getStackTrace()) {
            String className = element.getClassName();
            if (!className.startsWith("java.") && !className.startsWith("jdk.")) {
                return className.startsWith("com.dylibso.chicory.") || className.startsWith(GuestNames.PACKAGE);
            }
        }
        return false;
    }

    /**
     * The guest's functions on the way to an exception, innermost first, by their names: {@code module!function}, or
     * {@code func[7]} where the name section is silent. Interpreted functions are known to the thread that they ran in,
     * until it runs others that fail.
     */
    public static List<String> frames(Throwable thrown) {
        // The engine turns the overflow of the stack into an exception where the outermost call began.
        Throwable source = thrown.getCause() instanceof StackOverflowError overflow ? overflow : thrown;
        List<String> left = GuestInterpreter.left(thrown);
        Iterator<String> interpreted = left.iterator();
        List<String> frames = new ArrayList<>();
        for (StackTraceElement element : source.getStackTrace()) {
            frames.add(
                    GuestInterpreter.isActivation(element) && interpreted.hasNext()
                            ? interpreted.next()
                            : GuestNames.frame(element).orElse(GuestInterpreter.NO_FRAME));
        }
        frames.removeIf(GuestInterpreter.NO_FRAME::equals);
        if (frames.isEmpty()) {
            // An exception without a stack trace, or made before it was thrown.
            frames.addAll(left);
            frames.removeIf(GuestInterpreter.NO_FRAME::equals);
        }
        if (frames.size() > MOST_FRAMES) {
            int more = frames.size() - MOST_FRAMES;
            frames.subList(MOST_FRAMES, frames.size()).clear();
            frames.add("(" + more + " more)");
        }
        return List.copyOf(frames);
    }
}
