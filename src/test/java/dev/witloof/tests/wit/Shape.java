package dev.witloof.tests.wit;

import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.WitInterface;
import dev.witloof.wit.WitType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An interface as sentences, one for each type and function: without documentation, gates, places and versions. */
final class Shape implements TypeKind.Visitor<String> {

    private final TypeDef type;

    private Shape(TypeDef type) {
        this.type = type;
    }

    static Set<String> of(WitInterface wit) {
        Set<String> sentences = new TreeSet<>();
        wit.types().forEach(type -> sentences.add(type.kind().accept(new Shape(type))));
        wit.functions().forEach(function -> sentences.add(function.kind() + " " + function));
        return sentences;
    }

    @Override
    public String record(TypeKind.RecordOf kind) {
        return members("record", kind.fields());
    }

    @Override
    public String variant(TypeKind.VariantOf kind) {
        return members("variant", kind.cases());
    }

    @Override
    public String enumeration(TypeKind.EnumOf kind) {
        return members("enum", kind.cases());
    }

    @Override
    public String flags(TypeKind.FlagsOf kind) {
        return members("flags", kind.flags());
    }

    private String members(String word, List<TypeKind.Member> members) {
        return word + " " + type.name() + " { "
                + members.stream()
                        .map(member -> member.name()
                                + member.type().map(payload -> ": " + payload).orElse(""))
                        .collect(Collectors.joining(", "))
                + " }";
    }

    @Override
    public String resource(TypeKind.Resource kind) {
        return "resource " + type.name();
    }

    /** What a {@code use} brings in is said with the interface from which it comes. */
    @Override
    public String alias(TypeKind.Alias kind) {
        String from = Members.isUsed(type)
                ? ((WitType.Named) kind.target()).owner().toString().replaceFirst("@.*", "") + "."
                : "";
        return "type " + type.name() + " = " + from + kind.target();
    }
}
