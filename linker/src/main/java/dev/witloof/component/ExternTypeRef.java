package dev.witloof.component;

/**
 * The type of an import or export, by indices.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#type-definitions">Binary: externtype</a>
 */
public sealed interface ExternTypeRef {

    /** Calls the visitor's method for this form. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each form.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /** {@code (core module (type i))}. */
        R module(Module form);

        /** {@code (func (type i))}. */
        R func(Func form);

        /** {@code (value b)}. */
        R value(Value form);

        /** {@code (type b)}. */
        R type(Type form);

        /** {@code (component (type i))}. */
        R component(Component form);

        /** {@code (instance (type i))}. */
        R instance(Instance form);
    }

    /**
     * {@code (core module (type i))}.
     *
     * @param coreType the core module type's index in the core type index space, unsigned
     */
    record Module(int coreType) implements ExternTypeRef {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.module(this);
        }
    }

    /**
     * {@code (func (type i))}.
     *
     * @param type the function type's index, unsigned
     */
    record Func(int type) implements ExternTypeRef {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.func(this);
        }
    }

    /**
     * {@code (value b)}.
     *
     * @param bound what is known of the value
     */
    record Value(ValueBound bound) implements ExternTypeRef {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.value(this);
        }
    }

    /**
     * {@code (type b)}.
     *
     * @param bound what is known of the type
     */
    record Type(TypeBoundRef bound) implements ExternTypeRef {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.type(this);
        }
    }

    /**
     * {@code (component (type i))}.
     *
     * @param type the component type's index, unsigned
     */
    record Component(int type) implements ExternTypeRef {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.component(this);
        }
    }

    /**
     * {@code (instance (type i))}.
     *
     * @param type the instance type's index, unsigned
     */
    record Instance(int type) implements ExternTypeRef {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.instance(this);
        }
    }

    /** What is known of an imported or exported value. */
    sealed interface ValueBound {}

    /**
     * {@code (eq i)}: the value is another one.
     *
     * @param value that value's index, unsigned
     */
    record EqualValue(int value) implements ValueBound {}

    /**
     * The value has a type.
     *
     * @param type the type
     */
    record TypedValue(ValTypeRef type) implements ValueBound {}

    /** What is known of an imported or exported type. */
    sealed interface TypeBoundRef {}

    /**
     * {@code (eq i)}: the type is another one.
     *
     * @param type that type's index, unsigned
     */
    record EqualType(int type) implements TypeBoundRef {}

    /** {@code (sub resource)}: the type is some resource type. */
    record SubResource() implements TypeBoundRef {}
}
