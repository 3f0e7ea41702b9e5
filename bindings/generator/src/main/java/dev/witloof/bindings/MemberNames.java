package dev.witloof.bindings;

import com.palantir.javapoet.ClassName;
import dev.witloof.host.JavaNames;
import dev.witloof.name.PlainName;
import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.WitFunction;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The names within a type and of functions. The rule gives them from the WIT name alone, so only meetings are looked for. */
final class MemberNames {

    private final Problems problems;

    MemberNames(Problems problems) {
        this.problems = problems;
    }

    static String typeItem(TypeDef type) {
        return "type \"" + type.name() + "\"";
    }

    static String functionItem(WitFunction function) {
        return "function \"" + function.name() + "\"";
    }

    /** The class of a variant's case, which must not be called like one around it. */
    static ClassName caseOf(ClassName variant, String label) {
        return variant.nestedClass(JavaNames.nestedType(label, variant.simpleNames()));
    }

    /** Empty for what belongs to a property, which {@link Limits} refuses. */
    Optional<String> method(WitFunction function) {
        return function.accessor().isPresent()
                ? Optional.empty()
                : Optional.of(JavaNames.method(PlainName.parse(function.name())));
    }

    void checkFunctions(String where, List<WitFunction> functions) {
        Claims claims = new Claims(where, problems);
        for (WitFunction function : functions) {
            method(function).ifPresent(name -> claims.claim(name, functionItem(function), function.span()));
            checkParameters(where, function);
        }
    }

    void checkParameters(String where, WitFunction function) {
        Claims claims = new Claims(where + ", " + functionItem(function), problems);
        for (WitFunction.Parameter parameter : function.parameters()) {
            claims.claim(
                    JavaNames.member(parameter.name()),
                    "parameter \"" + parameter.name() + "\"",
                    parameter.span().or(function::span));
        }
    }

    void checkType(Layout layout, TypeDef type, ClassName name) {
        String where = layout.owner() + ", " + typeItem(type);
        type.kind().accept(new TypeKind.Visitor<@Nullable Void>() {
            @Override
            public @Nullable Void record(TypeKind.RecordOf kind) {
                return check(kind.fields(), "field", JavaNames::member);
            }

            @Override
            public @Nullable Void variant(TypeKind.VariantOf kind) {
                return check(kind.cases(), "case", label -> caseOf(name, label).simpleName());
            }

            @Override
            public @Nullable Void enumeration(TypeKind.EnumOf kind) {
                return check(kind.cases(), "case", JavaNames::constant);
            }

            @Override
            public @Nullable Void flags(TypeKind.FlagsOf kind) {
                return check(kind.flags(), "flag", JavaNames::constant);
            }

            @Override
            public @Nullable Void resource(TypeKind.Resource kind) {
                checkFunctions(where, layout.methodsOf(type));
                return null;
            }

            @Override
            public @Nullable Void alias(TypeKind.Alias kind) {
                throw new IllegalStateException(where + ": an alias is left in the model");
            }

            private @Nullable Void check(List<TypeKind.Member> members, String what, UnaryOperator<String> rule) {
                Claims claims = new Claims(where, problems);
                for (TypeKind.Member member : members) {
                    claims.claim(
                            rule.apply(member.name()),
                            what + " \"" + member.name() + "\"",
                            member.span().or(type::span));
                }
                return null;
            }
        });
    }
}
