package dev.witloof.validation;

import dev.witloof.type.CoreExternType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ModuleType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The exports of instance and module types by their names, made once for each type: a component may have thousands of
 * aliases of one instance, or thousands of instances of one module.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#alias-definitions">Explainer: alias definitions</a>
 */
final class ExportsByName {

    private final Map<InstanceType, Map<String, ExternType>> instances = new IdentityHashMap<>();
    private final Map<ModuleType, Map<String, CoreExternType>> modules = new IdentityHashMap<>();

    /** The exports of an instance; not to be changed. */
    Map<String, ExternType> of(InstanceType type) {
        return instances.computeIfAbsent(type, each -> {
            Map<String, ExternType> exports = new HashMap<>();
            for (ExternDecl export : each.exports()) {
                exports.put(export.name(), export.type());
            }
            return exports;
        });
    }

    /** The exports of an instance of a module; not to be changed. */
    Map<String, CoreExternType> of(ModuleType type) {
        return modules.computeIfAbsent(type, each -> {
            Map<String, CoreExternType> exports = new HashMap<>();
            for (ModuleType.Export export : each.exports()) {
                exports.put(export.name(), export.type());
            }
            return exports;
        });
    }
}
