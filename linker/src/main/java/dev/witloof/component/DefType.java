package dev.witloof.component;

import dev.witloof.type.CoreValType;
import java.util.List;
import java.util.Optional;

/**
 * The definition of a type.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#type-definitions">Binary: deftype</a>
 */
public sealed interface DefType {

    /** Calls the visitor's method for this form. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each form.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /** A value type. */
        R value(ValueDef form);

        /** {@code (func async? (param …)* (result …)?)}. */
        R func(FuncDef form);

        /** {@code (component …)}: the type of a component. */
        R component(ComponentDef form);

        /** {@code (instance …)}: the type of an instance. */
        R instance(InstanceDef form);

        /** {@code (resource (rep t) (dtor f)?)}. */
        R resource(ResourceDef form);
    }

    /**
     * A value type.
     *
     * @param type the type
     */
    record ValueDef(DefValType type) implements DefType {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.value(this);
        }
    }

    /**
     * {@code (func async? (param …)* (result …)?)}.
     *
     * @param async whether it may block
     * @param params the parameters in order
     * @param result the type of the result
     */
    record FuncDef(boolean async, List<LabelledValType> params, Optional<ValTypeRef> result) implements DefType {

        /** Copies the list. */
        public FuncDef {
            params = List.copyOf(params);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.func(this);
        }
    }

    /**
     * {@code (component …)}: the type of a component.
     *
     * @param declarations the declarations in order
     */
    record ComponentDef(List<ComponentDeclaration> declarations) implements DefType {

        /** Copies the list. */
        public ComponentDef {
            declarations = List.copyOf(declarations);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.component(this);
        }
    }

    /**
     * {@code (instance …)}: the type of an instance.
     *
     * @param declarations the declarations in order
     */
    record InstanceDef(List<ComponentDeclaration.InstanceDeclaration> declarations) implements DefType {

        /** Copies the list. */
        public InstanceDef {
            declarations = List.copyOf(declarations);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.instance(this);
        }
    }

    /**
     * {@code (resource (rep t) (dtor f)?)}.
     *
     * @param rep how the component represents it
     * @param dtor the destructor's core function index, unsigned
     */
    record ResourceDef(CoreValType rep, Optional<Integer> dtor) implements DefType {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resource(this);
        }
    }
}
