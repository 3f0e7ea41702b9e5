package dev.witloof.validation;

import dev.witloof.type.BorrowType;
import dev.witloof.type.ComponentType;
import dev.witloof.type.DefinedType;
import dev.witloof.type.EnumType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.FuncType;
import dev.witloof.type.FutureType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.ModuleType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.ResultType;
import dev.witloof.type.StreamType;
import dev.witloof.type.TupleType;
import dev.witloof.type.TypeBound;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Abstract resource types replaced by actual ones, throughout a type. What does not change stays the very same object:
 * types are shared graphs, and each node is visited once.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#type-checking">Explainer: type checking</a>
 */
final class Substitution implements ValType.Visitor<ValType>, ExternType.Visitor<ExternType> {

    private final Map<ResourceType, ResourceType> actual = new HashMap<>();
    private final Map<ValType, ValType> sameAs = new IdentityHashMap<>();
    private final Map<Object, Object> seen = new IdentityHashMap<>();

    /**
     * The fields, cases or labels that stand for others. All names of one type share the list of its parts, which is how one can
     * tell them from an equal type, and they share it afterwards.
     */
    private final Map<List<?>, List<?>> sameParts = new IdentityHashMap<>();

    /** From now on {@code by} stands for {@code abstractType}. */
    void put(ResourceType abstractType, ResourceType by) {
        actual.put(abstractType, by);
        seen.clear();
    }

    /** From now on the object {@code by} stands for the equal one {@code type}, with the names that it has. */
    void put(ValType type, ValType by) {
        sameAs.put(type, by);
        List<?> parts = type.parts();
        if (!parts.isEmpty()) {
            // A later import may equal an earlier one, which is then what both are.
            sameParts.putIfAbsent(parts, by.parts());
        }
        seen.clear();
    }

    /** What stands for a resource type: itself, unless it was replaced. */
    ResourceType resource(ResourceType type) {
        return actual.getOrDefault(type, type);
    }

    ValType apply(ValType type) {
        ValType same = sameAs.get(type);
        if (same != null) {
            return same;
        }
        ValType known = (ValType) seen.get(type);
        if (known == null) {
            known = type.accept(this);
            seen.put(type, known);
        }
        return known;
    }

    ExternType apply(ExternType type) {
        ExternType known = (ExternType) seen.get(type);
        if (known == null) {
            known = type.accept(this);
            seen.put(type, known);
        }
        return known;
    }

    FuncType apply(FuncType type) {
        return (FuncType) apply((ExternType) type);
    }

    InstanceType apply(InstanceType type) {
        return (InstanceType) apply((ExternType) type);
    }

    DefinedType apply(DefinedType type) {
        if (type instanceof ResourceType resource) {
            return resource(resource);
        }
        return type instanceof ValType value ? apply(value) : (DefinedType) apply((ExternType) type);
    }

    List<ExternDecl> applyDecls(List<ExternDecl> decls) {
        return all(decls, decl -> {
            ExternType type = apply(decl.type());
            return type == decl.type() ? decl : new ExternDecl(decl.name(), decl.attributes(), type);
        });
    }

    @Override
    public ExternType func(FuncType type) {
        List<LabelledType> params = labelled(type.params());
        Optional<ValType> result = optional(type.result());
        return params == type.params() && result == type.result() ? type : new FuncType(type.async(), params, result);
    }

    @Override
    public ExternType instance(InstanceType type) {
        List<ExternDecl> exports = applyDecls(type.exports());
        return exports == type.exports() ? type : new InstanceType(exports);
    }

    @Override
    public ExternType component(ComponentType type) {
        List<ExternDecl> imports = applyDecls(type.imports());
        List<ExternDecl> exports = applyDecls(type.exports());
        return imports == type.imports() && exports == type.exports() ? type : new ComponentType(imports, exports);
    }

    @Override
    public ExternType module(ModuleType type) {
        return type;
    }

    @Override
    public ExternType type(TypeBound bound) {
        if (bound instanceof TypeBound.SubResource sub) {
            ResourceType resource = resource(sub.type());
            return resource == sub.type() ? sub : new TypeBound.SubResource(resource);
        }
        DefinedType type = apply(bound.type());
        return type == bound.type() ? bound : new TypeBound.Eq(type);
    }

    @Override
    public ExternType value(ExternType.Value value) {
        ValType type = apply(value.type());
        return type == value.type() ? value : new ExternType.Value(type);
    }

    @Override
    public ValType primitive(PrimitiveType type) {
        return type;
    }

    @Override
    public ValType list(ListType type) {
        ValType element = apply(type.element());
        return element == type.element() ? type : new ListType(element);
    }

    @Override
    public ValType fixedLengthList(FixedLengthListType type) {
        ValType element = apply(type.element());
        return element == type.element() ? type : new FixedLengthListType(element, type.length());
    }

    @Override
    public ValType record(RecordType type) {
        List<LabelledType> fields = parts(type.fields(), this::labelled);
        return fields == type.fields() ? type : new RecordType(fields);
    }

    @Override
    public ValType tuple(TupleType type) {
        List<ValType> elements = all(type.elements(), this::apply);
        return elements == type.elements() ? type : new TupleType(elements);
    }

    @Override
    public ValType variant(VariantType type) {
        List<VariantType.Case> cases = parts(
                type.cases(),
                old -> all(old, c -> {
                    Optional<ValType> value = optional(c.type());
                    return value == c.type() ? c : new VariantType.Case(c.label(), value);
                }));
        return cases == type.cases() ? type : new VariantType(cases);
    }

    @Override
    public ValType enumeration(EnumType type) {
        List<String> labels = parts(type.labels(), old -> old);
        return labels == type.labels() ? type : new EnumType(labels);
    }

    @Override
    public ValType flags(FlagsType type) {
        List<String> labels = parts(type.labels(), old -> old);
        return labels == type.labels() ? type : new FlagsType(labels);
    }

    @Override
    public ValType option(OptionType type) {
        ValType some = apply(type.some());
        return some == type.some() ? type : new OptionType(some);
    }

    @Override
    public ValType result(ResultType type) {
        Optional<ValType> ok = optional(type.ok());
        Optional<ValType> error = optional(type.error());
        return ok == type.ok() && error == type.error() ? type : new ResultType(ok, error);
    }

    @Override
    public ValType map(MapType type) {
        ValType value = apply(type.value());
        return value == type.value() ? type : new MapType(type.key(), value);
    }

    @Override
    public ValType own(OwnType type) {
        ResourceType resource = resource(type.resource());
        return resource == type.resource() ? type : new OwnType(resource);
    }

    @Override
    public ValType borrow(BorrowType type) {
        ResourceType resource = resource(type.resource());
        return resource == type.resource() ? type : new BorrowType(resource);
    }

    @Override
    public ValType stream(StreamType type) {
        Optional<ValType> element = optional(type.element());
        return element == type.element() ? type : new StreamType(element);
    }

    @Override
    public ValType future(FutureType type) {
        Optional<ValType> value = optional(type.value());
        return value == type.value() ? type : new FutureType(value);
    }

    /** The parts of a type, which are those that stand for them, or what {@code change} makes of them, once. */
    @SuppressWarnings("unchecked") // by identity: what was put for a list is of its kind
    private <T> List<T> parts(List<T> parts, UnaryOperator<List<T>> change) {
        List<T> same = (List<T>) sameParts.get(parts);
        if (same != null) {
            return same;
        }
        List<T> known = (List<T>) seen.get(parts);
        if (known == null) {
            // The constructors of types copy what is no unmodifiable list, and this one is to stay itself.
            known = List.copyOf(change.apply(parts));
            seen.put(parts, known);
        }
        return known;
    }

    private List<LabelledType> labelled(List<LabelledType> types) {
        return all(types, field -> {
            ValType type = apply(field.type());
            return type == field.type() ? field : new LabelledType(field.label(), type);
        });
    }

    private Optional<ValType> optional(Optional<ValType> type) {
        if (type.isEmpty()) {
            return type;
        }
        ValType applied = apply(type.get());
        return applied == type.get() ? type : Optional.of(applied);
    }

    private static <T> List<T> all(List<T> items, UnaryOperator<T> each) {
        List<T> changed = null;
        for (int i = 0; i < items.size(); i++) {
            T item = items.get(i);
            T applied = each.apply(item);
            if (applied != item && changed == null) {
                changed = new ArrayList<>(items);
            }
            if (changed != null) {
                changed.set(i, applied);
            }
        }
        return changed == null ? items : changed;
    }
}
