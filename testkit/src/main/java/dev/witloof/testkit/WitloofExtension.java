package dev.witloof.testkit;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.LinkPlan;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** The extension behind {@link WitloofTest}. */
public final class WitloofExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                BeforeTestExecutionCallback,
                TestExecutionExceptionHandler,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(WitloofExtension.class);

    /** JUnit makes it. */
    public WitloofExtension() {}

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        // A nested class has what its outer class has.
        if (store(context).get(Component.class) == null) {
            store(context).put(Component.class, TestComponent.of(test));
        }
    }

    private static Component component(ExtensionContext context) {
        Component component = store(context).get(Component.class, Component.class);
        if (component == null) {
            throw new ExtensionConfigurationException(
                    context.getDisplayName() + ": expected a test class marked @WitloofTest");
        }
        return component;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ExtensionContext owner = owner(context);
        TestMembers members = members(context);
        synchronized (this) {
            Fixture present = store(owner).get(Fixture.class, Fixture.class);
            if (present == null) {
                Set<String> unmocked = Set.of(
                        TestComponent.annotation(context.getRequiredTestClass()).unmocked());
                store(owner).put(Fixture.class, new Fixture(component(context), members, unmocked));
            } else {
                // An instance that lives for a class may serve objects of nested classes too.
                members.setMocks(present.mocks());
            }
        }
    }

    private static TestMembers members(ExtensionContext context) {
        return new TestMembers(context.getRequiredTestInstances().getAllInstances());
    }

    /** Whose life the instance has: the method's, or the class's. */
    private static ExtensionContext owner(ExtensionContext context) {
        return isPerClass(context) && context.getTestMethod().isPresent()
                ? context.getParent().orElse(context)
                : context;
    }

    private static boolean isPerClass(ExtensionContext context) {
        return context.getTestInstanceLifecycle()
                .filter(TestInstance.Lifecycle.PER_CLASS::equals)
                .isPresent();
    }

    private static Optional<Fixture> fixture(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(Fixture.class, Fixture.class));
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        fixture(context).ifPresent(members(context)::setExports);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw Fixture.explained(thrown, fixture(context).orElse(null));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!isPerClass(context)) {
            end(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (isPerClass(context)) {
            end(context);
        }
    }

    private static void end(ExtensionContext context) {
        Fixture fixture = store(context).remove(Fixture.class, Fixture.class);
        if (fixture != null) {
            fixture.end(context.getExecutionException().isPresent());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return parameter.isAnnotated(Import.class) && type == Mock.class
                || parameter.isAnnotated(Export.class)
                || type == Component.class
                || type == LinkPlan.class
                || type == ComponentInstance.class
                || type == Mocks.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Component.class) {
            return component(context);
        }
        Fixture fixture = fixture(context)
                .orElseThrow(() -> new ExtensionConfigurationException(parameter.getParameter()
                        + ": expected a parameter of a test, or of what runs before each test"));
        Optional<Import> imported = parameter.findAnnotation(Import.class);
        if (imported.isPresent()) {
            return fixture.mocks().mock(imported.get().value());
        }
        Optional<Export> exported = parameter.findAnnotation(Export.class);
        if (exported.isPresent()) {
            return fixture.export(exported.get().value(), type, String.valueOf(parameter.getParameter()));
        }
        if (type == Mocks.class) {
            return fixture.mocks();
        }
        return type == LinkPlan.class ? fixture.plan() : fixture.instance();
    }
}
