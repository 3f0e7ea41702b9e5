package dev.witloof.type;

/**
 * What a type definition can define and a type export can name: a value type or a resource. The types of functions,
 * instances and components cannot be exported as types of their own here, because nothing outside a component can use
 * them; {@link FuncType} and its kin are {@link ExternType}s.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#type-definitions">Explainer: type definitions</a>
 */
public sealed interface DefinedType permits ValType, ResourceType {}
