package dev.witloof.core;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.internal.ByteClassCollector;
import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.compiler.internal.CompilerResult;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionBody;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.Instruction;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses between the engine's compiler and its interpreter, and runs the compiler. */
final class ModuleCompiler {

    private static final Logger LOG = LoggerFactory.getLogger(CoreModule.class);

    /** How the compiler names a function that exceeds what a JVM method can hold; no class of its API says which. */
    private static final Pattern TOO_LARGE = Pattern.compile("WASM function index: (\\d+)");

    /**
     * How many functions stand in a class. Classes are defined and checked as they are needed, so a few hundred keep a
     * start from a cache short, and the calls among them are as fast.
     */
    static final int FUNCTIONS_OF_A_CLASS = 100;

    /** The log needs no longer list of functions. */
    private static final int MOST_NAMED = 5;

    private ModuleCompiler() {}

    /**
     * What makes the machines of a module's instances.
     *
     * @param machines for each instance its machine
     * @param compiled the methods of the functions; {@code null} if the module is interpreted
     */
    record Code(
            Function<Instance, Machine> machines, @Nullable CompiledFunctions compiled) {}

    /**
     * Compiles a module, or decides not to.
     *
     * @param kept what a cache has for the module, whose functions have no bodies then
     * @param where names the module in the log
     */
    static Code code(
            WasmModule module, String className, GuestNames names, Execution execution, KeptCode kept, String where) {
        if (kept.found().isPresent()) {
            StoredCode found = kept.found().get();
            return ready(found, new CompiledClasses(found.classes()), names, where);
        }
        return switch (execution) {
            case INTERPRETED -> interpreted(names);
            case AUTOMATIC ->
                onlyForwards(module) ? interpreted(names) : compiled(module, className, names, kept, where);
            case COMPILED -> compiled(module, className, names, kept, where);
        };
    }

    private static Code interpreted(GuestNames names) {
        return new Code(instance -> new GuestInterpreter(instance, names), null);
    }

    private static Code compiled(WasmModule module, String className, GuestNames names, KeptCode kept, String where) {
        int imports = (int) module.importSection().stream()
                .filter(FunctionImport.class::isInstance)
                .count();
        Set<Integer> tailCalls = TailCalls.loopsOf(module);
        Set<Integer> tooLarge = new TreeSet<>();
        while (true) {
            Set<Integer> interpreted = new HashSet<>(tailCalls);
            interpreted.addAll(tooLarge);
            try {
                CompilerResult result = Compiler.builder(module)
                        .withClassName(className)
                        .withInterpretedFunctions(interpreted)
                        .withInterpreterFallback(InterpreterFallback.FAIL)
                        .withMaxFunctionsPerClass(FUNCTIONS_OF_A_CLASS)
                        .withClassCollectorFactory(ByteClassCollector::new)
                        .build()
                        .compile();
                StoredCode made =
                        new StoredCode(imports, tailCalls, tooLarge, "", className, byName(result.classBytes()));
                CompiledClasses classes = new CompiledClasses(made.classes());
                classes.defineAll();
                kept.keep(made);
                return ready(made, classes, names, where);
            } catch (RuntimeException | LinkageError | StackOverflowError refused) {
                int function = tooLargeFunction(refused);
                if (function < 0 || !tooLarge.add(function)) {
                    StoredCode nothing = StoredCode.refused(imports, refused.toString());
                    if (!(refused instanceof StackOverflowError)) {
                        // With a deeper stack it might be compiled, so that is not kept.
                        kept.keep(nothing);
                    }
                    return ready(nothing, new CompiledClasses(nothing.classes()), names, where);
                }
            }
        }
    }

    /** What makes machines of this code. Says in the log what is interpreted. */
    private static Code ready(StoredCode code, CompiledClasses classes, GuestNames names, String where) {
        if (code.isRefused()) {
            LOG.warn("{}: the compiler refuses the module, which will be interpreted: {}", where, code.refusal());
            return interpreted(names);
        }
        if (!code.tailCalls().isEmpty()) {
            LOG.warn("{}: {} may loop by tail calls and will be interpreted", where, named(code.tailCalls(), names));
        }
        for (int function : code.tooLarge()) {
            LOG.warn("{}: {} exceeds what a JVM method can hold and will be interpreted", where, names.frame(function));
        }
        Function<Instance, Machine> machines = classes.machines(code.mainClass());
        Set<Integer> interpreted = code.interpreted();
        Function<Instance, Machine> mixed =
                instance -> new MixedMachine(instance, machines.apply(instance), interpreted, names);
        return new Code(interpreted.isEmpty() ? machines : mixed, new CompiledFunctions(code.mainClass()));
    }

    /** The compiler names some classes by their names and some by what they are called in class files. */
    private static Map<String, byte[]> byName(Map<String, byte[]> classes) {
        Map<String, byte[]> named = new TreeMap<>();
        classes.forEach((name, bytes) -> named.put(name.replace('/', '.'), bytes));
        return named;
    }

    private static String named(Set<Integer> functions, GuestNames names) {
        String first =
                functions.stream().sorted().limit(MOST_NAMED).map(names::frame).collect(Collectors.joining(", "));
        return functions.size() <= MOST_NAMED ? first : first + " and " + (functions.size() - MOST_NAMED) + " more";
    }

    private static int tooLargeFunction(Throwable refused) {
        if (refused instanceof ChicoryException && refused.getMessage() != null) {
            Matcher matcher = TOO_LARGE.matcher(refused.getMessage());
            if (matcher.find()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        return -1;
    }

    /**
     * Whether no function computes anything: the shims and fixups that toolchains put between modules, which pass their
     * parameters on, and modules without code. Compiling such a module takes 5 to 18 ms, in the worst case seconds, as
     * much as tens of thousands of its interpreted calls; what computes or loops is compiled however small it is.
     */
    private static boolean onlyForwards(WasmModule module) {
        for (FunctionBody body : module.codeSection().functionBodies()) {
            for (Instruction instruction : body.instructions()) {
                switch (instruction.opcode()) {
                    case LOCAL_GET, I32_CONST, I64_CONST, CALL, CALL_INDIRECT, RETURN, UNREACHABLE, NOP, DROP, END -> {}
                    default -> {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
