package dev.witloof.validation;

import dev.witloof.component.DefValType;
import dev.witloof.component.LabelledValType;
import dev.witloof.component.ValTypeRef;
import dev.witloof.error.InvalidException;
import dev.witloof.layout.TypePredicates;
import dev.witloof.name.Label;
import dev.witloof.name.StrongUniqueness;
import dev.witloof.type.BorrowType;
import dev.witloof.type.EnumType;
import dev.witloof.type.Feature;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.FutureType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResultType;
import dev.witloof.type.StreamType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Definitions of value types to value types.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#type-definitions">Binary: defvaltype</a>
 */
final class ValueTypes implements DefValType.Visitor<ValType> {

    private static final int MAX_FLAGS = 32;

    private static final Set<PrimitiveType> KEYS =
            EnumSet.complementOf(EnumSet.of(PrimitiveType.F32, PrimitiveType.F64, PrimitiveType.ERROR_CONTEXT));

    private final Scope scope;

    ValueTypes(Scope scope) {
        this.scope = scope;
    }

    /** The type that a definition defines. */
    ValType define(DefValType type) {
        return scope.limits.check(type.accept(this));
    }

    /** The type that a reference refers to. */
    ValType resolve(ValTypeRef reference) {
        if (reference instanceof ValTypeRef.Primitive primitive) {
            return gated(primitive.type());
        }
        return scope.valueType(((ValTypeRef.Index) reference).index());
    }

    /** The types that named references refer to; their names must be labels and strongly unique. */
    List<LabelledType> labelled(List<LabelledValType> fields, String what) {
        List<LabelledType> types = new ArrayList<>(fields.size());
        StrongUniqueness labels = new StrongUniqueness();
        for (LabelledValType field : fields) {
            types.add(new LabelledType(label(field.label(), labels, what), resolve(field.type())));
        }
        return types;
    }

    private PrimitiveType gated(PrimitiveType type) {
        if (type == PrimitiveType.ERROR_CONTEXT) {
            scope.limits.require(Feature.ERROR_CONTEXT, "error-context");
        }
        return type;
    }

    private Optional<ValType> optional(Optional<ValTypeRef> reference) {
        return reference.map(this::resolve);
    }

    private static String label(String label, StrongUniqueness labels, String what) {
        if (!Label.isLabel(label)) {
            throw new InvalidException("", what + " \"" + label + "\" is not in kebab case");
        }
        labels.add(label).ifPresent(other -> {
            throw new InvalidException(
                    "",
                    what + " \"" + label + "\" "
                            + (other.equals(label)
                                    ? "is there already"
                                    : "is not strongly unique beside \"" + other + "\""));
        });
        return label;
    }

    private static List<String> labels(List<String> names, String what) {
        StrongUniqueness labels = new StrongUniqueness();
        for (String name : names) {
            label(name, labels, what);
        }
        return names;
    }

    private static void atLeastOne(List<?> parts, String what) {
        if (parts.isEmpty()) {
            throw new InvalidException("", "expected at least one " + what + ", found none");
        }
    }

    @Override
    public ValType primitive(DefValType.PrimitiveDef form) {
        return gated(form.type());
    }

    @Override
    public ValType record(DefValType.RecordDef form) {
        atLeastOne(form.fields(), "field");
        return new RecordType(labelled(form.fields(), "record field"));
    }

    @Override
    public ValType variant(DefValType.VariantDef form) {
        atLeastOne(form.cases(), "case");
        StrongUniqueness labels = new StrongUniqueness();
        List<VariantType.Case> cases = new ArrayList<>();
        for (DefValType.Case c : form.cases()) {
            cases.add(new VariantType.Case(label(c.label(), labels, "variant case"), optional(c.type())));
        }
        return new VariantType(cases);
    }

    @Override
    public ValType list(DefValType.ListDef form) {
        return new ListType(resolve(form.element()));
    }

    @Override
    public ValType fixedLengthList(DefValType.FixedLengthListDef form) {
        scope.limits.require(Feature.FIXED_LENGTH_LISTS, "a fixed-length list");
        if (form.length() == 0) {
            throw new InvalidException("", "expected a fixed-length list of at least one element, found 0");
        }
        return new FixedLengthListType(resolve(form.element()), form.length());
    }

    @Override
    public ValType tuple(DefValType.TupleDef form) {
        atLeastOne(form.types(), "element of a tuple");
        return new TupleType(form.types().stream().map(this::resolve).toList());
    }

    @Override
    public ValType flags(DefValType.FlagsDef form) {
        atLeastOne(form.labels(), "flag");
        if (form.labels().size() > MAX_FLAGS) {
            throw new InvalidException(
                    "",
                    "expected at most " + MAX_FLAGS + " flags, found "
                            + form.labels().size());
        }
        return new FlagsType(labels(form.labels(), "flag"));
    }

    @Override
    public ValType enumeration(DefValType.EnumDef form) {
        atLeastOne(form.labels(), "enum case");
        return new EnumType(labels(form.labels(), "enum case"));
    }

    @Override
    public ValType option(DefValType.OptionDef form) {
        return new OptionType(resolve(form.some()));
    }

    @Override
    public ValType result(DefValType.ResultDef form) {
        return new ResultType(optional(form.ok()), optional(form.error()));
    }

    @Override
    public ValType own(DefValType.OwnDef form) {
        return new OwnType(scope.resourceType(form.resource()));
    }

    @Override
    public ValType borrow(DefValType.BorrowDef form) {
        return new BorrowType(scope.resourceType(form.resource()));
    }

    @Override
    public ValType stream(DefValType.StreamDef form) {
        scope.limits.require(Feature.ASYNC, "a stream");
        Optional<ValType> element = optional(form.element());
        refuseBorrow(element, "stream");
        if (element.filter(PrimitiveType.CHAR::equals).isPresent()) {
            throw new InvalidException("", "a stream cannot carry char yet, found stream<char>");
        }
        return new StreamType(element);
    }

    @Override
    public ValType future(DefValType.FutureDef form) {
        scope.limits.require(Feature.ASYNC, "a future");
        Optional<ValType> value = optional(form.value());
        refuseBorrow(value, "future");
        return new FutureType(value);
    }

    private static void refuseBorrow(Optional<ValType> type, String what) {
        if (type.filter(TypePredicates::containsBorrow).isPresent()) {
            throw new InvalidException("", "a " + what + " cannot carry a borrow, found " + type.get());
        }
    }

    @Override
    public ValType map(DefValType.MapDef form) {
        scope.limits.require(Feature.MAP, "a map");
        ValType key = resolve(form.key());
        if (!(key instanceof PrimitiveType primitive) || !KEYS.contains(primitive)) {
            throw new InvalidException(
                    "", "expected bool, an integer, char or string as the key of a map, found " + key);
        }
        return new MapType(key, resolve(form.value()));
    }
}
