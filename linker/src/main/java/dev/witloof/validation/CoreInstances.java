package dev.witloof.validation;

import dev.witloof.component.CoreInstanceExpression;
import dev.witloof.error.InvalidException;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.ModuleType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Definitions of core instances.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#instance-definitions">Explainer: instance definitions</a>
 */
final class CoreInstances {

    private final ComponentValidation component;
    private final Scope scope;

    CoreInstances(ComponentValidation component) {
        this.component = component;
        this.scope = component.scope;
    }

    void define(CoreInstanceExpression expression) {
        if (expression instanceof CoreInstanceExpression.Instantiate instantiate) {
            instantiate(instantiate);
        } else {
            group((CoreInstanceExpression.InlineExports) expression);
        }
    }

    private void instantiate(CoreInstanceExpression.Instantiate form) {
        Map<String, Integer> arguments = new HashMap<>();
        for (CoreInstanceExpression.Argument argument : form.arguments()) {
            scope.coreInstances.get(argument.instance());
            if (arguments.put(argument.name(), argument.instance()) != null) {
                throw new InvalidException("", "argument \"" + argument.name() + "\" is given twice");
            }
        }
        ModuleType type = scope.coreModules.get(form.module());
        scope.limits.countCoreImports(type.imports().size());
        List<Step.CoreImport> imports = new ArrayList<>();
        for (ModuleType.Import need : type.imports()) {
            String where = "import \"" + need.module() + "\" \"" + need.name() + "\"";
            Integer instance = arguments.get(need.module());
            if (instance == null) {
                throw new InvalidException(where, "no argument \"" + need.module() + "\" is given");
            }
            CoreExternType export = scope.coreInstances.get(instance).get(need.name());
            if (export == null) {
                throw new InvalidException(
                        where, "core instance " + instance + " has no export \"" + need.name() + "\"");
            }
            CoreSubtyping.match(where, export, need.type());
            imports.add(new Step.CoreImport(instance, need.name()));
        }
        scope.coreInstances.add(scope.exportsByName.of(type));
        component.step(new Step.InstantiateModule(form.module(), imports));
    }

    private void group(CoreInstanceExpression.InlineExports form) {
        Items items = new Items(scope);
        Map<String, CoreExternType> types = new HashMap<>();
        Map<String, Item.Entry> exports = new LinkedHashMap<>();
        for (CoreInstanceExpression.InlineExport export : form.exports()) {
            CoreExternType type =
                    items.core(export.value().sort(), export.value().index());
            if (types.put(export.name(), type) != null) {
                throw new InvalidException("", "export \"" + export.name() + "\": the name is taken already");
            }
            exports.put(
                    export.name(),
                    new Item.Entry(
                            Items.space(export.value().sort()), export.value().index()));
        }
        scope.coreInstances.add(types);
        component.step(new Step.GroupCore(exports));
    }
}
