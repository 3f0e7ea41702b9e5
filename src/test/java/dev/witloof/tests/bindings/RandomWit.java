package dev.witloof.tests.bindings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The text of a WIT package with a world {@code w}: every kind of type and function that Java can have, types used across
 * interfaces, named and inline imports and exports, names that are awkward in Java. The same seed gives the same text.
 */
final class RandomWit {

    private static final List<String> WORDS = List.of(
            "class",
            "new",
            "get-URL",
            "to-string",
            "string",
            "list",
            "value",
            "error",
            "x",
            "default",
            "hash-code",
            "key",
            "this",
            "option",
            "object",
            "equals",
            "close",
            "record",
            "HTTP-code",
            "bucket",
            "override",
            "do",
            "a1",
            "int",
            "result");
    private static final List<String> PRIMITIVES =
            List.of("bool", "s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64", "f32", "f64", "char", "string");
    private static final List<String> KEYS = List.of("bool", "u8", "s16", "u32", "s64", "char", "string");

    private final Random random;
    private final int number;
    private final List<Interface> interfaces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    RandomWit(int number) {
        this.random = new Random(number);
        this.number = number;
    }

    /** What an interface gives to others. */
    private record Interface(String name, List<String> values, List<String> resources) {}

    /** Names that are taken where something is being written. */
    private final class Scope {
        private final Set<String> taken = new HashSet<>();

        boolean take(String name) {
            return taken.add(name.toLowerCase(Locale.ROOT).replace("-", ""));
        }

        String name() {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            for (int i = 0; ; i++) {
                String name = i == 0 ? word : word + "-v" + i;
                if (take(name)) {
                    return "%" + name;
                }
            }
        }
    }

    /** The text. */
    String write() {
        text.append("package random:p%d@%d.%d.0;\n".formatted(number, random.nextInt(3), 1 + random.nextInt(20)));
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            docs("");
            text.append("interface i").append(i).append(" {\n");
            interfaces.add(body("i" + i));
            text.append("}\n");
        }
        world();
        return text.toString();
    }

    private void docs(String indent) {
        if (random.nextInt(4) == 0) {
            text.append(indent).append("/// About `it` & <that>, @see */ no more.\n");
        }
    }

    private Interface body(String interfaceName) {
        Scope scope = new Scope();
        List<String> values = new ArrayList<>();
        List<String> resources = new ArrayList<>();
        for (Interface other : interfaces) {
            use(other, scope, values, resources);
        }
        Interface own = new Interface(interfaceName, new ArrayList<>(), new ArrayList<>());
        for (int i = random.nextInt(7); i > 0; i--) {
            docs("  ");
            definition(scope, own, values, resources);
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            docs("  ");
            text.append("  ")
                    .append(scope.name())
                    .append(": ")
                    .append(function(values, resources))
                    .append(";\n");
        }
        useAll(scope, own);
        return own;
    }

    /** What no function uses is not in a component. */
    private void useAll(Scope scope, Interface own) {
        Scope inner = new Scope();
        String all = Stream.concat(own.values().stream(), own.resources().stream())
                .map(type -> inner.name() + ": " + type)
                .collect(Collectors.joining(", "));
        text.append("  ").append(scope.name()).append(": func(").append(all).append(");\n");
    }

    private void use(Interface other, Scope scope, List<String> values, List<String> resources) {
        for (List<String> given : List.of(other.values(), other.resources())) {
            for (String name : given) {
                if (random.nextInt(3) == 0) {
                    String as = scope.name();
                    text.append("  use ")
                            .append(other.name())
                            .append(".{")
                            .append(name)
                            .append(" as ")
                            .append(as)
                            .append("};\n");
                    (given == other.values() ? values : resources).add(as);
                }
            }
        }
    }

    private void definition(Scope scope, Interface own, List<String> values, List<String> resources) {
        String name = scope.name();
        int kind = random.nextInt(7);
        if (kind == 0) {
            resource(name, values, resources);
            own.resources().add(name);
            resources.add(name);
            return;
        }
        Scope inner = new Scope();
        text.append("  ")
                .append(
                        switch (kind) {
                            case 1, 2 ->
                                "record " + name + " { "
                                        + some(6, () -> inner.name() + ": " + type(2, values, resources)) + " }";
                            case 3 ->
                                "variant " + name + " { " + some(6, () -> inner.name() + payload(values, resources))
                                        + " }";
                            case 4 -> "enum " + name + " { " + some(9, inner::name) + " }";
                            case 5 -> "flags " + name + " { " + some(20, inner::name) + " }";
                            default -> "type " + name + " = " + type(2, values, resources) + ";";
                        })
                .append('\n');
        own.values().add(name);
        values.add(name);
    }

    private String payload(List<String> values, List<String> resources) {
        return random.nextInt(3) == 0 ? "" : "(" + type(2, values, resources) + ")";
    }

    private void resource(String name, List<String> values, List<String> resources) {
        List<String> visible = new ArrayList<>(resources);
        visible.add(name);
        Scope scope = new Scope();
        scope.take(name.substring(1));
        text.append("  resource ").append(name).append(" {\n");
        if (random.nextBoolean()) {
            text.append("    constructor(").append(parameters(values, visible)).append(");\n");
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            // Not the name of a function beside it, with which a static one could meet in Java.
            boolean isStatic = random.nextInt(3) == 0;
            text.append("    ")
                    .append(scope.name())
                    .append(isStatic ? "-of: static " : ": ")
                    .append(function(values, visible))
                    .append(";\n");
        }
        text.append("  }\n");
    }

    private String function(List<String> values, List<String> resources) {
        String result = switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> " -> result";
            case 2 -> " -> result<_, " + type(1, values, resources) + ">";
            case 3 -> " -> result<" + type(1, values, resources) + ", " + type(0, values, resources) + ">";
            default -> " -> " + type(2, values, resources);
        };
        return "func(" + parameters(values, resources) + ")" + result;
    }

    private String parameters(List<String> values, List<String> resources) {
        Scope scope = new Scope();
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> scope.name() + ": " + parameter(values, resources))
                .collect(Collectors.joining(", "));
    }

    private String parameter(List<String> values, List<String> resources) {
        if (!resources.isEmpty() && random.nextInt(4) == 0) {
            String borrow = "borrow<" + one(resources) + ">";
            return random.nextInt(3) == 0 ? "list<option<" + borrow + ">>" : borrow;
        }
        return type(2, values, resources);
    }

    private String type(int depth, List<String> values, List<String> resources) {
        int kind = random.nextInt(depth == 0 ? 6 : 14);
        Supplier<String> inner = () -> type(depth - 1, values, resources);
        return switch (kind) {
            case 0, 1 -> one(PRIMITIVES);
            case 2, 3, 4 -> values.isEmpty() ? one(PRIMITIVES) : one(values);
            case 5 -> resources.isEmpty() ? "string" : one(resources);
            case 6, 7 -> "list<" + inner.get() + ">";
            case 8 -> "list<" + one(PRIMITIVES) + ">";
            case 9 -> "option<" + inner.get() + ">";
            case 10 -> "tuple<" + inner.get() + ", " + inner.get() + ">";
            case 11 -> "result<" + inner.get() + ", " + inner.get() + ">";
            case 12 -> // Tools let no handle be in a map.
                "map<" + one(KEYS) + ", " + (random.nextBoolean() ? "list<u8>" : one(PRIMITIVES)) + ">";
            default -> "list<" + inner.get() + ", " + (1 + random.nextInt(4)) + ">";
        };
    }

    private void world() {
        Scope imports = new Scope();
        Scope exports = new Scope();
        text.append("world w {\n");
        List<String> values = new ArrayList<>();
        for (Interface each : interfaces) {
            each.values().stream().limit(2).forEach(name -> {
                String as = imports.name();
                text.append("  use ")
                        .append(each.name())
                        .append(".{")
                        .append(name)
                        .append(" as ")
                        .append(as)
                        .append("};\n");
                values.add(as);
            });
        }
        for (Interface each : interfaces) {
            switch (random.nextInt(5)) {
                case 0 -> text.append("  import ").append(each.name()).append(";\n");
                case 1 -> text.append("  export ").append(each.name()).append(";\n");
                case 2 -> {
                    text.append("  import ")
                            .append(imports.name())
                            .append(": ")
                            .append(each.name())
                            .append(";\n");
                    text.append("  import ")
                            .append(imports.name())
                            .append(": ")
                            .append(each.name())
                            .append(";\n");
                }
                case 3 ->
                    text.append("  export ")
                            .append(exports.name())
                            .append(": ")
                            .append(each.name())
                            .append(";\n");
                default -> {}
            }
        }
        Scope inner = new Scope();
        String own = imports.name();
        text.append("  import ")
                .append(imports.name())
                .append(": func() -> ")
                .append(own)
                .append(";\n");
        text.append("  record ")
                .append(own)
                .append(" { ")
                .append(some(3, () -> inner.name() + ": " + type(1, values, List.of())))
                .append(" }\n");
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append("  import ")
                    .append(imports.name())
                    .append(": ")
                    .append(function(values, List.of()))
                    .append(";\n");
            text.append("  export ")
                    .append(exports.name())
                    .append(": ")
                    .append(function(values, List.of()))
                    .append(";\n");
        }
        if (random.nextInt(3) == 0) {
            text.append("  import ").append(imports.name()).append(": interface {\n");
            body("inline");
            text.append("  }\n");
        }
        text.append("}\n");
    }

    private String some(int most, Supplier<String> each) {
        return Stream.generate(each).limit(1L + random.nextInt(most)).collect(Collectors.joining(", "));
    }

    private String one(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
