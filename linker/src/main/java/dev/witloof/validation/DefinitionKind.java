package dev.witloof.validation;

import dev.witloof.component.Definition;

/**
 * What messages call a definition.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#component-definitions">Explainer: component definitions</a>
 */
final class DefinitionKind implements Definition.Visitor<String> {

    @Override
    public String coreModule(Definition.CoreModuleDefinition form) {
        return "core module";
    }

    @Override
    public String coreInstance(Definition.CoreInstanceDefinition form) {
        return "core instance";
    }

    @Override
    public String coreType(Definition.CoreTypeDefinition form) {
        return "core type";
    }

    @Override
    public String component(Definition.ComponentDefinition form) {
        return "component";
    }

    @Override
    public String instance(Definition.InstanceDefinition form) {
        return "instance";
    }

    @Override
    public String alias(Definition.AliasDefinition form) {
        return "alias";
    }

    @Override
    public String type(Definition.TypeDefinition form) {
        return "type";
    }

    @Override
    public String canonical(Definition.CanonicalDefinition form) {
        return "canon";
    }

    @Override
    public String start(Definition.StartDefinition form) {
        return "start";
    }

    @Override
    public String importDefinition(Definition.ImportDefinition form) {
        return "import";
    }

    @Override
    public String export(Definition.ExportDefinition form) {
        return "export";
    }

    @Override
    public String value(Definition.ValueDefinition form) {
        return "value";
    }
}
