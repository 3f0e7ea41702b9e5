package dev.witloof.core;

import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportGlobal;
import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.ImportTable;
import com.dylibso.chicory.runtime.ImportTag;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.UnlinkableException;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableLimits;
import com.dylibso.chicory.wasm.types.TagImport;
import com.dylibso.chicory.wasm.types.TagType;
import com.dylibso.chicory.wasm.types.TypeSection;
import com.dylibso.chicory.wasm.types.ValType;
import dev.witloof.error.InvalidException;
import dev.witloof.error.TrapException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.type.CoreExternType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One run of the instantiation of a core module. */
final class Instantiation {

    private final CoreModule module;
    private final Allowance allowance;
    private final ForeignFunctions foreign;
    private final List<SharedTag> sharedTags = new ArrayList<>();

    private Instantiation(CoreModule module, Allowance allowance) {
        this.module = module;
        this.allowance = allowance;
        this.foreign = new ForeignFunctions(module);
    }

    static CoreInstance of(CoreModule module, List<CoreExtern> imports, Allowance allowance) {
        ImportRules.check(module, imports);
        allowance.takeCoreInstance(module.definitions());
        checkSizes(module, allowance);
        List<CoreExtern> given = List.copyOf(imports);
        Instantiation run = new Instantiation(module, allowance);
        return new CoreInstance(module, run.run(given), given, run.foreign);
    }

    /** Refuses what the engine would try to allocate, or would silently make smaller. */
    private static void checkSizes(CoreModule module, Allowance allowance) {
        module.wasm().memorySection().ifPresent(section -> {
            for (int i = 0; i < section.memoryCount(); i++) {
                CoreExternType.Memory type =
                        CoreTypes.memory(section.getMemory(i).limits());
                if (type.limits().min() > CoreMemory.MOST_PAGES) {
                    throw CoreMemory.tooLarge(module.where() + ", memory " + i, type);
                }
                allowance.takeMemory(type);
            }
        });
        for (int i = 0; i < module.wasm().tableSection().tableCount(); i++) {
            TableLimits limits = module.wasm().tableSection().getTable(i).limits();
            // The engine's parser cuts larger numbers down to this.
            if (limits.min() >= TableLimits.LIMIT_MAX) {
                throw new UninstantiableException(
                        module.where() + ", table " + i + ": expected fewer than " + TableLimits.LIMIT_MAX
                                + " elements, found " + TableLimits.LIMIT_MAX + " or more",
                        null);
            }
            allowance.takeTable(limits.min());
        }
    }

    private Instance run(List<CoreExtern> imports) {
        Function<Instance, Machine> machines = module.code().machines();
        try {
            Instance made = Instance.builder(module.wasm())
                    .withImportValues(importValues(imports))
                    .withMachineFactory(instance -> {
                        foreign.belongTo(instance);
                        return machines.apply(instance);
                    })
                    .withMemoryFactory(this::memory)
                    .withTableFactory(this::table)
                    .withGlobalFactory(this::global)
                    .withUnsafeExecutionListener(Interrupts.LISTENER)
                    .withStart(false)
                    .withInitialize(false)
                    .build();
            SharedTag.identify(made);
            sharedTags.forEach(SharedTag::link);
            return made.initialize(false);
        } catch (UnlinkableException refused) {
            throw new InvalidException(module.path(), String.valueOf(refused.getMessage()));
        } catch (UninstantiableException tooLarge) {
            throw tooLarge;
        } catch (RuntimeException | StackOverflowError thrown) {
            Throwable source =
                    thrown instanceof com.dylibso.chicory.wasm.UninstantiableException && thrown.getCause() != null
                            ? thrown.getCause()
                            : thrown;
            TrapException trap = CoreTraps.asTrap(source, null, null);
            throw new UninstantiableException(
                    module.where() + ": expected segments that fit and a start function that returns, found a trap: "
                            + trap.reason(),
                    trap);
        }
    }

    private LinearMemory memory(MemoryLimits limits) {
        return CoreMemory.of(module.where() + ", memory", CoreTypes.memory(limits), allowance)
                .view();
    }

    private GlobalInstance global(long low, long high, ValType type, MutabilityType mutability) {
        return type.isReference()
                        && CoreTypes.isFunctionReference(type, module.wasm().typeSection())
                ? GlobalView.of(low, type, mutability, foreign)
                : new GlobalInstance(low, high, type, mutability);
    }

    private TableInstance table(Table table, int initial) {
        boolean functions =
                CoreTypes.isFunctionReference(table.elementType(), module.wasm().typeSection());
        try {
            return new TableView(
                    new SharedTable(table.elementType(), functions, table.limits(), initial, foreign.home(), allowance),
                    foreign);
        } catch (OutOfMemoryError noRoom) {
            throw new UninstantiableException(
                    module.where() + ", table: expected room for "
                            + table.limits().min() + " elements, found a full heap",
                    noRoom);
        }
    }

    /** What is given, under the names that {@link ModuleParser#withPositionalImports} gave the imports. */
    private ImportValues importValues(List<CoreExtern> imports) {
        if (imports.isEmpty()) {
            return ImportValues.empty();
        }
        List<ImportFunction> functions = new ArrayList<>();
        List<ImportTable> tables = new ArrayList<>();
        List<ImportMemory> memories = new ArrayList<>();
        List<ImportGlobal> globals = new ArrayList<>();
        List<ImportTag> tags = new ArrayList<>();
        for (int i = 0; i < imports.size(); i++) {
            CoreExtern given = imports.get(i);
            String name = module.engineImport(i).name();
            if (given instanceof CoreFunction function) {
                // Types were compared already, and by structure: the engine looks at the wrong export where an import
                // and an export of the giver have one name.
                int type = ((FunctionImport) module.engineImport(i)).typeIndex();
                TypeSection types = module.wasm().typeSection();
                FunctionType here = types.getType(type);
                functions.add(
                        new ImportFunction("", name, here, PassedFunctions.asImport(function, here, types, foreign)));
            } else if (given instanceof CoreTable table) {
                tables.add(new ImportTable("", name, new TableView(table.entries(), foreign)));
            } else if (given instanceof CoreMemory memory) {
                memories.add(new ImportMemory("", name, memory.newView()));
            } else if (given instanceof CoreGlobal global) {
                GlobalInstance seen =
                        global.global() instanceof GlobalView view ? view.seenBy(foreign) : global.global();
                globals.add(new ImportGlobal("", name, seen));
            } else {
                TagType here = ((TagImport) module.engineImport(i)).tagType();
                SharedTag seen = new SharedTag(
                        here, module.wasm().typeSection().getType(here.typeIdx()), ((CoreTag) given).tag());
                sharedTags.add(seen);
                tags.add(new ImportTag("", name, seen));
            }
        }
        return ImportValues.builder()
                .withFunctions(functions)
                .withTables(tables)
                .withMemories(memories)
                .withGlobals(globals)
                .withTags(tags)
                .build();
    }
}
