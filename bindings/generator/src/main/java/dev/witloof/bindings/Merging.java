package dev.witloof.bindings;

import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitInterface;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Interfaces by their names. A component has of an interface what it uses, under each name something else; the Java interface has
 * all of it, because more than what is asked for is always allowed.
 */
final class Merging {

    private final Map<TypeOwner, WitInterface> interfaces = new LinkedHashMap<>();
    private final Problems problems;

    Merging(Problems problems) {
        this.problems = problems;
    }

    List<WitInterface> interfaces() {
        return List.copyOf(interfaces.values());
    }

    void add(WitInterface found) {
        interfaces.merge(found.owner(), found, this::merged);
    }

    private WitInterface merged(WitInterface one, WitInterface two) {
        Map<String, TypeDef> types = new LinkedHashMap<>();
        one.types().forEach(type -> types.put(type.name(), type));
        for (TypeDef type : two.types()) {
            TypeDef known = types.putIfAbsent(type.name(), type);
            if (known != null && !known.kind().equals(type.kind())) {
                differs(
                        one,
                        "type \"" + type.name() + "\"",
                        known.kind().toString(),
                        type.kind().toString());
            }
        }
        Map<String, WitFunction> functions = new LinkedHashMap<>();
        one.functions().forEach(function -> functions.put(function.name(), function));
        for (WitFunction function : two.functions()) {
            WitFunction known = functions.putIfAbsent(function.name(), function);
            if (known != null
                    && !(known.parameters().equals(function.parameters())
                            && known.result().equals(function.result()))) {
                differs(one, "function \"" + function.name() + "\"", known.toString(), function.toString());
            }
        }
        return new WitInterface(
                one.owner(),
                List.copyOf(types.values()),
                List.copyOf(functions.values()),
                one.docs(),
                one.stability(),
                one.span());
    }

    private void differs(WitInterface where, String item, String one, String two) {
        problems.add(
                where.span(),
                where.owner() + ", " + item,
                "expected it to be the same everywhere, found " + one + " and " + two);
    }
}
