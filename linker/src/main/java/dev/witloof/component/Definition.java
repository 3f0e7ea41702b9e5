package dev.witloof.component;

import java.util.List;
import java.util.Optional;

/**
 * A definition of a component: what appends to an index space, or exports, or starts.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#component-definitions">Binary: component definitions</a>
 */
public sealed interface Definition {

    /** Where it begins, in bytes from the start of the outermost input. */
    int offset();

    /** Calls the visitor's method for this form. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each form.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /** A core module. */
        R coreModule(CoreModuleDefinition form);

        /** A core instance. */
        R coreInstance(CoreInstanceDefinition form);

        /** A core type, or a group of them. */
        R coreType(CoreTypeDefinition form);

        /** A nested component. */
        R component(ComponentDefinition form);

        /** An instance. */
        R instance(InstanceDefinition form);

        /** An alias. */
        R alias(AliasDefinition form);

        /** A type. */
        R type(TypeDefinition form);

        /** A canonical definition. */
        R canonical(CanonicalDefinition form);

        /** {@code (start f (value arg)* (result (value))*)}. */
        R start(StartDefinition form);

        /** {@code (import n et)}. */
        R importDefinition(ImportDefinition form);

        /** {@code (export n si et?)}. */
        R export(ExportDefinition form);

        /** {@code (value t v)}. */
        R value(ValueDefinition form);
    }

    /**
     * A core module.
     *
     * @param offset where it begins
     * @param module its bytes, the preamble included
     */
    record CoreModuleDefinition(int offset, Slice module) implements Definition {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.coreModule(this);
        }
    }

    /**
     * A core instance.
     *
     * @param offset where it begins
     * @param expression how it is made
     */
    record CoreInstanceDefinition(int offset, CoreInstanceExpression expression) implements Definition {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.coreInstance(this);
        }
    }

    /**
     * A core type, or a group of them.
     *
     * @param offset where it begins
     * @param type its definition
     */
    record CoreTypeDefinition(int offset, CoreDefType type) implements Definition {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.coreType(this);
        }
    }

    /**
     * A nested component.
     *
     * @param offset where it begins
     * @param component the component
     */
    record ComponentDefinition(int offset, ComponentBinary component) implements Definition {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.component(this);
        }
    }

    /**
     * An instance.
     *
     * @param offset where it begins
     * @param expression how it is made
     */
    record InstanceDefinition(int offset, InstanceExpression expression) implements Definition {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.instance(this);
        }
    }

    /**
     * An alias.
     *
     * @param offset where it begins
     * @param alias what it refers to
     */
    record AliasDefinition(int offset, Alias alias) implements Definition {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alias(this);
        }
    }

    /**
     * A type.
     *
     * @param offset where it begins
     * @param type its definition
     */
    record TypeDefinition(int offset, DefType type) implements Definition {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.type(this);
        }
    }

    /**
     * A canonical definition.
     *
     * @param offset where it begins
     * @param canonical what it is
     */
    record CanonicalDefinition(int offset, Canonical canonical) implements Definition {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.canonical(this);
        }
    }

    /**
     * {@code (start f (value arg)* (result (value))*)}.
     *
     * @param offset where it begins
     * @param func the function's index, unsigned
     * @param arguments the indices of the values that it is given, unsigned
     * @param results how many values it gives, unsigned
     */
    record StartDefinition(int offset, int func, List<Integer> arguments, int results) implements Definition {

        /** Copies the list. */
        public StartDefinition {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.start(this);
        }
    }

    /**
     * {@code (import n et)}.
     *
     * @param offset where it begins
     * @param name its name with its attributes
     * @param type its type
     */
    record ImportDefinition(int offset, ExternNameAttributes name, ExternTypeRef type) implements Definition {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.importDefinition(this);
        }
    }

    /**
     * {@code (export n si et?)}.
     *
     * @param offset where it begins
     * @param name its name with its attributes
     * @param value what is exported
     * @param type the type given to it, where one is
     */
    record ExportDefinition(int offset, ExternNameAttributes name, SortIndex value, Optional<ExternTypeRef> type)
            implements Definition {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.export(this);
        }
    }

    /**
     * {@code (value t v)}.
     *
     * @param offset where it begins
     * @param type its type
     * @param value its bytes; checked against a primitive type, and by their length only otherwise
     */
    record ValueDefinition(int offset, ValTypeRef type, Slice value) implements Definition {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.value(this);
        }
    }
}
