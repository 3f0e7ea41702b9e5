package dev.witloof.type;

/**
 * What a type definition defines and an import or export of a type can name: the type of values, of functions, of
 * instances or of components, or a resource.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#type-definitions">Explainer: type definitions</a>
 */
public sealed interface DefinedType permits ValType, ResourceType, FuncType, InstanceType, ComponentType {}
