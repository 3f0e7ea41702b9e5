package dev.witloof.config;

import dev.witloof.host.WitText;
import dev.witloof.instance.Component;
import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.Printable;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.TypeBound;
import java.util.Optional;

/** Writes the file of bindings that a component needs, to be filled in. */
public final class Scaffold {

    /** What stands in place of each backend's id until somebody replaces it. */
    public static final String BACKEND = "REPLACE-ME";

    private final StringBuilder out = new StringBuilder();

    private Scaffold() {}

    /**
     * A file with an entry for each import, and in comments what each needs. With registered ids in place of
     * {@link #BACKEND}, and the settings that those backends read, it links the component.
     */
    public static String of(Component component) {
        Scaffold scaffold = new Scaffold();
        scaffold.comment("Bindings of " + component.name() + " (sha256 " + component.sha256() + ").");
        scaffold.comment("Replace each " + BACKEND
                + " by the id of a registered backend, and add what it reads: config: {key: value}.");
        scaffold.line("version: 1");
        boolean isFirst = true;
        for (int i = 0; i < component.imports().size(); i++) {
            ImportRef ref = component.imports().get(i);
            ExternType type = component.type().imports().get(i).type();
            Optional<String> obstacle = obstacle(ref, type);
            if (isFirst && obstacle.isEmpty()) {
                scaffold.line("bindings:");
                isFirst = false;
            }
            scaffold.entry(ref, type, obstacle);
        }
        if (isFirst) {
            scaffold.line("bindings: []");
        }
        return scaffold.out.toString();
    }

    /** Why there is no entry for an import. */
    private static Optional<String> obstacle(ImportRef ref, ExternType type) {
        if (isKnown(type)) {
            return Optional.of("needs nothing: its type says all");
        }
        if (!(type instanceof InstanceType) && !(type instanceof FuncType)) {
            return Optional.of("is a " + type.kind() + ", which is bound in Java");
        }
        return !ref.isNamed() && version(ref).isEmpty()
                ? Optional.of("has no version, and so it is bound in Java")
                : Optional.empty();
    }

    private static Optional<InterfaceName> version(ImportRef ref) {
        return ref.interfaceName().filter(name -> name.version().isPresent());
    }

    /** Whether a type equals a known one, or is that of an instance with nothing but such types. */
    private static boolean isKnown(ExternType type) {
        return type instanceof InstanceType instance
                ? instance.exports().stream().allMatch(export -> isKnown(export.type()))
                : type instanceof TypeBound.Eq;
    }

    private void entry(ImportRef ref, ExternType type, Optional<String> obstacle) {
        line("");
        if (obstacle.isPresent()) {
            comment("import " + Printable.quoted(ref.name()) + " " + obstacle.get());
            return;
        }
        comment("import " + Printable.quoted(ref.name()) + " needs");
        if (type instanceof InstanceType instance) {
            WitText wit = WitText.of(instance);
            for (ExternDecl item : instance.exports()) {
                if (item.type() instanceof FuncType function) {
                    comment("  " + item.name() + ": " + wit.func(function));
                } else if (item.type() instanceof TypeBound.SubResource) {
                    comment("  resource " + item.name());
                }
            }
        } else if (type instanceof FuncType function) {
            comment("  " + WitText.PLAIN.func(function));
        }
        String before = "  - ";
        if (ref.isNamed()) {
            line(before + "name: " + scalar(ref.name()));
            before = "    ";
        }
        Optional<InterfaceName> interfaceName = version(ref);
        if (interfaceName.isPresent()) {
            line(before + "interface: " + Printable.quoted(interfaceName.get().toString()));
        }
        ref.externalId().filter(id -> ref.isNamed()).ifPresent(id -> line("    externalId: " + quoted(id)));
        line("    backend: " + BACKEND);
    }

    private static String scalar(String label) {
        return new Node.Scalar(label, true, 0, 0).isString() ? label : quoted(label);
    }

    /** In double quotes, with YAML's escapes for what cannot be seen. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            String unit = Character.toString(c);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(unit);
            } else if (Printable.plain(unit).equals(unit)) {
                quoted.append(unit);
            } else {
                quoted.append(String.format("\\U%08x", c));
            }
        });
        return quoted.append('"').toString();
    }

    private void comment(String text) {
        line("# " + Printable.plain(text));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
