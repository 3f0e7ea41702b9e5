package dev.witloof.link;

import dev.witloof.host.ImportedInterfaces;
import dev.witloof.host.WitText;
import dev.witloof.name.ImportRef;
import dev.witloof.type.ComponentType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ModuleType;
import dev.witloof.type.TypeBound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One import with its type.
 *
 * @param ref its name and what stands beside it
 * @param type what it must be
 * @param member the member of a composition whose import it is; empty where a component stands alone
 * @param interfaces the Java interfaces that served the imports of its component
 */
record Need(ImportRef ref, ExternType type, Optional<String> member, ImportedInterfaces interfaces) {

    /** An import of a component that stands alone, and was never served. */
    Need(ImportRef ref, ExternType type) {
        this(ref, type, Optional.empty(), new ImportedInterfaces());
    }

    /** The same import of a member. */
    Need of(String name) {
        return new Need(ref, type, Optional.of(name), interfaces);
    }

    /** What tells it from all others of a plan. */
    String key() {
        return member.map(name -> name + " ").orElse("") + ref.name();
    }

    /** {@code import "cache", implements …, external-id "…"}, safe to print. */
    String subject() {
        return name()
                + ref.implementsName().map(i -> ", implements " + i).orElse("")
                + ref.externalId().map(id -> ", external-id " + Text.quoted(id)).orElse("");
    }

    /** {@code import "cache"}, of a member {@code import "cache" of shop}. */
    String name() {
        return "import " + Text.quoted(ref.name())
                + member.map(name -> " of " + name).orElse("");
    }

    /** The names of the functions of an imported instance, in order; else empty. */
    List<String> functions() {
        return type instanceof InstanceType ? List.copyOf(functionTypes().keySet()) : List.of();
    }

    /** The functions of an imported instance, in order, or the imported function under its own name, with their types. */
    Map<String, FuncType> functionTypes() {
        Map<String, FuncType> types = new LinkedHashMap<>();
        if (type instanceof FuncType func) {
            types.put(ref.name(), func);
        } else if (type instanceof InstanceType instance) {
            for (ExternDecl export : instance.exports()) {
                if (export.type() instanceof FuncType func) {
                    types.put(export.name(), func);
                }
            }
        }
        return types;
    }

    /**
     * Whether its type alone says what it is, so that nothing need serve it: a type that equals a known one, or an instance
     * of nothing but such types.
     */
    boolean isKnownByType() {
        return isKnown(type);
    }

    private static boolean isKnown(ExternType type) {
        if (type instanceof InstanceType instance) {
            return instance.exports().stream().allMatch(e -> isKnown(e.type()));
        }
        return type instanceof TypeBound.Eq;
    }

    /** What it needs, in a line of a report. */
    String needs() {
        List<String> functions = functions();
        return "needs " + (functions.isEmpty() ? wanted() : Text.list(functions));
    }

    /** What it needs, as a noun. */
    String wanted() {
        return type.accept(new Wording());
    }

    private final class Wording implements ExternType.Visitor<String> {

        @Override
        public String func(FuncType type) {
            return WitText.PLAIN.func(type);
        }

        @Override
        public String instance(InstanceType type) {
            List<String> functions = functions();
            if (!functions.isEmpty()) {
                return "an instance with " + Text.list(functions);
            }
            List<String> resources = type.exports().stream()
                    .filter(export -> export.type() instanceof TypeBound.SubResource)
                    .map(ExternDecl::name)
                    .toList();
            return resources.isEmpty()
                    ? "an instance without functions"
                    : "an instance with the resource " + Text.list(resources);
        }

        @Override
        public String component(ComponentType type) {
            return exporting("a component", type.exports().stream().map(ExternDecl::name));
        }

        @Override
        public String module(ModuleType type) {
            return exporting("a core module", type.exports().stream().map(ModuleType.Export::name));
        }

        private static String exporting(String what, Stream<String> names) {
            List<String> quoted = names.map(Text::quoted).toList();
            return quoted.isEmpty() ? what : what + " that exports " + Text.list(quoted);
        }

        @Override
        public String type(TypeBound bound) {
            if (bound.type() instanceof ExternType definition) {
                return Text.article(definition.kind()) + " type";
            }
            return bound instanceof TypeBound.SubResource ? "a resource type" : "the type " + bound.type();
        }

        @Override
        public String value(ExternType.Value type) {
            return "a value of type " + WitText.PLAIN.of(type.type());
        }
    }
}
