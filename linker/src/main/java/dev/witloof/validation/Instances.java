package dev.witloof.validation;

import dev.witloof.component.InstanceExpression;
import dev.witloof.error.InvalidException;
import dev.witloof.type.ComponentType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.InstanceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Definitions of component instances.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#instance-definitions">Explainer: instance definitions</a>
 */
final class Instances {

    private final ComponentValidation component;
    private final Scope scope;

    Instances(ComponentValidation component) {
        this.component = component;
        this.scope = component.scope;
    }

    void define(InstanceExpression expression) {
        if (expression instanceof InstanceExpression.Instantiate instantiate) {
            instantiate(instantiate);
        } else {
            group((InstanceExpression.InlineExports) expression);
        }
    }

    private void instantiate(InstanceExpression.Instantiate form) {
        Items items = new Items(scope);
        Map<String, Items.Typed> given = new HashMap<>();
        Map<String, Item> arguments = new HashMap<>();
        for (InstanceExpression.Argument argument : form.arguments()) {
            Items.Typed item = items.get(argument.value());
            scope.limits.check(item.type());
            if (given.put(argument.name(), item) != null) {
                throw new InvalidException("", "argument \"" + argument.name() + "\" is given twice");
            }
            arguments.put(argument.name(), item.item());
        }
        ComponentType type = scope.components.get(form.component());
        Subtyping subtyping = new Subtyping();
        for (ExternDecl need : type.imports()) {
            String where = "import \"" + need.name() + "\"";
            Items.Typed item = given.get(need.name());
            if (item == null) {
                throw new InvalidException(where, "no argument of this name is given");
            }
            subtyping.within(where, item.type(), need.type());
        }
        InstanceType result = scope.limits.check(FreshResources.exportsOf(type, subtyping.arguments()));
        ResourceUse.introduced(result, component::register);
        scope.instances.add(result);
        component.step(new Step.InstantiateComponent(form.component(), arguments, result));
    }

    private void group(InstanceExpression.InlineExports form) {
        Items items = new Items(scope);
        ExternNames names = ExternNames.ofInlineExports(scope.limits);
        List<ExternDecl> decls = new ArrayList<>();
        Map<String, Item> exports = new LinkedHashMap<>();
        for (InstanceExpression.InlineExport export : form.exports()) {
            Items.Typed item = items.get(export.value());
            decls.add(names.add(export.name(), item.type()));
            exports.put(export.name().name(), item.item());
        }
        scope.instances.add(scope.limits.check(new InstanceType(decls)));
        component.step(new Step.Group(exports));
    }
}
