package dev.witloof.component;

import java.util.List;

/**
 * A canonical definition: {@code lift} makes a function, all others a core function.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#canonical-definitions">Binary: canon</a>
 */
public sealed interface Canonical {

    /** Calls the visitor's method for this form. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each form.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /** {@code (canon lift f opts t)}. */
        R lift(Lift form);

        /** {@code (canon lower f opts)}. */
        R lower(Lower form);

        /** {@code (canon resource.new t)}. */
        R resourceNew(ResourceNew form);

        /** {@code (canon resource.drop t)}. */
        R resourceDrop(ResourceDrop form);

        /** {@code (canon resource.rep t)}. */
        R resourceRep(ResourceRep form);

        /** A built-in of the asynchronous, threading or error-context features. */
        R builtin(Builtin form);
    }

    /**
     * {@code (canon lift f opts t)}.
     *
     * @param func the core function's index, unsigned
     * @param options the options in order
     * @param type the function type's index, unsigned
     */
    record Lift(int func, List<CanonicalOption> options, int type) implements Canonical {

        /** Copies the list. */
        public Lift {
            options = List.copyOf(options);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lift(this);
        }
    }

    /**
     * {@code (canon lower f opts)}.
     *
     * @param func the function's index, unsigned
     * @param options the options in order
     */
    record Lower(int func, List<CanonicalOption> options) implements Canonical {

        /** Copies the list. */
        public Lower {
            options = List.copyOf(options);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lower(this);
        }
    }

    /**
     * {@code (canon resource.new t)}.
     *
     * @param type the resource type's index, unsigned
     */
    record ResourceNew(int type) implements Canonical {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resourceNew(this);
        }
    }

    /**
     * {@code (canon resource.drop t)}.
     *
     * @param type the resource type's index, unsigned
     */
    record ResourceDrop(int type) implements Canonical {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resourceDrop(this);
        }
    }

    /**
     * {@code (canon resource.rep t)}.
     *
     * @param type the resource type's index, unsigned
     */
    record ResourceRep(int type) implements Canonical {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resourceRep(this);
        }
    }

    /**
     * A built-in of the asynchronous, threading or error-context features.
     *
     * @param kind which one
     * @param immediates what stands behind its opcode
     */
    record Builtin(BuiltinKind kind, BuiltinImmediates immediates) implements Canonical {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.builtin(this);
        }
    }
}
