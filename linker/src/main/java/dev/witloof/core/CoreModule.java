package dev.witloof.core;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.AnnotatedInstruction;
import com.dylibso.chicory.wasm.types.CodeSection;
import com.dylibso.chicory.wasm.types.Element;
import com.dylibso.chicory.wasm.types.FunctionBody;
import com.dylibso.chicory.wasm.types.FunctionSection;
import com.dylibso.chicory.wasm.types.Import;
import dev.witloof.error.InvalidException;
import dev.witloof.error.LimitException;
import dev.witloof.error.MalformedException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.limit.Limits;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.ModuleType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A core module: parsed and validated once, compiled once, instantiated as often as one likes. It is immutable and may be
 * shared by threads.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#module-definitions">Explainer: core modules</a>
 */
public final class CoreModule {

    private static final AtomicLong WITHOUT_DIGEST = new AtomicLong();

    private final String path;
    private final WasmModule wasm;
    private final ModuleType type;
    private final Map<String, ExportedDefinition> exports = new HashMap<>();
    private final Execution execution;
    private final String className;
    private final GuestNames names;
    private final long definitions;
    private final Map<Integer, WasmModule> gateways = new ConcurrentHashMap<>();
    private volatile ModuleCompiler.@Nullable Code code;
    /** What it is made from; nothing, once it is made. */
    private KeptCode kept;

    /** An export: where it stands among the exports, and what it names in which index space. */
    record ExportedDefinition(int position, int index, CoreExternType type) {}

    private CoreModule(
            WasmModule parsed, ModuleType type, Execution execution, KeptCode kept, String digest, String path) {
        this.path = path;
        this.kept = kept;
        this.wasm = ModuleParser.withPositionalImports(parsed);
        this.type = type;
        this.execution = execution;
        for (int i = 0; i < type.exports().size(); i++) {
            ModuleType.Export each = type.exports().get(i);
            int index = parsed.exportSection().getExport(i).index();
            exports.put(each.name(), new ExportedDefinition(i, index, each.type()));
        }
        // The same in each run, as compiled code is kept.
        this.className = GuestNames.PACKAGE + "Module_" + digest;
        int imports = (int) type.imports().stream()
                .filter(each -> each.type() instanceof CoreExternType.Func)
                .count();
        this.names = GuestNames.of(className, imports, wasm.nameSection());
        this.definitions = definitions(wasm);
    }

    private static long definitions(WasmModule wasm) {
        long elements = 0;
        for (Element segment : wasm.elementSection().elements()) {
            elements += 1 + segment.elementCount();
        }
        return (long) wasm.importSection().importCount()
                + wasm.functionSection().functionCount()
                + wasm.globalSection().globalCount()
                + wasm.dataSection().dataSegmentCount()
                + elements;
    }

    private static String hexadecimal(@Nullable String digest) {
        return digest == null
                ? "n" + WITHOUT_DIGEST.incrementAndGet()
                : Sha256.hex(Base64.getDecoder().decode(digest.substring(digest.indexOf(':') + 1)));
    }

    /** {@link #parse(byte[], int, int, String, Execution)} with {@link Execution#AUTOMATIC}. */
    public static CoreModule parse(byte[] bytes, int offset, int length, String path) {
        return parse(bytes, offset, length, path, Execution.AUTOMATIC);
    }

    /** {@link #parse(byte[], int, int, String, Execution, CompilationCache)} with {@link CompilationCache#none()}. */
    public static CoreModule parse(byte[] bytes, int offset, int length, String path, Execution execution) {
        return parse(bytes, offset, length, path, execution, CompilationCache.none());
    }

    /**
     * Parses and validates a module. Where its compiled code is at hand it was valid when that was made, so that its
     * functions are not looked at again.
     *
     * @param bytes the outermost input
     * @param offset where the module begins in it
     * @param length the module's length in bytes
     * @param path the definitions around the module, for messages; may be empty
     * @param execution how its functions are to run
     * @param cache where its compiled code is looked for, and kept
     * @throws MalformedException if the bytes break the binary format
     * @throws InvalidException if they break a rule of validation, or use what the engine does not know
     */
    public static CoreModule parse(
            byte[] bytes, int offset, int length, String path, Execution execution, CompilationCache cache) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        KeptCode kept = cache.of(bytes, offset, length, execution);
        WasmModule parsed = ModuleParser.parse(bytes, offset, length, path, kept);
        String digest = kept.digest().orElseGet(() -> hexadecimal(parsed.digest()));
        return ModuleParser.guarded(
                path,
                offset,
                () -> new CoreModule(parsed, ModuleTypes.of(parsed, path), execution, kept, digest, path));
    }

    /** The imports and the exports, each in order. */
    public ModuleType type() {
        return type;
    }

    /** The name of a function in the name section, by the function's index. */
    public Optional<String> functionName(int index) {
        return names.function(index);
    }

    /**
     * Compiles the module unless that was done already, which takes from milliseconds to, for modules of many megabytes,
     * tens of seconds. Instantiating does it too.
     */
    public void prepare() {
        code();
    }

    /** {@link #instantiate(List, Allowance)} in a store of its own. */
    public CoreInstance instantiate(List<CoreExtern> imports) {
        return instantiate(imports, new Allowance(Limits.NONE));
    }

    /**
     * Makes an instance: checks the imports, runs the segments and the start function. An exported {@code _start} is not
     * called.
     *
     * @param imports what to give for each import, in the order of {@link #type()}
     * @param allowance what may be made in the instance's store
     * @throws InvalidException if something given is not of the type that the import has
     * @throws LimitException if the allowance does not suffice
     * @throws UninstantiableException if the start function traps, a segment does not fit, or a memory or table is too
     *     large for this host; the cause is the trap
     */
    public CoreInstance instantiate(List<CoreExtern> imports, Allowance allowance) {
        return Instantiation.of(this, imports, allowance);
    }

    /**
     * The pages of 64 KiB with which the memories of an instance begin; of a memory that threads share, all that it may
     * have, because it has its whole room from the start.
     */
    public long beginningPages() {
        return wasm.memorySection()
                .map(section -> IntStream.range(0, section.memoryCount())
                        .mapToLong(i -> CoreMemory.beginningPages(
                                CoreTypes.memory(section.getMemory(i).limits())))
                        .sum())
                .orElse(0L);
    }

    /** The elements with which the tables of an instance begin. */
    public long beginningElements() {
        return IntStream.range(0, wasm.tableSection().tableCount())
                .mapToLong(i -> wasm.tableSection().getTable(i).limits().min())
                .sum();
    }

    /** How many functions, globals, segments and elements of segments each instance has of its own. */
    long definitions() {
        return definitions;
    }

    ModuleCompiler.Code code() {
        ModuleCompiler.Code made = code;
        if (made == null) {
            synchronized (this) {
                made = code;
                if (made == null) {
                    made = ModuleCompiler.code(wasm, className, names, execution, kept, where());
                    code = made;
                    kept = KeptCode.NONE;
                }
            }
        }
        return made;
    }

    Optional<MethodHandle> compiledMethod(int index, MethodType exact, Class<?> machine) {
        CompiledFunctions compiled = code().compiled();
        return compiled == null ? Optional.empty() : compiled.method(index, exact, machine);
    }

    @Nullable
    ExportedDefinition exported(String name) {
        return exports.get(name);
    }

    /** The engine's module; its imports are named by their positions. */
    WasmModule wasm() {
        return wasm;
    }

    Import engineImport(int position) {
        return wasm.importSection().getImport(position);
    }

    String path() {
        return path;
    }

    /** The module in messages. */
    String where() {
        return path.isEmpty() ? "core module" : path;
    }

    /** A module with the types of this one and a single function, of the given type, that has no code. */
    WasmModule gatewayModule(int functionType) {
        return gateways.computeIfAbsent(
                functionType,
                each -> WasmModule.builder()
                        .setTypeSection(wasm.typeSection())
                        .setFunctionSection(
                                FunctionSection.builder().addFunctionType(each).build())
                        .setCodeSection(CodeSection.builder()
                                .addFunctionBody(new FunctionBody(List.of(), List.<AnnotatedInstruction>of()))
                                .build())
                        .withValidation(false)
                        .build());
    }
}
