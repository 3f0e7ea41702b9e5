package dev.witloof.link;

import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How bindings and limits are written where they are declared. What is to be written to mend one is said in the same form. */
enum Form {
    /** Calls of the linker's builder: {@code bind("cache").withExternalId("eu")}. */
    JAVA {
        @Override
        String written(List<String> names, Optional<String> externalId, Optional<InterfaceName> interfaceName) {
            if (!names.isEmpty()) {
                return "bind("
                        + String.join(", ", names.stream().map(Text::quoted).toList()) + ")"
                        + externalId
                                .map(id -> ".withExternalId(" + Text.quoted(id) + ")")
                                .orElse("");
            }
            if (externalId.isPresent()) {
                return "bindExternalId(" + Text.quoted(externalId.get()) + ")";
            }
            return interfaceName.map(i -> "bindInterface(\"" + i + "\")").orElse("bindAll(…)");
        }

        @Override
        String corrected(Declaration declaration, ImportRef ref) {
            Optional<String> id = declaration.externalId().isPresent() ? ref.externalId() : Optional.empty();
            List<String> names = declaration.name().isPresent() ? List.of(ref.name()) : List.of();
            return "." + written(names, id, ref.interfaceName())
                    + ref.interfaceName()
                            .filter(i -> !declaration.isImplementedBy(ref))
                            .map(i -> ".implementing(\"" + i + "\")")
                            .orElse("");
        }

        @Override
        String binding(Need need) {
            ImportRef ref = need.ref();
            return (ref.isNamed() ? ".bind(" : ".bindInterface(") + Text.quoted(ref.name()) + ")"
                    + TERMINALS.getOrDefault(need.type().kind(), ".to(…)");
        }

        @Override
        boolean canBind(Need need) {
            return true;
        }

        @Override
        String optional() {
            return ".optional()";
        }

        @Override
        String limit(String name, String value) {
            return "." + name + "(" + value + ")";
        }
    },

    /** Entries of a file of bindings: {@code name: cache, externalId: "eu"}. */
    FILE {
        @Override
        String written(List<String> names, Optional<String> externalId, Optional<InterfaceName> interfaceName) {
            List<String> parts = new ArrayList<>();
            List<String> scalars = names.stream().map(Form::scalar).toList();
            if (!scalars.isEmpty()) {
                parts.add("name: " + (scalars.size() == 1 ? scalars.get(0) : scalars));
            }
            externalId.ifPresent(id -> parts.add("externalId: " + Text.quoted(id)));
            if (parts.isEmpty()) {
                interfaceName.ifPresent(i -> parts.add("interface: " + scalar(i.toString())));
            }
            return String.join(", ", parts);
        }

        @Override
        String corrected(Declaration declaration, ImportRef ref) {
            List<String> parts = new ArrayList<>();
            if (declaration.name().filter(name -> !name.equals(ref.name())).isPresent()) {
                parts.add("name: " + scalar(ref.name()));
            }
            if (declaration.externalId().isPresent()
                    && !declaration.externalId().equals(ref.externalId())) {
                parts.add(ref.externalId()
                        .map(id -> "externalId: " + Text.quoted(id))
                        .orElse("no externalId"));
            }
            if (declaration.step() == Step.INTERFACE || !declaration.isImplementedBy(ref)) {
                parts.add(ref.interfaceName()
                        .map(i -> "interface: " + scalar(i.toString()))
                        .orElse("no interface"));
            }
            return String.join(", ", parts);
        }

        @Override
        String binding(Need need) {
            ImportRef ref = need.ref();
            return "- {" + (ref.isNamed() ? "name: " + scalar(ref.name()) + ", " : "")
                    + ref.interfaceName()
                            .map(i -> "interface: " + scalar(i.toString()) + ", ")
                            .orElse("")
                    + "backend: …}";
        }

        @Override
        boolean canBind(Need need) {
            return SERVED_BY_BACKENDS.contains(need.type().kind());
        }

        @Override
        String optional() {
            return "optional: true";
        }

        @Override
        String limit(String name, String value) {
            return name + ": " + value;
        }
    };

    private static final Map<String, String> TERMINALS = Map.of(
            "instance", ".to(…)",
            "func", ".toFunction(…)",
            "component", ".toComponent(…)",
            "core module", ".toModule(…)",
            "type", ".toResource(…)");

    private static final List<String> SERVED_BY_BACKENDS = List.of("instance", "func");

    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    /** For which imports a binding is, as it was written. */
    abstract String written(List<String> names, Optional<String> externalId, Optional<InterfaceName> interfaceName);

    /** The declaration as it should have been written for this import. */
    abstract String corrected(Declaration declaration, ImportRef ref);

    /** Whether a binding for an import of this kind can be written; in a file, only what a backend serves. */
    abstract boolean canBind(Need need);

    /** A new binding for an import. */
    abstract String binding(Need need);

    /** What makes a binding one that need not be used. */
    abstract String optional();

    /** A limit with this value. */
    abstract String limit(String name, String value);

    /** A name as YAML has it, in quotes where it must be. */
    private static String scalar(String text) {
        return SIMPLE.matcher(text).matches() ? text : Text.quoted(text);
    }
}
