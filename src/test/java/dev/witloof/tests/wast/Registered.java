package dev.witloof.tests.wast;

import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.BindingBuilder;
import dev.witloof.link.Linker;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.FuncType;

/**
 * An earlier instance of a script as an import of a later component: the functions that it exports, called through the
 * embedder's door, as scripts have it. Resources and nested instances do not pass.
 */
final class Registered {

    private Registered() {}

    static void bind(Linker.Builder linker, String name, ComponentInstance instance) {
        BindingBuilder binding = name.indexOf(':') >= 0 ? linker.bindInterface(name) : linker.bind(name);
        binding.toFunctions(functions -> {
            for (ExternDecl export : instance.component().type().exports()) {
                if (export.type() instanceof FuncType type) {
                    functions.function(
                            export.name(),
                            type,
                            (call, args) -> instance.function(export.name()).call(args));
                }
            }
        });
    }
}
