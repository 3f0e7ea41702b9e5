package dev.witloof.wit;

import java.util.List;
import java.util.Optional;

/**
 * What a named type is.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/WIT.md#item-record-bag-of-named-fields">WIT: records, variants, enums, flags, resources, aliases</a>
 */
public sealed interface TypeKind {

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** A record; each of its fields has a type. */
    record RecordOf(List<Member> fields) implements TypeKind {
        /** Copies the fields. */
        public RecordOf {
            fields = List.copyOf(fields);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.record(this);
        }
    }

    /** A variant; its cases may have types. */
    record VariantOf(List<Member> cases) implements TypeKind {
        /** Copies the cases. */
        public VariantOf {
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.variant(this);
        }
    }

    /** An enumeration; no case has a type. */
    record EnumOf(List<Member> cases) implements TypeKind {
        /** Copies the cases. */
        public EnumOf {
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.enumeration(this);
        }
    }

    /** A set of flags; no flag has a type. */
    record FlagsOf(List<Member> flags) implements TypeKind {
        /** Copies the flags. */
        public FlagsOf {
            flags = List.copyOf(flags);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.flags(this);
        }
    }

    /** A resource; its functions stand among those of its owner. */
    record Resource() implements TypeKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resource(this);
        }
    }

    /** Another name for a type, be it by {@code type} or by {@code use}. */
    record Alias(WitType target) implements TypeKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alias(this);
        }
    }

    /**
     * A field, a case or a flag.
     *
     * @param name its label
     * @param type its type, if it has one
     * @param docs its documentation
     * @param span where it stands, if it came from text
     */
    record Member(String name, Optional<WitType> type, Optional<String> docs, Optional<SourceSpan> span) {}

    /**
     * One method for each kind.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {
        /** A record. */
        R record(RecordOf kind);

        /** A variant. */
        R variant(VariantOf kind);

        /** An enumeration. */
        R enumeration(EnumOf kind);

        /** A set of flags. */
        R flags(FlagsOf kind);

        /** A resource. */
        R resource(Resource kind);

        /** Another name for a type. */
        R alias(Alias kind);
    }
}
