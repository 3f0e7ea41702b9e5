package dev.witloof.cli;

import dev.witloof.instance.Component;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import java.io.IOException;

/** What a component's imports are bound to. */
final class BindingOptions {

    /** Plans; the linker throws its report. */
    LinkPlan plan(Component component, Console console) throws IOException {
        Linker linker = Linker.builder().build();
        return Progress.during(console, "compiling " + component.name(), () -> linker.plan(component));
    }
}
