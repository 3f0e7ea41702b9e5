package dev.witloof.type;

/**
 * The type of an import or export of a component or instance.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#declarators">Explainer: declarators</a>
 */
public sealed interface ExternType
        permits FuncType, InstanceType, ComponentType, ModuleType, TypeBound, ExternType.Value {

    /** Calls the visitor's method for this kind of type. */
    <R> R accept(Visitor<R> visitor);

    /** The kind as the text format writes it, such as {@code func}. */
    default String kind() {
        return accept(ExternKind.INSTANCE);
    }

    /**
     * A component-level value.
     *
     * @param type the type of the value
     */
    record Value(ValType type) implements ExternType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.value(this);
        }
    }

    /**
     * One method for each kind of import or export.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /** A function. */
        R func(FuncType type);

        /** An instance. */
        R instance(InstanceType type);

        /** A component. */
        R component(ComponentType type);

        /** A core module. */
        R module(ModuleType type);

        /** A type. */
        R type(TypeBound bound);

        /** A value. */
        R value(Value type);
    }
}
