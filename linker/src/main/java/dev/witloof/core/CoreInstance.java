package dev.witloof.core;

import com.dylibso.chicory.runtime.Instance;
import dev.witloof.type.CoreExternType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An instance of a core module. It is used by one thread at a time. */
public final class CoreInstance {

    private final CoreModule module;
    private final Instance instance;
    private final List<CoreExtern> imports;
    private final ForeignFunctions foreign;
    private final @Nullable CoreExtern[] exports;

    CoreInstance(CoreModule module, Instance instance, List<CoreExtern> imports, ForeignFunctions foreign) {
        this.module = module;
        this.instance = instance;
        this.imports = imports;
        this.foreign = foreign;
        this.exports = new CoreExtern[module.type().exports().size()];
    }

    /** The module. */
    public CoreModule module() {
        return module;
    }

    /** The export of that name. What the module imports and exports again is the very thing that was given. */
    public Optional<CoreExtern> export(String name) {
        CoreModule.ExportedDefinition definition = module.exported(name);
        if (definition == null) {
            return Optional.empty();
        }
        CoreExtern made = exports[definition.position()];
        if (made == null) {
            made = make(definition);
            exports[definition.position()] = made;
        }
        return Optional.of(made);
    }

    private CoreExtern make(CoreModule.ExportedDefinition definition) {
        int index = definition.index();
        int seen = 0;
        for (CoreExtern given : imports) {
            if (given.type().kind().equals(definition.type().kind()) && seen++ == index) {
                return given;
            }
        }
        CoreExternType type = definition.type();
        if (type instanceof CoreExternType.Func func) {
            return CoreFunction.ofGuest(func, this, index);
        }
        if (type instanceof CoreExternType.Memory) {
            return ((LinearMemory) instance.memory(index)).memory();
        }
        if (type instanceof CoreExternType.Table table) {
            return new CoreTable(table.element(), ((TableView) instance.table(index)).entries());
        }
        if (type instanceof CoreExternType.Global global) {
            return new CoreGlobal(global, instance.global(index));
        }
        return new CoreTag((CoreExternType.Tag) type, instance.tag(index));
    }

    Instance instance() {
        return instance;
    }

    /** What it knows the functions of other instances by. */
    ForeignFunctions foreign() {
        return foreign;
    }
}
