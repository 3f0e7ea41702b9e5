package dev.witloof.testkit;

import dev.witloof.instance.Component;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** The component that a test class names. */
final class TestComponent {

    private TestComponent() {}

    /** The annotation of a test class, or of the class around it. */
    static WitloofTest annotation(Class<?> test) {
        for (Class<?> each = test; each != null; each = each.getEnclosingClass()) {
            Optional<WitloofTest> found = AnnotationSupport.findAnnotation(each, WitloofTest.class);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new ExtensionConfigurationException(test.getName() + ": expected a test class marked @WitloofTest");
    }

    static Component of(Class<?> test) {
        WitloofTest annotation = annotation(test);
        if (annotation.value().isEmpty() == annotation.from().isEmpty()) {
            throw new ExtensionConfigurationException(
                    test.getName() + ": @WitloofTest: expected the path of a component, or from = a method");
        }
        return annotation.from().isEmpty() ? load(test, annotation.value()) : supplied(test, annotation.from());
    }

    private static Component load(Class<?> test, String path) {
        URL resource = resource(test, path);
        try {
            if (resource != null) {
                try (InputStream in = resource.openStream()) {
                    return Component.load(in);
                }
            }
            if (Files.exists(Path.of(path))) {
                return Component.load(Path.of(path));
            }
        } catch (IOException e) {
            throw new ExtensionConfigurationException(
                    test.getName() + ": @WitloofTest: expected a component at " + path + ", found " + e, e);
        }
        throw new ExtensionConfigurationException(test.getName() + ": @WitloofTest: expected " + path
                + " in the class path, from the test's package or from the root, or as a file; found nothing");
    }

    private static @Nullable URL resource(Class<?> test, String path) {
        URL near = test.getResource(path);
        return near != null || path.startsWith("/") ? near : test.getResource("/" + path);
    }

    private static Component supplied(Class<?> test, String name) {
        for (Class<?> each = test; each != null; each = each.getEnclosingClass()) {
            try {
                Method method = each.getDeclaredMethod(name);
                method.setAccessible(true);
                if (method.invoke(null) instanceof Component component) {
                    return component;
                }
            } catch (NoSuchMethodException inTheClassAround) {
                continue;
            } catch (IllegalAccessException | NullPointerException e) {
                throw notSupplied(test, name, e);
            } catch (InvocationTargetException e) {
                throw notSupplied(test, name, e.getCause());
            }
            throw notSupplied(test, name, null);
        }
        throw notSupplied(test, name, null);
    }

    private static ExtensionConfigurationException notSupplied(Class<?> test, String name, @Nullable Throwable cause) {
        return new ExtensionConfigurationException(
                test.getName() + ": @WitloofTest: expected a static method " + name + "() that gives a Component"
                        + (cause == null ? "" : ", found one that threw " + cause),
                cause);
    }
}
