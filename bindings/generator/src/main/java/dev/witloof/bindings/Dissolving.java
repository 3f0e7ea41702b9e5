package dev.witloof.bindings;

import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.WitType;
import java.util.HashMap;
import java.util.Map;

/** Types with every alias replaced by what it stands for. */
final class Dissolving implements WitType.Visitor<WitType> {

    private final Map<WitType.Named, TypeDef> definitions;
    private final Map<WitType.Named, WitType> known = new HashMap<>();
    private final Problems problems;

    Dissolving(Map<WitType.Named, TypeDef> definitions, Problems problems) {
        this.definitions = definitions;
        this.problems = problems;
    }

    WitType of(WitType type) {
        return type.accept(this);
    }

    /** The resource itself, whatever alias named it. */
    WitType.Named resource(WitType.Named reference) {
        WitType dissolved = of(reference);
        // The parser may say of an alias of a resource that it stands for an owning handle, which is what a name means.
        if (dissolved instanceof WitType.Own own) {
            return own.resource();
        }
        return (WitType.Named) dissolved;
    }

    @Override
    public WitType named(WitType.Named type) {
        TypeDef definition = definitions.get(type);
        if (definition == null || !(definition.kind() instanceof TypeKind.Alias alias)) {
            return type;
        }
        WitType found = known.get(type);
        if (found == null) {
            found = of(alias.target());
            // Aliases of aliases spell trees that double with each; here, so that no later pass walks such a one.
            if (Parts.all(found).count() > Parts.MOST) {
                problems.add(definition.span(), type.owner() + ", type \"" + type.name() + "\"", Parts.TOO_MANY);
                found = type;
            }
            known.put(type, found);
        }
        return found;
    }

    @Override
    public WitType primitive(WitType.Primitive type) {
        return type;
    }

    @Override
    public WitType list(WitType.ListOf type) {
        return new WitType.ListOf(of(type.element()));
    }

    @Override
    public WitType fixedLengthList(WitType.FixedLengthListOf type) {
        return new WitType.FixedLengthListOf(of(type.element()), type.length());
    }

    @Override
    public WitType tuple(WitType.TupleOf type) {
        return new WitType.TupleOf(type.elements().stream().map(this::of).toList());
    }

    @Override
    public WitType option(WitType.OptionOf type) {
        return new WitType.OptionOf(of(type.element()));
    }

    @Override
    public WitType result(WitType.ResultOf type) {
        return new WitType.ResultOf(type.ok().map(this::of), type.err().map(this::of));
    }

    @Override
    public WitType map(WitType.MapOf type) {
        return new WitType.MapOf(of(type.key()), of(type.value()));
    }

    @Override
    public WitType own(WitType.Own type) {
        return new WitType.Own(resource(type.resource()));
    }

    @Override
    public WitType borrow(WitType.Borrow type) {
        return new WitType.Borrow(resource(type.resource()));
    }

    @Override
    public WitType stream(WitType.StreamOf type) {
        return new WitType.StreamOf(type.element().map(this::of));
    }

    @Override
    public WitType future(WitType.FutureOf type) {
        return new WitType.FutureOf(type.element().map(this::of));
    }
}
