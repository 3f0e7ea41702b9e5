package dev.witloof.bindings;

import com.palantir.javapoet.ClassName;
import dev.witloof.type.PrimitiveType;
import dev.witloof.wit.SourceSpan;
import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitType;
import dev.witloof.wit.WorldItem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Java cannot hold, or what cannot be bound to Java yet, is refused by name. The fourth pass.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.11">JVM specification: limitations</a>
 */
final class Limits {

    /** 255 for a method, one of which is the object; {@code long} and {@code double} take two. */
    static final int MOST_SLOTS = 254;

    /** Sixteen bytes a constant in a static initialiser of at most 65,535. */
    static final int MOST_CONSTANTS = 4000;

    /** A nested record for each; its names take several of the 65,535 entries that a class file has. */
    static final int MOST_CASES = 4000;

    /** File systems end at 255 bytes, of which {@code .class} takes some. */
    private static final int LONGEST_CLASS_NAME = 240;

    private final Names names;
    private final Problems problems;

    private Limits(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    static void check(Ordering.Ordered ordered, Names names, Problems problems) {
        Limits limits = new Limits(names, problems);
        ordered.interfaces().forEach(limits::checkLayout);
        ordered.worlds().forEach(limits::checkWorld);
    }

    private void checkWorld(WorldLayout world) {
        String where = "world \"" + world.world().fullName() + "\"";
        world.inline().values().forEach(this::checkLayout);
        checkLayout(world.types());
        for (TypeDef type : world.types().types()) {
            if (type.kind() instanceof TypeKind.Resource) {
                problems.add(
                        type.span(),
                        where + ", resource \"" + type.name() + "\"",
                        "expected a resource to belong to an interface, found one of the world itself, which Java cannot"
                                + " bind; move it to an interface");
            }
        }
        for (WorldItem item : world.imports()) {
            if (item instanceof WorldItem.OfFunction f) {
                checkFunction(where, f.function());
            }
        }
        world.functions().forEach(function -> checkFunction(where, function));
    }

    private void checkLayout(Layout layout) {
        String where = layout.owner().toString();
        layout.functions().forEach(function -> checkFunction(where, function));
        for (TypeDef type : layout.types()) {
            ClassName name = names.type(type.reference());
            checkName(type.span(), where + ", " + MemberNames.typeItem(type), name);
            checkType(where + ", " + MemberNames.typeItem(type), type, name);
            layout.methodsOf(type).forEach(method -> checkFunction(where, method));
        }
        layout.errors()
                .forEach(error -> checkName(
                        layout.span(),
                        where + ", the exception of type \"" + error.name() + "\"",
                        names.exception(layout.owner(), error)));
    }

    private void checkName(Optional<SourceSpan> span, String where, ClassName name) {
        int length = String.join("$", name.simpleNames()).length();
        if (length > LONGEST_CLASS_NAME) {
            problems.add(
                    span,
                    where,
                    "expected the name of its class to have at most " + LONGEST_CLASS_NAME
                            + " characters, because a file is named after it, found " + length);
        }
    }

    private void checkType(String where, TypeDef type, ClassName name) {
        type.kind().accept(new TypeKind.Visitor<@Nullable Void>() {
            @Override
            public @Nullable Void record(TypeKind.RecordOf kind) {
                checkMembers("field", kind.fields());
                checkSlots(
                        type.span(),
                        where,
                        "fields",
                        kind.fields().stream().flatMap(f -> f.type().stream()).toList());
                return null;
            }

            @Override
            public @Nullable Void variant(TypeKind.VariantOf kind) {
                checkMembers("case", kind.cases());
                checkCount("cases", kind.cases(), MOST_CASES);
                kind.cases()
                        .forEach(member -> checkName(
                                member.span(),
                                where + ", case \"" + member.name() + "\"",
                                MemberNames.caseOf(name, member.name())));
                return null;
            }

            @Override
            public @Nullable Void enumeration(TypeKind.EnumOf kind) {
                checkCount("cases", kind.cases(), MOST_CONSTANTS);
                return null;
            }

            @Override
            public @Nullable Void flags(TypeKind.FlagsOf kind) {
                checkCount("flags", kind.flags(), MOST_CONSTANTS);
                return null;
            }

            @Override
            public @Nullable Void resource(TypeKind.Resource kind) {
                return null;
            }

            @Override
            public @Nullable Void alias(TypeKind.Alias kind) {
                return null;
            }

            private void checkMembers(String what, List<TypeKind.Member> members) {
                for (TypeKind.Member member : members) {
                    member.type()
                            .ifPresent(t ->
                                    checkUse(member.span(), where + ", " + what + " \"" + member.name() + "\"", t));
                }
            }

            private void checkCount(String what, List<TypeKind.Member> members, int most) {
                if (members.size() > most) {
                    problems.add(
                            type.span(),
                            where,
                            "expected at most " + most + " " + what + ", which a Java class can hold, found "
                                    + members.size());
                }
            }
        });
    }

    private void checkFunction(String interfaceName, WitFunction function) {
        String where = interfaceName + ", " + MemberNames.functionItem(function);
        if (function.isAsync()) {
            problems.add(
                    function.span(),
                    where,
                    "expected a synchronous function, found an async one, which cannot be bound yet");
        }
        if (function.accessor().isPresent()) {
            problems.add(function.span(), where, "expected a plain function, found one of a property");
        }
        List<WitFunction.Parameter> parameters = FunctionWriter.parameters(function);
        for (WitFunction.Parameter parameter : parameters) {
            checkUse(
                    parameter.span().or(function::span),
                    where + ", parameter \"" + parameter.name() + "\"",
                    parameter.type());
        }
        function.result().ifPresent(result -> checkUse(function.span(), where + ", result", result));
        checkSlots(
                function.span(),
                where,
                "parameters",
                parameters.stream().map(WitFunction.Parameter::type).toList());
    }

    private void checkSlots(Optional<SourceSpan> span, String where, String what, List<WitType> types) {
        // Whatever the style, so that a change of style is never refused.
        int slots = types.stream().mapToInt(type -> isWide(type) ? 2 : 1).sum();
        if (slots > MOST_SLOTS) {
            problems.add(
                    span,
                    where,
                    "expected " + what + " for at most " + MOST_SLOTS
                            + " slots of a Java method, where u32, s64, u64 and f64 take two, found " + types.size()
                            + " for "
                            + slots);
        }
    }

    private static boolean isWide(WitType type) {
        return type instanceof WitType.Primitive primitive
                && switch (primitive.type()) {
                    case U32, S64, U64, F64 -> true;
                    case BOOL, S8, U8, S16, U16, S32, F32, CHAR, STRING, ERROR_CONTEXT -> false;
                };
    }

    private void checkUse(Optional<SourceSpan> span, String where, WitType type) {
        if (Parts.all(type).limit(Parts.MOST + 1L).count() > Parts.MOST) {
            problems.add(span, where, Parts.TOO_MANY);
            return;
        }
        Parts.all(type).forEach(part -> {
            if (part instanceof WitType.StreamOf
                    || part instanceof WitType.FutureOf
                    || part.equals(new WitType.Primitive(PrimitiveType.ERROR_CONTEXT))) {
                problems.add(
                        span,
                        where,
                        "expected a type that Java can have, found " + part + ", which cannot be bound yet");
            }
            if (part instanceof WitType.TupleOf tuple
                    && (tuple.elements().size() < JavaTypes.SMALLEST_TUPLE
                            || tuple.elements().size() > JavaTypes.LARGEST_TUPLE)) {
                problems.add(
                        span,
                        where,
                        "expected a tuple of " + JavaTypes.SMALLEST_TUPLE + " to " + JavaTypes.LARGEST_TUPLE
                                + " elements, found one of " + tuple.elements().size() + "; make a record of it");
            }
        });
    }
}
