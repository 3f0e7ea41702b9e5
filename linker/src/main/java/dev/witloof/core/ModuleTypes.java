package dev.witloof.core;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.Export;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.Global;
import com.dylibso.chicory.wasm.types.GlobalImport;
import com.dylibso.chicory.wasm.types.Import;
import com.dylibso.chicory.wasm.types.MemoryImport;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableImport;
import com.dylibso.chicory.wasm.types.TagImport;
import com.dylibso.chicory.wasm.types.TypeSection;
import dev.witloof.error.InvalidException;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.ModuleType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The type of a module: what stands in each of its index spaces, imports first, and what of that it exports. */
final class ModuleTypes {

    private final String path;
    private final List<CoreExternType.Func> functions = new ArrayList<>();
    private final List<CoreExternType.Table> tables = new ArrayList<>();
    private final List<CoreExternType.Memory> memories = new ArrayList<>();
    private final List<CoreExternType.Global> globals = new ArrayList<>();
    private final List<CoreExternType.Tag> tags = new ArrayList<>();

    private ModuleTypes(String path) {
        this.path = path;
    }

    /**
     * Reads the type.
     *
     * @throws InvalidException for an export of nothing or two of one name, which the engine finds only when
     *     instantiating
     */
    static ModuleType of(WasmModule module, String path) {
        return new ModuleTypes(path).read(module);
    }

    private ModuleType read(WasmModule module) {
        TypeSection types = module.typeSection();
        List<ModuleType.Import> imports = new ArrayList<>();
        for (int i = 0; i < module.importSection().importCount(); i++) {
            Import each = module.importSection().getImport(i);
            imports.add(new ModuleType.Import(each.module(), each.name(), imported(each, types)));
        }
        for (int i = 0; i < module.functionSection().functionCount(); i++) {
            functions.add(function(types, module.functionSection().getFunctionType(i)));
        }
        for (int i = 0; i < module.tableSection().tableCount(); i++) {
            Table table = module.tableSection().getTable(i);
            tables.add(CoreTypes.table(table.elementType(), table.limits()));
        }
        module.memorySection().ifPresent(section -> {
            for (int i = 0; i < section.memoryCount(); i++) {
                memories.add(CoreTypes.memory(section.getMemory(i).limits()));
            }
        });
        for (Global global : module.globalSection().globals()) {
            globals.add(CoreTypes.global(global.valueType(), global.mutabilityType()));
        }
        module.tagSection().ifPresent(section -> {
            for (int i = 0; i < section.tagCount(); i++) {
                tags.add(
                        new CoreExternType.Tag(function(types, section.getTag(i).typeIdx())));
            }
        });
        List<ModuleType.Export> exports = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < module.exportSection().exportCount(); i++) {
            Export each = module.exportSection().getExport(i);
            if (!names.add(each.name())) {
                throw new InvalidException(
                        path, "expected exports of different names, found two \"" + each.name() + "\"");
            }
            exports.add(new ModuleType.Export(each.name(), exported(each)));
        }
        return new ModuleType(imports, exports);
    }

    private CoreExternType imported(Import each, TypeSection types) {
        if (each instanceof FunctionImport function) {
            return added(functions, function(types, function.typeIndex()));
        }
        if (each instanceof TableImport table) {
            return added(tables, CoreTypes.table(table.entryType(), table.limits()));
        }
        if (each instanceof MemoryImport memory) {
            return added(memories, CoreTypes.memory(memory.limits()));
        }
        if (each instanceof GlobalImport global) {
            return added(globals, CoreTypes.global(global.type(), global.mutabilityType()));
        }
        return added(
                tags,
                new CoreExternType.Tag(
                        function(types, ((TagImport) each).tagType().typeIdx())));
    }

    private static <T extends CoreExternType> CoreExternType added(List<T> space, T type) {
        space.add(type);
        return type;
    }

    private CoreExternType.Func function(TypeSection types, int index) {
        if (index < 0 || index >= types.subTypeCount() || types.getType(index) == null) {
            throw new InvalidException(
                    path, "expected the index of a function type, found " + Integer.toUnsignedString(index));
        }
        return CoreTypes.function(types.getType(index));
    }

    private CoreExternType exported(Export export) {
        return switch (export.exportType()) {
            case FUNCTION -> at(functions, export);
            case TABLE -> at(tables, export);
            case MEMORY -> at(memories, export);
            case GLOBAL -> at(globals, export);
            case TAG -> at(tags, export);
        };
    }

    private CoreExternType at(List<? extends CoreExternType> space, Export export) {
        if (export.index() < 0 || export.index() >= space.size()) {
            throw new InvalidException(
                    path,
                    "export \"" + export.name() + "\": expected one of " + space.size() + ", found index "
                            + Integer.toUnsignedString(export.index()));
        }
        return space.get(export.index());
    }
}
