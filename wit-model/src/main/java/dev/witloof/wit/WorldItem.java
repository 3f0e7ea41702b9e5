package dev.witloof.wit;

import dev.witloof.name.NameAttributes;
import java.util.Optional;

/**
 * One import or export of a world.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/WIT.md#wit-worlds">WIT: worlds</a>
 */
public sealed interface WorldItem {

    /** Its name in a component, and its key in the world: a plain name, or an interface's full name. */
    String key();

    /** Whether its name is plain; what has an interface's name is called unnamed. */
    default boolean isPlain() {
        return key().indexOf(':') < 0;
    }

    /** The full name of the interface that stands behind a plain name, if one does. */
    default Optional<String> implementsName() {
        return Optional.empty();
    }

    /** The string by which the host may know it, if one is given. */
    Optional<String> externalId();

    /** Its documentation, which stands beside the import or export; an inline interface has its own. */
    Optional<String> docs();

    /** The gates beside it. */
    Stability stability();

    /** Where its name stands; empty if another item implies it, or if it came from a binary. */
    Optional<SourceSpan> span();

    /** What it is, as the component's text format writes it: {@code instance}, {@code func} or {@code type}. */
    String externKind();

    /** Calls the visitor's method for this kind of item. */
    <R> R accept(Visitor<R> visitor);

    /** What stands beside its name in a component. */
    default NameAttributes attributes() {
        return new NameAttributes(implementsName(), Optional.empty(), externalId());
    }

    /**
     * An interface: named, under a plain name or its own; or inline, under a plain name.
     *
     * @param type the interface
     */
    record OfInterface(
            String key,
            Optional<String> implementsName,
            WitInterface type,
            Optional<String> externalId,
            Optional<String> docs,
            Stability stability,
            Optional<SourceSpan> span)
            implements WorldItem {
        @Override
        public String externKind() {
            return "instance";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.anInterface(this);
        }
    }

    /**
     * A function.
     *
     * @param function the function, which has the item's name, documentation and gates
     */
    record OfFunction(WitFunction function) implements WorldItem {
        @Override
        public String key() {
            return function.name();
        }

        @Override
        public Optional<String> externalId() {
            return function.externalId();
        }

        @Override
        public Optional<String> docs() {
            return function.docs();
        }

        @Override
        public Stability stability() {
            return function.stability();
        }

        @Override
        public Optional<SourceSpan> span() {
            return function.span();
        }

        @Override
        public String externKind() {
            return "func";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.function(this);
        }
    }

    /**
     * A type that the world defines, or uses from an interface.
     *
     * @param type the type, which has the item's name, documentation and gates
     */
    record OfType(TypeDef type) implements WorldItem {
        @Override
        public String key() {
            return type.name();
        }

        @Override
        public Optional<String> externalId() {
            return type.externalId();
        }

        @Override
        public Optional<String> docs() {
            return type.docs();
        }

        @Override
        public Stability stability() {
            return type.stability();
        }

        @Override
        public Optional<SourceSpan> span() {
            return type.span();
        }

        @Override
        public String externKind() {
            return "type";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.type(this);
        }
    }

    /**
     * One method for each kind of item.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /** An interface. */
        R anInterface(OfInterface item);

        /** A function. */
        R function(OfFunction item);

        /** A type. */
        R type(OfType item);
    }
}
