package dev.witloof.testkit;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentFunction;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.ExportedInstance;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What one test has of its component: mocks, plan, instance; each made when it is first asked for. */
final class Fixture {

    private final Component component;
    private final TestMembers members;
    private final Set<String> unmocked;
    private final Mocks mocks;
    private @Nullable LinkPlan plan;
    private @Nullable ComponentInstance instance;

    Fixture(Component component, TestMembers members, Set<String> unmocked) {
        this.component = component;
        this.members = members;
        this.unmocked = unmocked;
        this.mocks = Mocks.of(component);
        members.setMocks(mocks);
    }

    Component component() {
        return component;
    }

    Mocks mocks() {
        return mocks;
    }

    synchronized LinkPlan plan() {
        LinkPlan made = plan;
        if (made == null) {
            Linker.Builder linker = Linker.builder();
            Set<String> without = new HashSet<>(unmocked);
            without.addAll(members.bindTo(linker, component.imports()));
            made = mocks.bindTo(linker, without).build().plan(component);
            plan = made;
        }
        return made;
    }

    synchronized ComponentInstance instance() {
        ComponentInstance made = instance;
        if (made == null) {
            made = plan().instantiate();
            instance = made;
        }
        return made;
    }

    Object export(String name, Class<?> type, String place) {
        if (type == ComponentFunction.class) {
            return instance().function(name);
        }
        if (type == ExportedInstance.class) {
            return instance().instance(name);
        }
        if (!type.isInterface()) {
            throw new ExtensionConfigurationException(place
                    + ": expected a ComponentFunction, an ExportedInstance or an interface, found " + type.getName());
        }
        return name.isEmpty() ? instance().as(type) : instance().export(name, type);
    }

    /** The calls that were not stubbed, if there are any, as what made the test fail. */
    static Throwable explained(Throwable thrown, @Nullable Fixture fixture) {
        List<String> unexpected = fixture == null ? List.of() : fixture.mocks.unexpected();
        if (unexpected.isEmpty() || thrown instanceof MockFailure) {
            return thrown;
        }
        MockFailure failure = new MockFailure(unexpected.get(0));
        failure.addSuppressed(thrown);
        return failure;
    }

    /** Ends it; what is wrong with its calls is thrown unless the test has failed already. */
    synchronized void end(boolean failed) {
        ComponentInstance made = instance;
        instance = null;
        plan = null;
        try {
            if (!failed) {
                mocks.verify();
            }
        } catch (MockFailure failure) {
            close(made, failure);
            throw failure;
        }
        if (made != null) {
            made.close();
        }
    }

    private static void close(@Nullable ComponentInstance made, MockFailure failure) {
        try {
            if (made != null) {
                made.close();
            }
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }
}
