package dev.witloof.bindings;

import dev.witloof.type.BorrowType;
import dev.witloof.type.DefinedType;
import dev.witloof.type.EnumType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.FutureType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.ResultType;
import dev.witloof.type.StreamType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import dev.witloof.wit.Stability;
import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.WitType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A component's types as WIT's. Whether a name brings in a type that another interface defines shows in the type's parts: each
 * name makes an object of its own, and all of them share the list of fields, cases or labels.
 */
final class ComponentTypes implements ValType.Visitor<WitType> {

    private final Map<ResourceType, WitType.Named> resources = new HashMap<>();
    private final Map<List<?>, WitType.Named> byParts = new IdentityHashMap<>();
    private final Map<ValType, WitType.Named> byStructure = new HashMap<>();
    private final Problems problems;
    private String where = "";
    private int size;

    ComponentTypes(Problems problems) {
        this.problems = problems;
    }

    /** The name that a type has already. */
    Optional<WitType.Named> known(DefinedType type) {
        if (type instanceof ResourceType resource) {
            return Optional.ofNullable(resources.get(resource));
        }
        return type instanceof ValType value ? Optional.ofNullable(byParts.get(value.parts())) : Optional.empty();
    }

    /** Gives a type its name; empty if it is none that has a name in Java. */
    Optional<TypeDef> define(WitType.Named name, DefinedType type, String at) {
        where = at;
        size = 0;
        if (type instanceof ResourceType resource) {
            resources.put(resource, name);
            return Optional.of(definition(name, new TypeKind.Resource()));
        }
        ValType value = (ValType) type;
        List<?> parts = value.parts();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        TypeDef definition = definition(name, kind(value));
        byParts.put(parts, name);
        byStructure.putIfAbsent(value, name);
        return Optional.of(definition);
    }

    private static TypeDef definition(WitType.Named name, TypeKind kind) {
        return new TypeDef(
                name.name(),
                name.owner(),
                kind,
                Optional.empty(),
                Optional.empty(),
                Stability.UNSTATED,
                Optional.empty());
    }

    private TypeKind kind(ValType type) {
        if (type instanceof RecordType record) {
            return new TypeKind.RecordOf(record.fields().stream()
                    .map(field -> member(field.label(), Optional.of(field.type())))
                    .toList());
        }
        if (type instanceof VariantType variant) {
            return new TypeKind.VariantOf(variant.cases().stream()
                    .map(c -> member(c.label(), c.type()))
                    .toList());
        }
        if (type instanceof EnumType enumeration) {
            return new TypeKind.EnumOf(labels(enumeration.labels()));
        }
        return new TypeKind.FlagsOf(labels(((FlagsType) type).labels()));
    }

    private List<TypeKind.Member> labels(List<String> labels) {
        return labels.stream().map(label -> member(label, Optional.empty())).toList();
    }

    private TypeKind.Member member(String label, Optional<ValType> type) {
        size = 0;
        return new TypeKind.Member(label, type.map(this::of), Optional.empty(), Optional.empty());
    }

    /** The type of something. */
    WitType of(ValType type, String at) {
        where = at;
        size = 0;
        return of(type);
    }

    private WitType of(ValType type) {
        size++;
        if (size > Parts.MOST) {
            problems.add(Optional.empty(), where, Parts.TOO_MANY);
            return new WitType.Primitive(PrimitiveType.BOOL);
        }
        return type.accept(this);
    }

    private WitType byName(ValType type) {
        WitType.Named name = byParts.get(type.parts());
        if (name == null) {
            name = byStructure.get(type);
        }
        if (name == null) {
            problems.add(Optional.empty(), where, "expected a type with a name, found one without");
            return new WitType.Primitive(PrimitiveType.BOOL);
        }
        return name;
    }

    private WitType.Named resource(ResourceType type) {
        WitType.Named name = resources.get(type);
        if (name == null) {
            throw new IllegalStateException(where + ": resource " + type + " has no name, which validation excludes");
        }
        return name;
    }

    @Override
    public WitType primitive(PrimitiveType type) {
        return new WitType.Primitive(type);
    }

    @Override
    public WitType list(ListType type) {
        return new WitType.ListOf(of(type.element()));
    }

    @Override
    public WitType fixedLengthList(FixedLengthListType type) {
        return new WitType.FixedLengthListOf(of(type.element()), Integer.toUnsignedLong(type.length()));
    }

    @Override
    public WitType record(RecordType type) {
        return byName(type);
    }

    @Override
    public WitType tuple(TupleType type) {
        return new WitType.TupleOf(type.elements().stream().map(this::of).toList());
    }

    @Override
    public WitType variant(VariantType type) {
        return byName(type);
    }

    @Override
    public WitType enumeration(EnumType type) {
        return byName(type);
    }

    @Override
    public WitType flags(FlagsType type) {
        return byName(type);
    }

    @Override
    public WitType option(OptionType type) {
        return new WitType.OptionOf(of(type.some()));
    }

    @Override
    public WitType result(ResultType type) {
        return new WitType.ResultOf(type.ok().map(this::of), type.error().map(this::of));
    }

    @Override
    public WitType map(MapType type) {
        return new WitType.MapOf(of(type.key()), of(type.value()));
    }

    @Override
    public WitType own(OwnType type) {
        return new WitType.Own(resource(type.resource()));
    }

    @Override
    public WitType borrow(BorrowType type) {
        return new WitType.Borrow(resource(type.resource()));
    }

    @Override
    public WitType stream(StreamType type) {
        return new WitType.StreamOf(type.element().map(this::of));
    }

    @Override
    public WitType future(FutureType type) {
        return new WitType.FutureOf(type.value().map(this::of));
    }
}
