package dev.witloof.instance;

import dev.witloof.name.Nearest;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.TypeBound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a component or an instance exports, looked up by name for the embedder; each function is wrapped once. */
final class ExportedItems {

    private final String owner;
    private final String prefix;
    private final String suffix;
    private final Store store;
    private final List<ExternDecl> decls;
    private final Map<String, RuntimeItem> items;
    private final JavaExports javaExports;
    private final Map<String, ExportedItems> members;
    private final Map<String, ComponentFunction> functions = new HashMap<>();

    /**
     * The exports.
     *
     * @param owner what messages call what exports them
     * @param prefix what stands before a function's name in messages
     * @param decls what may be looked up
     * @param items what is behind it, and possibly more
     * @param suffix what stands after it
     * @param javaExports the same as Java interfaces
     * @param members by export, the members of a composition from which they come; empty where a component stands alone
     */
    ExportedItems(
            String owner,
            String prefix,
            String suffix,
            Store store,
            List<ExternDecl> decls,
            Map<String, RuntimeItem> items,
            JavaExports javaExports,
            Map<String, ExportedItems> members) {
        this.owner = owner;
        this.prefix = prefix;
        this.suffix = suffix;
        this.store = store;
        this.decls = decls;
        this.items = items;
        this.javaExports = javaExports;
        this.members = members;
    }

    synchronized ComponentFunction function(String name) {
        ComponentFunction known = functions.get(name);
        if (known == null) {
            FuncType type = (FuncType) type(name, "func");
            ExportedItems member = members.get(name);
            known = member != null
                    ? member.function(name)
                    : new ComponentFunction(
                            name,
                            prefix + name + suffix,
                            type,
                            MemberFunction.target((FunctionInstance) items.get(name)),
                            store);
            functions.put(name, known);
        }
        return known;
    }

    ExportedInstance instance(String name) {
        InstanceType type = (InstanceType) type(name, "instance");
        ExportedItems member = members.get(name);
        if (member != null) {
            return member.instance(name);
        }
        RuntimeItem.Exports exports = (RuntimeItem.Exports) items.get(name);
        nameResources(type, exports);
        return new ExportedInstance(
                name,
                new ExportedItems(
                        owner + ", export \"" + name + "\"",
                        "\"" + name + "\" ",
                        suffix,
                        store,
                        type.exports(),
                        exports.items(),
                        javaExports,
                        Map.of()),
                type,
                javaExports);
    }

    /** Lets messages call resources by the names under which they are exported. */
    private static void nameResources(InstanceType type, RuntimeItem.Exports exports) {
        for (ExternDecl decl : type.exports()) {
            if (exports.items().get(decl.name()) instanceof RuntimeItem.Resource resource
                    && !resource.type().isHost()) {
                resource.type().name(decl.name());
            }
        }
    }

    private ExternType type(String name, String kind) {
        Objects.requireNonNull(name, "name");
        for (ExternDecl decl : decls) {
            if (decl.name().equals(name)) {
                if (decl.type().kind().equals(kind)) {
                    return decl.type();
                }
                throw new IllegalArgumentException(owner + ": export \"" + name + "\" is of kind "
                        + decl.type().kind() + ", not " + kind);
            }
        }
        throw new IllegalArgumentException(owner + ": no " + kind + " \"" + name + "\" is exported"
                + Nearest.to(name, decls.stream().map(ExternDecl::name).toList())
                        .map(near -> ", did you mean \"" + near + "\"? ")
                        .orElse("; ")
                + there(kind));
    }

    /** What could have been meant: the exports of the kind, or all where there is none of it. */
    private String there(String kind) {
        String alike = decls.stream()
                .filter(decl -> decl.type().kind().equals(kind))
                .map(decl -> "\"" + decl.name() + "\"")
                .collect(Collectors.joining(", "));
        if (!alike.isEmpty()) {
            return "there is " + alike;
        }
        String others = decls.stream()
                .filter(decl -> !(decl.type() instanceof TypeBound))
                .map(decl -> decl.type().kind() + " \"" + decl.name() + "\"")
                .collect(Collectors.joining(", "));
        return "it exports none" + (others.isEmpty() ? "" : ", there is " + others);
    }
}
