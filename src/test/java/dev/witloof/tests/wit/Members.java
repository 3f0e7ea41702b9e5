package dev.witloof.tests.wit;

import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.WitType;
import java.util.List;

/** The fields, cases and flags of a type. */
enum Members implements TypeKind.Visitor<List<TypeKind.Member>> {
    INSTANCE;

    static List<TypeKind.Member> of(TypeDef type) {
        return type.kind().accept(INSTANCE);
    }

    /** Whether a {@code use} brings the type in. */
    static boolean isUsed(TypeDef type) {
        return type.kind() instanceof TypeKind.Alias alias
                && alias.target() instanceof WitType.Named named
                && !named.owner().equals(type.owner());
    }

    @Override
    public List<TypeKind.Member> record(TypeKind.RecordOf kind) {
        return kind.fields();
    }

    @Override
    public List<TypeKind.Member> variant(TypeKind.VariantOf kind) {
        return kind.cases();
    }

    @Override
    public List<TypeKind.Member> enumeration(TypeKind.EnumOf kind) {
        return kind.cases();
    }

    @Override
    public List<TypeKind.Member> flags(TypeKind.FlagsOf kind) {
        return kind.flags();
    }

    @Override
    public List<TypeKind.Member> resource(TypeKind.Resource kind) {
        return List.of();
    }

    @Override
    public List<TypeKind.Member> alias(TypeKind.Alias kind) {
        return List.of();
    }
}
