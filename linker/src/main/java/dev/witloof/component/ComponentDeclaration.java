package dev.witloof.component;

/**
 * A line of a component type or instance type.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#type-definitions">Binary: componentdecl</a>
 */
public sealed interface ComponentDeclaration {

    /** Where it begins, in bytes from the start of the outermost input. */
    int offset();

    /** What the declaration says, for each of its forms. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each form.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /** An import; in component types only. */
        R importDeclaration(Import declaration);

        /** A core type. */
        R coreType(CoreType declaration);

        /** A type. */
        R type(Type declaration);

        /** An alias. */
        R alias(AliasDeclaration declaration);

        /** An export. */
        R export(Export declaration);
    }

    /** A line that instance types may have too. */
    sealed interface InstanceDeclaration extends ComponentDeclaration {}

    /**
     * {@code (import n et)}.
     *
     * @param offset where it begins
     * @param name its name with its attributes
     * @param type its type
     */
    record Import(int offset, ExternNameAttributes name, ExternTypeRef type) implements ComponentDeclaration {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.importDeclaration(this);
        }
    }

    /**
     * A core type.
     *
     * @param offset where it begins
     * @param type its definition
     */
    record CoreType(int offset, CoreDefType type) implements InstanceDeclaration {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.coreType(this);
        }
    }

    /**
     * A type.
     *
     * @param offset where it begins
     * @param type its definition
     */
    record Type(int offset, DefType type) implements InstanceDeclaration {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.type(this);
        }
    }

    /**
     * An alias.
     *
     * @param offset where it begins
     * @param alias what it refers to
     */
    record AliasDeclaration(int offset, Alias alias) implements InstanceDeclaration {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alias(this);
        }
    }

    /**
     * {@code (export n et)}.
     *
     * @param offset where it begins
     * @param name its name with its attributes
     * @param type its type
     */
    record Export(int offset, ExternNameAttributes name, ExternTypeRef type) implements InstanceDeclaration {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.export(this);
        }
    }
}
