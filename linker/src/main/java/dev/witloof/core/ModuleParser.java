package dev.witloof.core;

import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.CustomSection;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.GlobalImport;
import com.dylibso.chicory.wasm.types.Import;
import com.dylibso.chicory.wasm.types.ImportSection;
import com.dylibso.chicory.wasm.types.MemoryImport;
import com.dylibso.chicory.wasm.types.NameCustomSection;
import com.dylibso.chicory.wasm.types.TableImport;
import com.dylibso.chicory.wasm.types.TableLimits;
import com.dylibso.chicory.wasm.types.TagImport;
import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Bytes to the engine's module, with the engine's many ways to refuse turned into our two. */
final class ModuleParser {

    /** What the engine says of tables that are larger than it allows as well. */
    private static final String MIN_OVER_MAX = "size minimum must not be greater than maximum";

    private static final byte[] NOTHING = {};

    private ModuleParser() {}

    /**
     * Parses and validates.
     *
     * @param kept if it has the module's code, that of its functions is not read
     * @throws MalformedException if the bytes break the binary format; the offset is exact for what {@link
     *     ModuleFraming} checks, and the module's own for what the engine finds, as it does not say where
     * @throws InvalidException if they break a rule of validation
     */
    static WasmModule parse(byte[] bytes, int offset, int length, String path, KeptCode kept) {
        ModuleFraming.check(bytes, offset, length, path);
        return guarded(path, offset, () -> {
            UnnamedImports named = kept.found()
                    .filter(code -> !code.isRefused())
                    .map(code -> HollowModule.of(bytes, offset, length, code.bodies()))
                    .map(hollow -> UnnamedImports.in(hollow, 0, hollow.length))
                    .orElseGet(() -> UnnamedImports.in(bytes, offset, length));
            WasmModule parsed = Parser.builder()
                    .withCustomParsers(Map.of("name", ModuleParser::names))
                    .build()
                    .parse(() -> new ByteArrayInputStream(named.bytes(), named.offset(), named.length()));
            return named.positions().isEmpty() ? parsed : withoutNames(parsed, named.positions());
        });
    }

    /** Runs a part of the engine's parsing, and translates what it throws. */
    static <T> T guarded(String path, int offset, Supplier<T> parsing) {
        try {
            return parsing.get();
        } catch (InvalidException | MalformedException ours) {
            throw ours;
        } catch (com.dylibso.chicory.wasm.InvalidException refused) {
            throw new InvalidException(path, message(refused));
        } catch (ChicoryException refused) {
            throw new MalformedException(path, offset, message(refused));
        } catch (RuntimeException | StackOverflowError | AssertionError surprised) {
            // The validator works on what is well-formed; everything before it works on bytes. Where the JVM runs with
            // assertions, some of the engine's fail for what its validator would have refused.
            if (inValidator(surprised)) {
                throw new InvalidException(
                        path, "expected a valid core module, found what the validator fails on: " + surprised);
            }
            throw new MalformedException(
                    path, offset, "expected a core module, found what the parser fails on: " + surprised);
        } catch (OutOfMemoryError tooLarge) {
            // The parser reserves room for a vector by the count that the bytes declare, before it reads them.
            throw new MalformedException(
                    path,
                    offset,
                    "expected a core module that fits into the heap, found a count" + " or a size that does not: "
                            + tooLarge.getMessage());
        }
    }

    private static String message(ChicoryException refused) {
        if (MIN_OVER_MAX.equals(refused.getMessage())) {
            return MIN_OVER_MAX + "; here a table without maximum has one of " + TableLimits.LIMIT_MAX;
        }
        return refused.getMessage() == null ? refused.toString() : refused.getMessage();
    }

    private static boolean inValidator(Throwable thrown) {
        for (StackTraceElement element : thrown.getStackTrace()) {
            if (element.getClassName().equals("com.dylibso.chicory.wasm.Validator")) {
                return true;
            }
        }
        return false;
    }

    /** Names are for messages only: the specification has a module with a broken name section run all the same. */
    private static CustomSection names(byte[] section) {
        try {
            return NameCustomSection.parse(ModuleNames.areSound(section) ? section : NOTHING);
        } catch (RuntimeException | AssertionError broken) {
            return NameCustomSection.parse(NOTHING);
        }
    }

    /**
     * The same module with its imports renamed to their positions. The engine joins imports and what is given for them by
     * name, which may be ambiguous: two imports may have one name. Other custom sections than the names are dropped.
     */
    static WasmModule withPositionalImports(WasmModule module) {
        ImportSection.Builder imports = ImportSection.builder();
        for (int i = 0; i < module.importSection().importCount(); i++) {
            imports.addImport(renamed(module.importSection().getImport(i), Integer.toString(i)));
        }
        return withImports(module, imports.build());
    }

    /** The same module, in which the imports at these positions have their empty names back. */
    private static WasmModule withoutNames(WasmModule module, Set<Integer> positions) {
        ImportSection.Builder imports = ImportSection.builder();
        for (int i = 0; i < module.importSection().importCount(); i++) {
            Import each = module.importSection().getImport(i);
            imports.addImport(positions.contains(i) ? renamed(each, "") : each);
        }
        return withImports(module, imports.build());
    }

    private static WasmModule withImports(WasmModule module, ImportSection imports) {
        WasmModule.Builder copy = WasmModule.builder()
                .setTypeSection(module.typeSection())
                .setImportSection(imports)
                .setFunctionSection(module.functionSection())
                .setTableSection(module.tableSection())
                .setGlobalSection(module.globalSection())
                .setExportSection(module.exportSection())
                .setElementSection(module.elementSection())
                .setCodeSection(module.codeSection())
                .setDataSection(module.dataSection())
                .withDigest(module.digest())
                .withValidation(false);
        module.memorySection().ifPresent(copy::setMemorySection);
        module.startSection().ifPresent(copy::setStartSection);
        module.dataCountSection().ifPresent(copy::setDataCountSection);
        module.tagSection().ifPresent(copy::setTagSection);
        if (module.nameSection() != null) {
            copy.addCustomSection("name", module.nameSection());
        }
        return copy.build();
    }

    private static Import renamed(Import each, String name) {
        if (each instanceof FunctionImport function) {
            return new FunctionImport("", name, function.typeIndex());
        }
        if (each instanceof TableImport table) {
            return new TableImport("", name, table.entryType(), table.limits());
        }
        if (each instanceof MemoryImport memory) {
            return new MemoryImport("", name, memory.limits());
        }
        if (each instanceof GlobalImport global) {
            return new GlobalImport("", name, global.mutabilityType(), global.type());
        }
        TagImport tag = (TagImport) each;
        return new TagImport("", name, tag.tagType().attribute(), tag.tagType().typeIdx());
    }
}
