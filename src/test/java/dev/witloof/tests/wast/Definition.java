package dev.witloof.tests.wast;

import dev.witloof.core.CoreModule;
import dev.witloof.instance.Component;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.tests.wast.CoreScriptInstance.UnknownImportException;
import dev.witloof.type.ExternDecl;
import java.util.Map;
import java.util.function.Supplier;

/** What a script can instantiate: a component, or a core module that stands alone. */
interface Definition {

    /** A definition whose imports are found. */
    interface Linked {

        /** Makes an instance. */
        ScriptInstance instantiate();
    }

    /**
     * Finds what it imports.
     *
     * @param registered the instances that the script has made, by the names under which they are to be imported
     * @throws UnknownImportException if it is a core module, and nobody serves an import
     */
    Linked link(Map<String, ScriptInstance> registered) throws UnknownImportException;

    /**
     * A component.
     *
     * @param component the component
     * @param linkers a builder with the bindings of the host
     */
    record OfComponent(Component component, Supplier<Linker.Builder> linkers) implements Definition {

        @Override
        public Linked link(Map<String, ScriptInstance> registered) {
            Linker.Builder linker = linkers.get();
            for (ExternDecl need : component.type().imports()) {
                if (registered.get(need.name()) instanceof ComponentScriptInstance giver) {
                    Registered.bind(linker, need.name(), giver.instance());
                }
            }
            LinkPlan plan = linker.build().plan(component);
            return () -> new ComponentScriptInstance(plan.instantiate());
        }
    }

    /**
     * A core module.
     *
     * @param module the module
     */
    record OfModule(CoreModule module) implements Definition {

        @Override
        public Linked link(Map<String, ScriptInstance> registered) throws UnknownImportException {
            var imports = CoreScriptInstance.imports(module, registered);
            return () -> new CoreScriptInstance(module.instantiate(imports));
        }
    }
}
